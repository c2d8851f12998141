package dev.cordon.matcher;

import static dev.cordon.matcher.bank.Entries.violating;
import static dev.cordon.matcher.bank.Entries.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.MatchResult.NoMatch;
import dev.cordon.matcher.MatchResult.Unscannable;
import dev.cordon.matcher.audio.AudioExtractor;
import dev.cordon.matcher.audio.Sounds;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.decode.DecoderOptions;
import dev.cordon.matcher.decode.WorkerPool;
import dev.cordon.matcher.redis.RedisBankFeed;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import dev.cordon.matcher.video.VideoExtractor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Recordings and films from the file to the verdict, with real workers and a real Redis. */
@ExtendWith(RedisServerExtension.class)
class FilmAndSoundMatcherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;
  private WorkerPool pool;
  private BankStore store;
  private LocalMatcher matcher;

  @BeforeEach
  void open(RedisLink link) throws Exception {
    DecoderOptions defaults = DecoderOptions.in(folder).withWorkers(1);
    pool =
        new WorkerPool(
            new DecoderOptions(
                1,
                defaults.maxBytes(),
                defaults.maxPixels(),
                defaults.perItem(),
                defaults.heapMegabytes(),
                defaults.memoryMegabytes(),
                defaults.plugins(),
                Path.of("target", "natives"),
                defaults.scratch()));
    store = new RedisBankStore(link, Clock.systemUTC());
    matcher =
        new LocalMatcher(
            pool, new RedisBankFeed(link), Clock.systemUTC(), new SimpleMeterRegistry());
    await(store.put(Bank.named("bank")));
    await(matcher.start());
  }

  @AfterEach
  void close() {
    matcher.close();
    pool.close();
  }

  @Test
  void aVoiceNoteIsKnownByTheSoundOfAFilm() throws Exception {
    BankEntry film = violating("bank", hashes("film.mp4"));
    put(film);

    Scan scan = await(matcher.scan(file("voice.ogg")));

    Match match = ((Matched) scan.result()).best();
    assertThat(match.entry()).isEqualTo(film.id());
    assertThat(match.signal()).isEqualTo(Signal.AUDIO);
    Segment segment = match.segment().orElseThrow();
    assertThat(segment.start()).isCloseTo(0, within(1.0));
    assertThat(segment.end()).isCloseTo(6, within(1.0));
    assertThat(segment.entryStart()).isCloseTo(2, within(1.0));
    assertThat(segment.entryEnd()).isCloseTo(8, within(1.0));
    assertThat(scan.signals()).extracting(Signal::type).doesNotContain(Signal.AUDIO);
  }

  @Test
  void aFilmIsKnownByItsSoundAndCleanWithoutAMatch() throws Exception {
    Path film = file("film.webm");
    assertThat(await(matcher.scan(film)).result()).isInstanceOf(NoMatch.class);

    BankEntry song = violating("bank", hashes("music.mp3"));
    put(song);
    assertThat(((Matched) await(matcher.scan(film)).result()).best().entry()).isEqualTo(song.id());

    await(store.remove(song.id()));
    until(() -> await(matcher.status()).entries() == 0);
    assertThat(await(matcher.scan(film)).result()).isInstanceOf(NoMatch.class);
  }

  /** The stages of a film: its stills say nothing once it was cut, its landmarks do. */
  @Test
  void aFilmThatWasCutAndMirroredIsKnownByItsLandmarks() throws Exception {
    BankEntry film = violating("bank", hashes(moving("film.mp4")));
    put(film);

    Match match = ((Matched) await(matcher.scan(moving("cropped.webm"))).result()).best();

    assertThat(match.entry()).isEqualTo(film.id());
    assertThat(match.signal()).isEqualTo(Signal.VIDEO);
    Segment segment = match.segment().orElseThrow();
    assertThat(segment.entryStart()).isCloseTo(segment.start(), within(1.0));
    assertThat(segment.end() - segment.start()).isGreaterThan(12);
  }

  @Test
  void otherMusicIsCleanAndSilenceIsNot() throws Exception {
    put(violating("bank", hashes("music.mp3")));

    float[] other = Sounds.music(77, 12, 1, 1, 22_050);
    Path music = Files.write(folder.resolve("other"), Sounds.wave(other, 22_050));
    assertThat(await(matcher.scan(music)).result()).isInstanceOf(NoMatch.class);

    float[] silence = new float[12 * 22_050];
    Path quiet = Files.write(folder.resolve("quiet"), Sounds.wave(silence, 22_050));
    assertThat(await(matcher.scan(quiet)).result()).isInstanceOf(Unscannable.class);
  }

  /** A harmless jingle before known sound must not hide it. */
  @Test
  void anAllowedEntryWinsOverItsOwnSecondsOnly() throws Exception {
    float[] known = Sounds.music(1, 12, 1, 1, AudioExtractor.RATE);
    float[] jingle = Sounds.music(90, 12, 1, 1, AudioExtractor.RATE);
    float[] both = new float[known.length + jingle.length];
    System.arraycopy(jingle, 0, both, 0, jingle.length);
    System.arraycopy(known, 0, both, jingle.length, known.length);
    BankEntry bad = violating("bank", hashes(wave("known", known)));
    put(with("bank", Opinion.ALLOWED, hashes(wave("jingle", jingle))));
    put(bad);

    Matched matched = (Matched) await(matcher.scan(wave("both", both))).result();

    assertThat(matched.matches()).extracting(Match::entry).containsExactly(bad.id());
    assertThat(matched.best().segment().orElseThrow().start()).isCloseTo(12, within(1.0));
  }

  @Test
  void anotherMediaIsNeededForWhatWasCleanBefore() throws Exception {
    String before = await(matcher.status()).mediaCheckpoint();
    put(violating("bank", hashes("music.mp3")));
    String first = await(matcher.status()).mediaCheckpoint();
    put(violating("bank", hashes("music.ogg")));

    assertThat(first).isNotEqualTo(before);
    assertThat(await(matcher.status()).mediaCheckpoint()).isNotEqualTo(first);
  }

  private Path wave(String name, float[] sound) throws IOException {
    return Files.write(folder.resolve(name), Sounds.wave(sound, AudioExtractor.RATE));
  }

  private Path file(String name) throws IOException {
    return file(AudioExtractor.class, name);
  }

  private Path moving(String name) throws IOException {
    return file(VideoExtractor.class, name);
  }

  private Path file(Class<?> beside, String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  private Signal[] hashes(String name) throws Exception {
    return hashes(file(name));
  }

  private Signal[] hashes(Path media) throws Exception {
    return await(matcher.hash(media)).signals().toArray(Signal[]::new);
  }

  private void put(BankEntry entry) throws Exception {
    String checkpoint = await(store.put(List.of(entry)));
    until(() -> await(matcher.status()).indexCheckpoint().equals(checkpoint));
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
