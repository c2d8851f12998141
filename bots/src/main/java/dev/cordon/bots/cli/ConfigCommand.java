package dev.cordon.bots.cli;

import dev.cordon.config.LoadedSettings;
import dev.cordon.config.Setting;
import dev.cordon.config.SettingsLoader;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cordon config}: checks settings and shows them. */
@Command(name = "config", description = "Checks the settings or shows them.")
final class ConfigCommand {

  @Command(
      name = "check",
      description = "Reads and validates the settings, and says what is wrong.")
  int check(@Mixin CommonOptions options) {
    LoadedSettings loaded = options.load();
    String file = options.loader().file().map(path -> path + " is").orElse("the defaults are");
    System.out.println(
        file
            + " fine: "
            + loaded.settings().chats().size()
            + " chats, "
            + loaded.settings().policies().size()
            + " policies, "
            + loaded.settings().platforms().size()
            + " platforms");
    return Exit.OK;
  }

  @Command(
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
    List<Setting> lines = options.load().print(path -> false);
    String format = "%-" + widest(lines) + "s  %s%n";
    for (Setting line : lines) {
      String value = line.value().isEmpty() ? "\"\"" : line.value();
      System.out.printf(format, line.key() + ": " + value, "# " + line.origin());
    }
    return Exit.OK;
  }

  private static int widest(List<Setting> lines) {
    return Math.min(
        60,
        lines.stream()
            .mapToInt(line -> line.key().length() + line.value().length() + 2)
            .max()
            .orElse(1));
  }
}
