package dev.cordon.bots.cli;

import static dev.cordon.bots.flow.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.config.LoadedSettings;
import dev.cordon.config.PolicySettings;
import dev.cordon.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloaderTest {
  @TempDir Path folder;

  private final List<LoadedSettings> applied = new CopyOnWriteArrayList<>();

  @Test
  void aChangedFileIsTakenOverWithoutARestart() throws Exception {
    write("policies: {default: {mode: observe}}");
    try (Reloader reloader = reloader()) {
      reloader.start();
      write("policies: {default: {mode: enforce}} # now");
      eventually("the new settings are applied", () -> !applied.isEmpty());
    }
    assertThat(applied.get(0).settings().defaultPolicy().mode())
        .isEqualTo(PolicySettings.Mode.ENFORCE);
  }

  @Test
  void aBadFileIsRefusedAndTheOldSettingsStay() throws IOException {
    write("policies: {default: {mode: observe}}");
    try (Reloader reloader = reloader()) {
      write("policies: {default: {mode: sometimes}}");
      reloader.reload();
      assertThat(applied).isEmpty();
      write("policies: {default: {mode: enforce}}");
      reloader.reload();
      assertThat(applied).hasSize(1);
    }
  }

  private Reloader reloader() {
    SettingsLoader loader = new SettingsLoader(Optional.of(file()), Map.of());
    return new Reloader(loader, loader.load(), checked -> {}, applied::add);
  }

  private Path file() {
    return folder.resolve("cordon.yaml");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(file(), yaml);
  }
}
