package dev.cordon.bots.cli;

import dev.cordon.adapters.PlatformProvider;
import dev.cordon.config.LoadedSettings;
import dev.cordon.config.Setting;
import dev.cordon.config.Settings;
import dev.cordon.config.SettingsLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cordon config}: checks settings and shows them. */
@Command(
    mixinStandardHelpOptions = true,
    name = "config",
    description = "Checks the settings or shows them.")
final class ConfigCommand {
  private static final int WIDEST = 60;

  @Command(
      mixinStandardHelpOptions = true,
      name = "check",
      description = "Reads and validates the settings, and says what is wrong.")
  int check(@Mixin CommonOptions options) {
    LoadedSettings loaded = options.load();
    try (Plugins plugins = new Plugins(loaded.settings().pluginFolders())) {
      Providers providers = new Providers(plugins);
      providers.check(loaded);
      makeOnce(providers, loaded.settings());
    }
    String file = options.loader().file().map(path -> path + " is").orElse("the defaults are");
    System.out.printf(
        "%s fine: %d chats, %d policies, %d platforms%n",
        file,
        loaded.settings().chats().size(),
        loaded.settings().policies().size(),
        loaded.settings().platforms().size());
    return Exit.OK;
  }

  /** What is active is made and thrown away unused: only that tells whether its values are fine. */
  private static void makeOnce(Providers providers, Settings settings) {
    Vertx vertx = Vertx.vertx();
    try (Closing closing = new Closing()) {
      closing.add(() -> Base.join(vertx.close().toCompletionStage()));
      var context =
          new PlatformProvider.Context(
              vertx, new SimpleMeterRegistry(), Clock.systemUTC(), settings.home());
      providers.connect(settings, name -> context).values().forEach(closing::add);
      providers.routes(settings).forEach(closing::add);
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "print",
      description = "Shows every key in force, its value and where it came from; no secret.")
  int print(
      @Mixin CommonOptions options,
      @Option(names = "--reference", description = "The annotated defaults instead, as YAML.")
          boolean reference) {
    if (reference) {
      System.out.print(SettingsLoader.reference());
      return Exit.OK;
    }
    LoadedSettings loaded = options.load();
    try (Plugins plugins = new Plugins(loaded.settings().pluginFolders())) {
      show(loaded.print(new Providers(plugins).secrets(loaded.settings())));
    }
    return Exit.OK;
  }

  private static void show(List<Setting> lines) {
    int width =
        lines.stream()
            .mapToInt(line -> line.key().length() + line.value().length() + 2)
            .max()
            .orElse(1);
    String format = "%-" + Math.min(WIDEST, width) + "s  %s%n";
    for (Setting line : lines) {
      String value = line.value().isEmpty() ? "\"\"" : line.value();
      System.out.printf(format, line.key() + ": " + value, "# " + line.origin());
    }
  }
}
