package dev.cordon.bots.cli;

import dev.cordon.config.Settings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cordon plugins}: what is installed. */
@Command(
    mixinStandardHelpOptions = true,
    name = "plugins",
    description =
        "Adapters, escalation routes and signal types, where each comes from and its settings.")
final class PluginsCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @Override
  public Integer call() {
    Settings settings = options.load().settings();
    try (Plugins plugins = new Plugins(settings.pluginFolders())) {
      plugins
          .platforms()
          .forEach(p -> show("adapter", p.type(), p, p.settingKeys(), p.secretKeys()));
      plugins.routes().forEach(r -> show("route", r.type(), r, r.settingKeys(), r.secretKeys()));
      plugins.signalTypes().forEach(t -> show("signal type", t.name(), t, Set.of(), Set.of()));
      System.out.println("jars are looked for in " + folders(settings));
    }
    return Exit.OK;
  }

  private static void show(
      String kind, String name, Object provider, Set<String> keys, Set<String> secrets) {
    System.out.printf("%-11s  %-16s  %s%n", kind, name, Plugins.origin(provider));
    for (String key : new TreeSet<>(keys)) {
      System.out.printf("%-11s    %s%s%n", "", key, secrets.contains(key) ? " (secret)" : "");
    }
  }

  private static String folders(Settings settings) {
    List<String> folders = settings.pluginFolders().stream().map(Object::toString).toList();
    return String.join(" and ", folders);
  }
}
