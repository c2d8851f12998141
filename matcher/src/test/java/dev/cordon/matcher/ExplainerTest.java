package dev.cordon.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.Explanation.Course;
import dev.cordon.matcher.Explanation.HashPair;
import dev.cordon.matcher.Explanation.Nearness;
import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.audio.Sounds;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.IndexedEntry;
import dev.cordon.matcher.bank.Ulid;
import dev.cordon.matcher.decode.TestDecoders;
import dev.cordon.matcher.decode.WorkerPool;
import dev.cordon.matcher.local.Correspondence;
import dev.cordon.matcher.local.Place;
import dev.cordon.matcher.qr.Codes;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Scenes;
import dev.cordon.matcher.signal.Signals;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real decoders, on pictures whose edits are known to the pixel. */
class ExplainerTest {
  private static final Bank BANK = new Bank("known", "", false, Map.of("PDQ", 20), "");
  private static final int RATE = 22_050;
  private static final BufferedImage SCENE = Scenes.landscape(7, 640, 400);

  @TempDir static Path folder;
  private static WorkerPool pool;
  private static BankEntry entry;

  @BeforeAll
  static void start() throws Exception {
    pool = new WorkerPool(TestDecoders.options(folder));
    Path known = write(SCENE);
    List<Signal> signals = pool.fingerprint(known).toCompletableFuture().join().signals();
    entry = entry(signals);
  }

  private static BankEntry entry(List<Signal> signals) {
    Instant past = Instant.EPOCH;
    return new BankEntry(
        Ulid.at(1).toString(),
        "known",
        Signals.kept(signals),
        Opinion.VIOLATING,
        Set.of(),
        "",
        "",
        past,
        Optional.empty(),
        Optional.of(past));
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  /** Columns 80 to 560 and rows 40 to 360, mirrored, at (300, 150). */
  @Test
  void aMirroredCropInAnotherPictureIsOutlinedToThePixel() throws Exception {
    BufferedImage around = Scenes.landscape(3, 900, 600);
    Graphics2D pen = around.createGraphics();
    pen.drawImage(SCENE, 780, 150, 300, 470, 80, 40, 560, 360, null);
    pen.dispose();

    Explanation why = explain(around, 1);

    Match match = why.match().orElseThrow();
    assertThat(match.signal()).isEqualTo(Signal.LOCAL_FEATURES);
    Correspondence found = why.correspondence().orElseThrow();
    assertThat(found.variant()).isEqualTo(match.variant()).isEqualTo("flipx");
    assertThat(found.distance()).isEqualTo(match.distance());
    // The entry's corners in the file: its left edge lies at 780 + 80.
    assertPlaces(
        found.outline(),
        860 / 900.0,
        110 / 600.0,
        220 / 900.0,
        110 / 600.0,
        220 / 900.0,
        0.85,
        860 / 900.0,
        0.85);
    assertThat(found.points()).hasSizeGreaterThan(10).allSatisfy(ExplainerTest::assertTrue);
  }

  private static void assertPlaces(List<Place> places, double... expected) {
    assertThat(places).hasSize(expected.length / 2);
    for (int i = 0; i < places.size(); i++) {
      assertThat(places.get(i).x()).isCloseTo(expected[2 * i], within(0.02));
      assertThat(places.get(i).y()).isCloseTo(expected[2 * i + 1], within(0.02));
    }
  }

  /** A fit lets places be off by three in a hundred. */
  private static void assertTrue(Correspondence.Joined joined) {
    double x = 860 - joined.file().x() * 900;
    double y = joined.file().y() * 600 - 110;
    assertThat(joined.entry().x() * 640).isCloseTo(x, within(20.0));
    assertThat(joined.entry().y() * 400).isCloseTo(y, within(20.0));
  }

  @Test
  void oddsAreThoseOfABankWithAsManyEntries() throws Exception {
    BufferedImage mirrored = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = mirrored.createGraphics();
    pen.drawImage(SCENE, 640, 0, -640, 400, null);
    pen.dispose();

    Explanation one = explain(mirrored, 1);
    Explanation many = explain(mirrored, 1000);

    assertThat(one.match().orElseThrow().signal()).isEqualTo(Signal.PDQ);
    assertThat(one.match().orElseThrow().variant()).isEqualTo("flipy");
    assertThat(one.hashes().orElseThrow().distance())
        .isEqualTo(one.match().orElseThrow().distance());
    assertThat(many.match().orElseThrow().falsePositives())
        .isCloseTo(1000 * one.match().orElseThrow().falsePositives(), within(1e-6));
    assertThat(one.nearness(Signal.PDQ).map(Nearness::threshold)).hasValue(20);
  }

  /** What is explained is what a matcher says. */
  @Test
  void theMatchIsThatOfAMatcher() throws Exception {
    BufferedImage crop = SCENE.getSubimage(100, 60, 360, 260);

    Match explained = explain(crop, 1).match().orElseThrow();

    Replica.Loader loader = new Replica.Loader(List.of(), Runnable::run);
    loader.put(new Bank("known", "", true, BANK.thresholds(), ""));
    loader.put(
        new IndexedEntry(
            Ulid.parse(entry.id()), "known", entry.signals(), entry.opinion(), Long.MAX_VALUE));
    var hashes = pool.fingerprint(write(crop), Set.of(Depth.values())).toCompletableFuture().join();
    var ruling = Judge.judge(loader.build("1"), hashes, 0).result();
    assertThat(((Matched) ruling).matches()).containsExactly(explained);
  }

  @Test
  void whatDoesNotMatchIsToldTheNearestOfEachSignal() throws Exception {
    Explanation why = explain(Scenes.landscape(31, 500, 400), 1);

    assertThat(why.match()).isEmpty();
    assertThat(why.problem()).isEmpty();
    assertThat(why.nearness(Signal.PDQ).orElseThrow().distance()).isBetween(40, 180);
    assertThat(why.nearest()).noneMatch(near -> near.distance() <= near.threshold());
  }

  @Test
  void whatCannotBeLookedAtIsNotSaidToBeDifferent() throws Exception {
    Path file = Files.write(folder.resolve("noise"), new byte[] {1, 2, 3});

    Explanation why = explain(file, 1);

    assertThat(why.match()).isEmpty();
    assertThat(why.nearest()).isEmpty();
    assertThat(why.problem()).isPresent();
  }

  @Test
  void theSameBytesAreSaidToBeTheSame() throws Exception {
    Explanation why = explain(write(SCENE), 5);

    assertThat(why.match().orElseThrow().signal()).isEqualTo(Signal.SHA256);
    assertThat(why.match().orElseThrow().falsePositives()).isZero();
    assertThat(why.hashes().map(HashPair::distance)).hasValue(0);
    assertThat(why.nearness(Signal.SHA256).map(Nearness::distance)).hasValue(0);
  }

  @Test
  void aLinkIsExplainedByTheCodeThatLeadsToIt() throws Exception {
    BufferedImage poster = Scenes.landscape(12, 640, 480);
    Codes.lay(
        poster,
        Codes.code("https://t.me/joinchat/AbC", Color.BLACK, Color.WHITE),
        320,
        240,
        200,
        0);
    BankEntry link = entry(List.of(Signal.exact(Signals.URL, "https://t.me/+AbC")));

    Explanation why = explain(write(poster), link, 1);

    Match match = why.match().orElseThrow();
    assertThat(match.signal()).isEqualTo(Signals.URL);
    assertThat(match.region().orElseThrow().left()).isBetween(0.5, 0.6);
    assertThat(why.nearest()).containsExactly(new Nearness(Signals.URL, 0, 0));
  }

  /** Seconds 10 to 20 of the song after four of another. */
  @Test
  void ofSoundTheStretchesAndThePeaksAreTold() throws Exception {
    float[] song = Sounds.music(1, 30, 1, 1, RATE);
    float[] file = Sounds.music(2, 14, 1, 1, RATE);
    System.arraycopy(song, 10 * RATE, file, 4 * RATE, 10 * RATE);
    BankEntry known = entry(signals(sound(song)));

    Explanation why = explain(sound(file), known, 1);

    assertThat(why.match().map(Match::signal)).hasValue(Signal.AUDIO);
    Course course = why.course().orElseThrow();
    assertThat(course.seconds()).isCloseTo(14, within(0.2));
    assertThat(course.entrySeconds()).isCloseTo(30, within(0.2));
    assertThat(course.sound()).isTrue();
    assertThat(course.pictures()).isFalse();
    assertThat(course.stretches()).hasSize(1);
    assertThat(course.stretches().get(0).segment()).isEqualTo(why.match().get().segment().get());
    assertThat(course.stretches().get(0).speed()).isCloseTo(1, within(0.01));
    assertThat(why.agreement().orElseThrow().agreeing()).isGreaterThan(50);
    assertThat(why.nearness(Signal.AUDIO).orElseThrow().threshold()).isEqualTo(50);
  }

  @Test
  void ofUnrelatedSoundOnlyTheLengthsAreTold() throws Exception {
    BankEntry known = entry(signals(sound(Sounds.music(1, 20, 1, 1, RATE))));

    Explanation why = explain(sound(Sounds.music(8, 10, 1, 1, RATE)), known, 1);

    assertThat(why.match()).isEmpty();
    assertThat(why.course().orElseThrow().stretches()).isEmpty();
    assertThat(why.course().get().entrySeconds()).isCloseTo(20, within(0.2));
    assertThat(why.agreement()).isEmpty();
    assertThat(explain(write(SCENE), known, 1).course()).isEmpty();
  }

  private static List<Signal> signals(Path file) {
    return pool.fingerprint(file).toCompletableFuture().join().signals();
  }

  private static Path sound(float[] samples) throws IOException {
    return Files.write(Files.createTempFile(folder, "sound", ".wav"), Sounds.wave(samples, RATE));
  }

  private static Explanation explain(BufferedImage picture, long entries) throws IOException {
    return explain(write(picture), entries);
  }

  private static Explanation explain(Path file, long entries) {
    return explain(file, entry, entries);
  }

  private static Explanation explain(Path file, BankEntry known, long entries) {
    return new Explainer(pool, Clock.systemUTC())
        .explain(file, BANK, known, entries)
        .toCompletableFuture()
        .join();
  }

  private static Path write(BufferedImage picture) throws IOException {
    Path file = Files.createTempFile(folder, "picture", ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
