package dev.cordon.matcher.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.Scenes;
import dev.cordon.matcher.signal.SignalType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that hang, die and run out of memory; a plug-in is what makes them. */
class WorkerLifeTest {
  @TempDir static Path folder;
  private static WorkerPool pool;

  /** A signal type that misbehaves on pictures of certain widths. */
  public static final class Troublemaker implements SignalType {
    static final int HANGS = 71;
    static final int DIES = 72;
    static final int HOARDS = 73;
    static final int THROWS = 74;
    static final int LOOKS_AROUND = 75;

    @Override
    public String name() {
      return "TROUBLE";
    }

    @Override
    public List<Signal> signals(Picture picture) {
      switch (picture.width()) {
        case HANGS -> hang();
        case DIES -> Runtime.getRuntime().halt(9);
        case HOARDS -> hoard();
        case THROWS -> throw new IllegalStateException("thrown");
        case LOOKS_AROUND -> {
          return List.of(Signal.exact(name(), System.getenv().keySet().toString()));
        }
        default -> System.out.println("noise that must not end up among the answers");
      }
      return List.of();
    }

    private static void hang() {
      long spins = 0;
      while (spins >= 0) {
        spins = (spins + 1) & Integer.MAX_VALUE;
      }
    }

    private static void hoard() {
      long[] hoard = new long[1 << 28];
      Arrays.fill(hoard, hoard.length);
    }

    @Override
    public int distance(String value, String other) {
      return value.equals(other) ? 0 : 1;
    }

    @Override
    public int defaultThreshold() {
      return 0;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    Path plugin = folder.resolve("plugin");
    Path services = Files.createDirectories(plugin.resolve("META-INF/services"));
    Files.writeString(services.resolve(SignalType.class.getName()), Troublemaker.class.getName());
    pool =
        new WorkerPool(
            TestDecoders.options(folder)
                .withWorkers(2)
                .withPerItem(Duration.ofSeconds(2))
                .withPlugins(List.of(plugin)));
    pool.start().toCompletableFuture().join();
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @Test
  void oneThatHangsIsKilledAndReplaced() throws Exception {
    assertProblem(Troublemaker.HANGS, "decoding took longer than 2000 ms");
    assertStillWorks();
  }

  @Test
  void oneThatDiesIsReplacedAndItsFileNotTriedAgain() throws Exception {
    assertProblem(Troublemaker.DIES, "the decoder died of this file (exit code 9)");
    assertStillWorks();
  }

  @Test
  void oneThatHoardsRunsIntoItsLimit() throws Exception {
    assertProblem(Troublemaker.HOARDS, "decoding needs more memory than a decoder may use");
    assertStillWorks();
  }

  @Test
  void aTypeThatThrowsLeavesTheOthersAlone() throws Exception {
    Hashes hashes = get(file(Troublemaker.THROWS));

    assertThat(hashes.problem().orElseThrow()).startsWith("signal type TROUBLE failed");
    assertThat(hashes.signals()).extracting(Signal::type).contains(Signal.PDQ);
  }

  @Test
  void theEnvironmentIsNotPassedOn() throws Exception {
    assertThat(System.getenv()).containsKey("PATH");

    String names =
        get(file(Troublemaker.LOOKS_AROUND)).signals().stream()
            .filter(signal -> signal.type().equals("TROUBLE"))
            .map(Signal::value)
            .findFirst()
            .orElseThrow();

    assertThat(names).contains("OPENCV_IO_MAX_IMAGE_PIXELS").doesNotContain("HOME", "TOKEN");
  }

  @Test
  void killedIdleWorkersAreNotNoticed() throws Exception {
    List<Long> before = awaitBothWorkers();
    for (long pid : before) {
      kill(pid);
    }

    assertStillWorks();
    assertThat(awaitBothWorkers()).doesNotContainAnyElementsOf(before);
  }

  /** A dead worker is replaced after its file has been answered. */
  private static List<Long> awaitBothWorkers() {
    pool.start().toCompletableFuture().join();
    List<Long> pids = pool.pids();
    assertThat(pids).hasSize(2);
    return pids;
  }

  private static void kill(long pid) throws Exception {
    ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
    worker.destroyForcibly();
    worker.onExit().get(10, TimeUnit.SECONDS);
  }

  @Test
  void aClosedPoolFailsWhatItIsAsked() throws Exception {
    WorkerPool closed = new WorkerPool(TestDecoders.options(folder));
    closed.close();

    assertThatThrownBy(() -> closed.fingerprint(file(50)).toCompletableFuture().get())
        .hasRootCauseMessage("The decoder is closed");
  }

  private static void assertProblem(int width, String problem) throws Exception {
    Hashes hashes = get(file(width));

    assertThat(hashes.problem()).hasValue(problem);
    assertThat(hashes.signals()).extracting(Signal::type).containsExactly("SHA256", "MD5");
  }

  private static void assertStillWorks() throws Exception {
    Path harmless = file(80);
    List<CompletableFuture<Hashes>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(pool.fingerprint(harmless).toCompletableFuture());
    }
    for (CompletableFuture<Hashes> one : all) {
      assertThat(one.get(60, TimeUnit.SECONDS).problem()).isEmpty();
    }
    assertThat(awaitBothWorkers()).hasSize(2);
  }

  private static Hashes get(Path file) throws Exception {
    return pool.fingerprint(file).toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private static Path file(int width) throws IOException {
    return Files.write(
        Files.createTempFile(folder, "media", ""),
        Encodings.encode("png", Scenes.landscape(1, width, 60)));
  }
}
