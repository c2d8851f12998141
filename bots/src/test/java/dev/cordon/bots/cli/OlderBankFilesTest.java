package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankFiles;
import dev.cordon.matcher.bank.BankFiles.BadLine;
import dev.cordon.matcher.bank.BankFiles.Imported;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.decode.DecoderOptions;
import dev.cordon.matcher.decode.WorkerPool;
import dev.cordon.matcher.local.LocalFeatures;
import dev.cordon.matcher.redis.RedisBankFeed;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bank files that Cordon wrote before still find their pictures. The files beside this test are
 * never to be written anew: when a format changes, one of the new version joins them.
 */
@ExtendWith(RedisServerExtension.class)
@Timeout(180)
class OlderBankFilesTest {
  private static final Path PHOTOS = Path.of("src/main/resources/dev/cordon/bots/demo/bank");
  private static final List<String> NAMES =
      List.of("coffee-cup.jpg", "great-wall.jpg", "moose.jpg", "panda.jpg");

  /** With digests, PDQ and local features of version 1. */
  private static final String VERSION_1 = "photographs-1.jsonl";

  /** With SHA-256 and PDQ only. */
  private static final String BEFORE_FEATURES = "photographs-pdq.jsonl";

  @TempDir static Path folder;
  private static WorkerPool decoders;

  private final List<BadLine> bad = new ArrayList<>();
  private BankStore store;
  private LocalMatcher matcher;

  @BeforeAll
  static void start() {
    decoders = new WorkerPool(DecoderOptions.in(folder).withWorkers(1));
  }

  @AfterAll
  static void stop() {
    decoders.close();
  }

  @BeforeEach
  void open(RedisLink link) {
    Clock clock = Clock.systemUTC();
    store = new RedisBankStore(link, clock);
    matcher = new LocalMatcher(decoders, new RedisBankFeed(link), clock, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    matcher.close();
  }

  @Test
  void aFileOfVersion1StillReads() throws Exception {
    assertThat(read(text(VERSION_1))).isEqualTo(new Imported("photographs", 4, 0));

    assertThat(entries().keySet()).containsExactlyInAnyOrderElementsOf(NAMES);
    for (BankEntry entry : entries().values()) {
      assertThat(entry.signals())
          .extracting(Signal::type)
          .containsExactly(Signal.SHA256, Signal.MD5, Signal.PDQ, Signal.LOCAL_FEATURES);
      String features = entry.signals().get(3).value();
      assertThat(LocalFeatures.parse(features).size()).isGreaterThan(100);
      assertThat(LocalFeatures.parse(features)).hasToString(features);
    }
  }

  @Test
  void itsEntriesStillMatchByEverySignal() throws Exception {
    read(text(VERSION_1));
    await(matcher.start());
    for (String name : NAMES) {
      assertThat(match(name, PHOTOS.resolve(name)).signal()).isEqualTo(Signal.SHA256);
      assertThat(match(name, written(picture(name))).signal()).isEqualTo(Signal.PDQ);
      Match edited = match(name, written(cutAndMirrored(picture(name))));
      assertThat(edited.signal()).isEqualTo(Signal.LOCAL_FEATURES);
      assertThat(edited.confidence()).isGreaterThan(0.9);
    }
  }

  @Test
  void aFileFromBeforeLocalFeaturesMatchesByPdq() throws Exception {
    assertThat(read(text(BEFORE_FEATURES))).isEqualTo(new Imported("photographs", 4, 0));
    await(matcher.start());
    for (String name : NAMES) {
      assertThat(match(name, PHOTOS.resolve(name)).signal()).isEqualTo(Signal.SHA256);
      assertThat(match(name, written(picture(name))).signal()).isEqualTo(Signal.PDQ);
    }
  }

  /** Half an entry would look like a whole one, so it is left out, and the line is named. */
  @Test
  void anEntryOfALaterVersionIsLeftOutAndNamed() throws Exception {
    String[] lines = text(VERSION_1).split("\n", -1);
    lines[2] = lines[2].replace("\"value\":\"Af//", "\"value\":\"Av//");

    assertThat(read(String.join("\n", lines))).isEqualTo(new Imported("photographs", 3, 1));

    assertThat(bad)
        .containsExactly(
            new BadLine(
                3,
                "LOCAL_FEATURES is of version 2; this Cordon reads version 1,"
                    + " a newer one is needed"));
    assertThat(entries()).hasSize(3);
  }

  private Imported read(String file) throws IOException {
    Imported imported = new BankFiles(store).importAs(new StringReader(file), bad::add);
    assertThat(bad).hasSize((int) imported.bad());
    return imported;
  }

  private static String text(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(OlderBankFilesTest.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Map<String, BankEntry> entries() {
    Map<String, BankEntry> bySource = new HashMap<>();
    await(store.forEach("photographs", entry -> bySource.put(entry.source(), entry)));
    return bySource;
  }

  /** The one match of a file, with the entry of a picture. */
  private Match match(String name, Path file) {
    Matched matched = (Matched) await(matcher.scan(file)).result();
    assertThat(matched.matches()).as(name).hasSize(1);
    BankEntry entry = Objects.requireNonNull(entries().get(name));
    assertThat(matched.best().entry()).as(name).isEqualTo(entry.id());
    return matched.best();
  }

  private static BufferedImage picture(String name) throws IOException {
    return ImageIO.read(PHOTOS.resolve(name).toFile());
  }

  /** A quarter of the width and of the height cut off, left and right exchanged. */
  private static BufferedImage cutAndMirrored(BufferedImage picture) {
    int width = picture.getWidth() * 3 / 4;
    int height = picture.getHeight() * 3 / 4;
    BufferedImage edited = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = edited.createGraphics();
    graphics.drawImage(picture.getSubimage(0, 0, width, height), width, 0, -width, height, null);
    graphics.dispose();
    return edited;
  }

  private static Path written(BufferedImage picture) throws IOException {
    Path file = Files.createTempFile(folder, "picture", ".jpg");
    ImageIO.write(picture, "jpeg", file.toFile());
    return file;
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
