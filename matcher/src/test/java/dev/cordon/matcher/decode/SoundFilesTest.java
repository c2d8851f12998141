package dev.cordon.matcher.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.AudioBank;
import dev.cordon.matcher.audio.AudioExtractor;
import dev.cordon.matcher.audio.AudioOdds;
import dev.cordon.matcher.audio.Passage;
import dev.cordon.matcher.audio.Sounds;
import dev.cordon.matcher.signal.Depth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the decoder makes of recordings and films, in a real worker process. */
class SoundFilesTest {
  private static final int RATE = 44_100;
  private static final int KNOWN = 1;
  private static final String NOTHING = "the sound is too short, too quiet or too even to compare";

  @TempDir static Path folder;
  private static final AudioBank BANK = new AudioBank();
  private static WorkerPool pool;

  @BeforeAll
  static void start() throws Exception {
    pool = new WorkerPool(TestDecoders.options(folder));
    for (int row = 0; row < 4; row++) {
      BANK.add(row, audio(hashes(wave(row, 20))).orElseThrow());
    }
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @ParameterizedTest
  @CsvSource({
    "music.mp3, 0, 8",
    "music.aac, 0, 8",
    "music.ogg, 0, 8",
    "music.flac, 0, 6",
    "voice.ogg, 6, 15"
  })
  void recordingsAreFound(String name, double start, double end) throws Exception {
    Hashes hashes = hashes(file(name));

    assertThat(hashes.problem()).isEmpty();
    assertPlace(hashes, start, end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"film.mp4", "film.webm", "film.avi"})
  void theSoundOfAFilmIsFoundBesideItsPictures(String name) throws Exception {
    Hashes hashes = hashes(file(name));

    assertThat(hashes.problem()).isEmpty();
    assertThat(hashes.signals()).extracting(Signal::type).contains(Signal.VIDEO);
    assertPlace(hashes, 4, 12);
  }

  private static void assertPlace(Hashes hashes, double start, double end) {
    List<Passage> passages =
        BANK.search(audio(hashes).orElseThrow()).stream()
            .filter(passage -> passage.distance() <= AudioOdds.THRESHOLD)
            .toList();
    assertThat(passages).extracting(Passage::row).containsExactly(KNOWN);
    assertThat(passages.get(0).start()).isCloseTo(0, within(1.0));
    assertThat(passages.get(0).entryStart()).isCloseTo(start, within(1.0));
    assertThat(passages.get(0).entryEnd()).isCloseTo(end, within(1.0));
  }

  @Test
  void onlyTheFirstLookGivesSoundAndThereIsNoPreview() throws Exception {
    Path file = write(file("voice.ogg"));

    assertThat(get(pool.fingerprint(file, Set.of(Depth.PARTS, Depth.FEATURES))).signals())
        .isEmpty();
    assertThat(get(pool.preview(file))).isEmpty();
  }

  @Test
  void silenceTonesAndSnippetsAreNotCompared() throws Exception {
    float[] tone = new float[8 * RATE];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.4 * Math.sin(2 * Math.PI * 700 * i / RATE));
    }
    for (byte[] file :
        List.of(Sounds.wave(new float[8 * RATE], RATE), Sounds.wave(tone, RATE), wave(1, 2))) {
      Hashes hashes = hashes(file);
      assertThat(audio(hashes)).isEmpty();
      assertThat(hashes.problem()).hasValue(NOTHING);
    }
  }

  @Test
  void whatIsDamagedSaysSo() throws Exception {
    byte[] film = file("film.mp4");
    assertThat(hashes(Arrays.copyOf(film, film.length / 2)).problem())
        .hasValue("the MP4 data is damaged or cut off");

    byte[] song = file("music.mp3");
    Random random = new Random(5);
    for (int i = 2000; i < song.length; i++) {
      song[i] = (byte) random.nextInt();
    }
    assertThat(hashes(song).problem()).isPresent();
  }

  /** Whatever happens inside, each file is answered. */
  @ParameterizedTest
  @ValueSource(
      strings = {"music.mp3", "music.ogg", "music.flac", "film.mp4", "film.webm", "film.avi"})
  void flippedBytesAreAnswered(String name) throws Exception {
    Random random = new Random(name.hashCode());
    for (int round = 0; round < 12; round++) {
      byte[] bytes = file(name);
      for (int i = 0; i < 40; i++) {
        bytes[16 + random.nextInt(round < 6 ? 2000 : bytes.length - 16)] = (byte) random.nextInt();
      }
      Hashes hashes = hashes(bytes);
      assertThat(hashes.signals().size() > 2 || hashes.problem().isPresent()).isTrue();
    }
  }

  private static byte[] wave(int seed, double seconds) {
    return Sounds.wave(Sounds.music(seed, seconds, 1, 1, RATE), RATE);
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AudioExtractor.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  private static Optional<String> audio(Hashes hashes) {
    return hashes.signals().stream()
        .filter(signal -> signal.type().equals(Signal.AUDIO))
        .map(Signal::value)
        .findFirst();
  }

  private static Path write(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "sound", ""), content);
  }

  private static Hashes hashes(byte[] content) throws Exception {
    return get(pool.fingerprint(write(content)));
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
