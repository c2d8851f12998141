package dev.cordon.bots.cli;

import static dev.cordon.bots.flow.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.config.Settings;
import dev.cordon.config.SettingsLoader;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.decode.WorkerPool;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RedisServerExtension.class)
class PluginsTest {
  private static final Path PHOTO =
      Path.of("src/main/resources/dev/cordon/bots/demo/bank/moose.jpg").toAbsolutePath();

  @RegisterExtension final RedisAddress redis = new RedisAddress();
  @TempDir Path folder;

  @BeforeEach
  void install(RedisLink emptied) throws IOException {
    SamplePlugin.into(folder.resolve("plugins"), folder.resolve("classes"));
    Files.writeString(settings(), settingsText());
  }

  private String settingsText() {
    return """
        home: "%1$s"
        redis: "%2$s"
        matcher: {workers: 1}
        platforms:
          telegram: {enabled: false}
          own:
            adapter: sample
            settings: {picture: "%3$s", asked: "%1$s/asked", pin: 4711}
        policies:
          default: {mode: enforce}
        escalation:
          routes:
            desk: {type: sample, settings: {told: "%1$s/told"}}
        console: {listen: ""}
        """
        .formatted(folder, redis.address(), PHOTO);
  }

  @Test
  void anAdapterASignalTypeAndARouteFromAJarDoTheirWork() throws Exception {
    SettingsLoader loader = new SettingsLoader(Optional.of(settings()), Map.of());
    Settings settings = loader.load().settings();
    try (Store store = Store.open(settings)) {
      enrol(store.banks(), sampleSignal(settings));
    }
    try (Deployment deployment = Deployment.start(loader)) {
      eventually("the message is removed", () -> read("asked").contains("RemoveMessages"));
      eventually("the route is told", () -> read("told").equals("own/room/m1 true"));
      assertThat(deployment.ledger().verify().toCompletableFuture().join().problem()).isEmpty();
    }
  }

  /** The plug-in's own signal only, so that nothing else can have recognised the picture. */
  private static Signal sampleSignal(Settings settings) {
    try (Plugins plugins = new Plugins(settings.pluginFolders());
        WorkerPool decoders = Decoders.open(settings, plugins)) {
      return decoders.fingerprint(PHOTO).toCompletableFuture().join().signals().stream()
          .filter(signal -> signal.type().equals("SAMPLE"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void enrol(BankStore banks, Signal signal) {
    banks.put(Bank.named("samples")).toCompletableFuture().join();
    BankEntry entry =
        new BankEntry(
            banks.newId(),
            "samples",
            List.of(signal),
            Opinion.VIOLATING,
            Set.of(),
            "",
            "",
            Instant.now(),
            Optional.empty(),
            Optional.empty());
    banks.put(List.of(entry)).toCompletableFuture().join();
  }

  @Test
  void pluginsAreListedAndTheirSettingsChecked() throws IOException {
    String config = settings().toString();
    assertThat(Commands.here("plugins", "-c", config).out())
        .containsPattern("adapter +sample +sample.jar")
        .containsPattern("signal type +SAMPLE +sample.jar")
        .containsPattern("route +sample +sample.jar")
        .containsPattern("adapter +telegram +built in");
    assertThat(Commands.here("config", "print", "-c", config).out())
        .contains("platforms.own.settings.pin: ********")
        .doesNotContain("4711");
    Files.writeString(settings(), settingsText().replace("asked:", "askd:"));
    Commands.Said said = Commands.here("config", "check", "-c", config);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("platforms.own.settings.askd is not a key; did you mean asked?", ":8)");
    Files.writeString(settings(), settingsText().replace("4711", "4712"));
    assertThat(Commands.here("config", "check", "-c", config).err())
        .isEqualTo("cordon: platforms.own.settings: pin must be the right one\n");
    Files.writeString(settings(), settingsText().replace("type: sample", "type: sampel"));
    assertThat(Commands.here("config", "check", "-c", config).err())
        .contains("escalation.routes.desk.type must be one of file, sample, was \"sampel\"");
  }

  private Path settings() {
    return folder.resolve("cordon.yaml");
  }

  private String read(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
