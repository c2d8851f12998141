package dev.cordon.matcher.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.video.Scene;
import dev.cordon.matcher.video.VideoBank;
import dev.cordon.matcher.video.VideoExtractor;
import dev.cordon.matcher.video.VideoOdds;
import dev.cordon.matcher.video.VideoQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the decoder makes of films and of pictures that move, in a real worker process. */
class FilmFilesTest {
  @TempDir static Path folder;
  private static final VideoBank BANK = new VideoBank(Runnable::run);
  private static WorkerPool pool;

  @BeforeAll
  static void start() throws Exception {
    pool = new WorkerPool(TestDecoders.options(folder));
    BANK.add(0, value(hashes("film.mp4", Depth.KEPT), Signal.VIDEO));
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @ParameterizedTest
  @CsvSource({
    "film.mp4, 0, 15, 0, 15, none",
    "cropped.webm, 0, 15, 0, 15, flipx",
    "set-into.mkv, 0, 15, 0, 15, none"
  })
  void aFilmIsFoundByALookAtItsLandmarks(
      String name, double start, double end, double entryStart, double entryEnd, String variant)
      throws Exception {
    List<Scene> scenes =
        matches(BANK.searchClosely(value(hashes(name, Set.of(Depth.FEATURES)), VideoQuery.TYPE)));

    assertThat(scenes).isNotEmpty();
    assertThat(scenes.get(0).variant()).isEqualTo(variant);
    assertSeconds(scenes.get(0).segment(), start, end, entryStart, entryEnd);
  }

  @ParameterizedTest
  @ValueSource(strings = {"excerpt.gif", "excerpt.webp"})
  void aPictureThatMovesIsAPictureAndAFilm(String name) throws Exception {
    assertThat(hashes(name, Set.of(Depth.WHOLE)).signals())
        .extracting(Signal::type)
        .contains(Signal.PDQ, Signal.VIDEO);
    Hashes closely = hashes(name, Set.of(Depth.FEATURES));
    assertThat(closely.signals()).extracting(Signal::type).contains(LocalQuery.TYPE);
    List<Scene> scenes = matches(BANK.searchClosely(value(closely, VideoQuery.TYPE)));
    assertSeconds(scenes.get(0).segment(), 0, 6.2, 4.3, 10.5);
  }

  @Test
  void aFilmThatIsCutOffIsComparedAsFarAsItGoes() throws Exception {
    byte[] all = Files.readAllBytes(file("set-into.mkv"));
    Path half = Files.write(folder.resolve("half"), java.util.Arrays.copyOf(all, all.length / 2));

    Hashes hashes =
        pool.fingerprint(half, Set.of(Depth.WHOLE)).toCompletableFuture().get(60, TimeUnit.SECONDS);

    assertThat(hashes.signals()).extracting(Signal::type).contains(Signal.VIDEO);
  }

  private static List<Scene> matches(List<Scene> scenes) {
    return scenes.stream().filter(scene -> scene.distance() <= VideoOdds.THRESHOLD).toList();
  }

  private static void assertSeconds(
      Segment segment, double start, double end, double entryStart, double entryEnd) {
    assertThat(segment.start()).isCloseTo(start, within(1.5));
    assertThat(segment.end()).isCloseTo(end, within(1.5));
    assertThat(segment.entryStart()).isCloseTo(entryStart, within(1.5));
    assertThat(segment.entryEnd()).isCloseTo(entryEnd, within(1.5));
  }

  private static String value(Hashes hashes, String type) {
    return hashes.signals().stream()
        .filter(signal -> signal.type().equals(type))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static Hashes hashes(String name, Set<Depth> depths) throws Exception {
    return pool.fingerprint(file(name), depths).toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private static Path file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(VideoExtractor.class.getResourceAsStream(name), name)) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }
}
