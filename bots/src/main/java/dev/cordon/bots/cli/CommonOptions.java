package dev.cordon.bots.cli;

import dev.cordon.config.LoadedSettings;
import dev.cordon.config.SettingsLoader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that reads settings understands. */
final class CommonOptions {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Settings; else ./cordon.yaml when there is one.")
  private @Nullable Path config;

  SettingsLoader loader() {
    return new SettingsLoader(SettingsLoader.file(Optional.ofNullable(config)), System.getenv());
  }

  LoadedSettings load() {
    LoadedSettings loaded = loader().load();
    loaded.warnings().forEach(warning -> System.err.println("cordon: warning: " + warning));
    return loaded;
  }
}
