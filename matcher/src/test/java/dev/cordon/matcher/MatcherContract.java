package dev.cordon.matcher;

import static dev.cordon.matcher.bank.Entries.NOW;
import static dev.cordon.matcher.bank.Entries.until;
import static dev.cordon.matcher.bank.Entries.violating;
import static dev.cordon.matcher.bank.Entries.with;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.MatchResult.NoMatch;
import dev.cordon.matcher.MatchResult.Unscannable;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.pdq.PdqSignalType;
import dev.cordon.matcher.redis.RedisBankFeed;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import dev.cordon.matcher.signal.Signals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What every matcher does; with a real Redis behind it. */
@ExtendWith(RedisServerExtension.class)
@Timeout(60)
public abstract class MatcherContract {
  private static final String HASH = "f".repeat(32) + "0".repeat(32);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  @TempDir Path directory;
  private BankStore store;
  private LocalMatcher local;
  private Matcher matcher;

  /** The matcher to test, which judges with a local one. */
  protected abstract Matcher matcher(LocalMatcher local, RedisLink link);

  @BeforeEach
  void open(RedisLink link) {
    store = new RedisBankStore(link, clock);
    local = new LocalMatcher(new TextFingerprinter(), new RedisBankFeed(link), clock, meters);
    matcher = matcher(local, link);
  }

  @AfterEach
  void close() {
    matcher.close();
    local.close();
  }

  @Test
  void givesNoVerdictBeforeTheIndexIsLoaded() throws Exception {
    Path media = file(pdq(HASH));
    assertThat(await(matcher.status()).ready()).isFalse();
    assertThatThrownBy(() -> await(matcher.scan(media)))
        .hasCauseInstanceOf(IndexNotReadyException.class);
    assertThatThrownBy(() -> await(matcher.match(List.of(pdq(HASH)))))
        .hasCauseInstanceOf(IndexNotReadyException.class);
    await(local.start());
    assertThat(await(matcher.scan(media)).result()).isInstanceOf(NoMatch.class);
  }

  @Test
  void matchesWhatIsInABank() throws Exception {
    BankEntry entry = violating("bank", pdq(HASH));
    start(Bank.named("bank"), entry);
    Scan scan = await(matcher.scan(file(pdq(flipped(HASH, 7), 60))));
    Match match = ((Matched) scan.result()).best();
    assertThat(match.confidence()).isBetween(0.9999, 1.0);
    assertThat(match.falsePositives()).isBetween(1e-12, 1e-3);
    assertThat(match)
        .isEqualTo(
            new Match(
                "bank",
                entry.id(),
                Opinion.VIOLATING,
                Signal.PDQ,
                7,
                60,
                "none",
                match.confidence(),
                match.falsePositives(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(scan.signals())
        .extracting(Signal::type)
        .containsExactly(Signal.SHA256, Signal.MD5, Signal.PDQ);
    assertThat(await(matcher.match(scan.signals()))).isEqualTo(scan.result());
  }

  @Test
  void followsEveryChange() throws Exception {
    start(Bank.named("bank"));
    BankEntry entry = violating("bank", pdq(HASH));
    put(entry);
    assertThat(verdict(pdq(HASH))).isInstanceOf(Matched.class);
    put(
        new BankEntry(
            entry.id(),
            "bank",
            List.of(pdq(flipped(HASH, 100))),
            Opinion.DISPUTED,
            entry.labels(),
            "",
            "",
            NOW,
            Optional.empty(),
            Optional.empty()));
    assertThat(verdict(pdq(HASH))).isInstanceOf(NoMatch.class);
    Matched disputed = (Matched) verdict(pdq(flipped(HASH, 100)));
    assertThat(disputed.best().opinion()).isEqualTo(Opinion.DISPUTED);
    await(store.remove(entry.id()));
    untilStatus(status -> assertThat(status.entries()).isZero());
    assertThat(verdict(pdq(flipped(HASH, 100)))).isInstanceOf(NoMatch.class);
  }

  @Test
  void prefersTheDigestAndTheNearest() throws Exception {
    Signal digest = Signal.exact(Signal.SHA256, "0a".repeat(32));
    BankEntry near = violating("bank", pdq(flipped(HASH, 3)));
    BankEntry exact = violating("bank", Signal.exact(Signal.SHA256, "0A".repeat(32)), pdq(HASH));
    start(Bank.named("bank"), near, exact);
    Matched matched = (Matched) verdict(pdq(HASH), digest);
    assertThat(matched.matches())
        .extracting(Match::entry, Match::signal, Match::distance)
        .containsExactly(tuple(exact.id(), "SHA256", 0), tuple(near.id(), "PDQ", 3));
    assertThat(matched.best().confidence()).isEqualTo(1);
    assertThat(matched.best().falsePositives()).isZero();
  }

  @Test
  void findsTurnedCopies() throws Exception {
    start(Bank.named("bank"), violating("bank", pdq(HASH)));
    List<String> turned =
        List.of("1", "2", "3", "4", HASH, "6", "7").stream()
            .map(hash -> hash.length() == 1 ? hash.repeat(64) : hash)
            .toList();
    Signal dihedral = new Signal(PdqSignalType.DIHEDRAL, String.join(",", turned), 90);
    Matched matched = (Matched) verdict(pdq("5a".repeat(32)), dihedral);
    assertThat(matched.best().variant()).isEqualTo("flipy");
    assertThat(matched.best().quality()).isEqualTo(90);
  }

  /** Twice the hashes looked for, or twice the bank, errs twice as often. */
  @Test
  void estimatesFalsePositivesByWhatWasCompared() throws Exception {
    start(Bank.named("bank"), violating("bank", pdq(HASH)));
    Signal seven = new Signal(PdqSignalType.DIHEDRAL, String.join(",", nCopies(7, HASH)), 100);
    Match one = ((Matched) verdict(pdq(flipped(HASH, 20)))).best();
    Match eight = ((Matched) verdict(pdq(flipped(HASH, 20)), seven)).best();
    assertThat(eight.distance()).isZero();
    Match same = ((Matched) verdict(pdq(HASH))).best();
    assertThat(eight.falsePositives()).isCloseTo(8 * same.falsePositives(), withinPercentage(1));
    assertThat(one.falsePositives()).isGreaterThan(same.falsePositives());
    put(violating("bank", pdq("5a".repeat(32))));
    Match larger = ((Matched) verdict(pdq(flipped(HASH, 20)))).best();
    assertThat(larger.falsePositives()).isCloseTo(2 * one.falsePositives(), withinPercentage(1));
    assertThat(larger.confidence()).isLessThan(one.confidence());
  }

  @Test
  void doesNotRelyOnPicturesWithoutStructure() throws Exception {
    start(Bank.named("bank"), violating("bank", pdq(HASH)));
    Match flat = ((Matched) verdict(pdq(HASH, 10))).best();
    assertThat(flat.confidence()).isLessThan(0.5);
    assertThat(flat.falsePositives()).isGreaterThan(1000);
  }

  @Test
  void reportsTheQualityOfThePoorerSignal() throws Exception {
    start(Bank.named("bank"), violating("bank", pdq(HASH, 60)));
    assertThat(((Matched) verdict(pdq(HASH, 80))).best().quality()).isEqualTo(60);
    assertThat(((Matched) verdict(pdq(HASH, 20))).best().quality()).isEqualTo(20);
  }

  @Test
  void findsNothingByThePdqOfAPictureThatIsTooPlain() throws Exception {
    start(Bank.named("bank"), violating("bank", pdq(HASH, 49)));
    assertThat(verdict(pdq(HASH, 49))).isInstanceOf(NoMatch.class);
  }

  @Test
  void letsAPlainPicturePassThatIsAllowed() throws Exception {
    await(store.put(new Bank("harmless", "", true, Map.of("PDQ", 10), "")));
    BankEntry allowed = with("harmless", Opinion.ALLOWED, pdq(HASH, 49));
    start(Bank.named("bank"), violating("bank", pdq(flipped(HASH, 1), 52)), allowed);
    NoMatch overruled = (NoMatch) verdict(pdq(HASH, 48));
    assertThat(overruled.allowedBy()).extracting(Match::entry).containsExactly(allowed.id());
  }

  @Test
  void keepsToTheThresholdOfEachBank() throws Exception {
    await(store.put(new Bank("strict", "", true, Map.of("PDQ", 5), "")));
    BankEntry strict = violating("strict", pdq(HASH));
    BankEntry wide = violating("wide", pdq(HASH));
    start(Bank.named("wide"), strict, wide);
    assertThat(((Matched) verdict(pdq(flipped(HASH, 5)))).matches()).hasSize(2);
    assertThat(((Matched) verdict(pdq(flipped(HASH, 6)))).matches())
        .extracting(Match::entry)
        .containsExactly(wide.id());
    assertThat(verdict(pdq(flipped(HASH, 31)))).isInstanceOf(Matched.class);
    assertThat(verdict(pdq(flipped(HASH, 32)))).isInstanceOf(NoMatch.class);
  }

  @Test
  void letsAnAllowedEntryWinAndSaysSo() throws Exception {
    await(store.put(new Bank("harmless", "", true, Map.of("PDQ", 10), "")));
    BankEntry allowed = with("harmless", Opinion.ALLOWED, pdq(HASH));
    start(Bank.named("bank"), violating("bank", pdq(flipped(HASH, 1))), allowed);
    NoMatch overruled = (NoMatch) verdict(pdq(flipped(HASH, 10)));
    assertThat(overruled.allowedBy()).extracting(Match::entry).containsExactly(allowed.id());
    assertThat(verdict(pdq(flipped(HASH, 11)))).isInstanceOf(Matched.class);
  }

  @Test
  void forgetsWhatExpiresWithoutAnyEvent() throws Exception {
    Optional<Instant> soon = Optional.of(NOW.plusSeconds(60));
    BankEntry expiring = until(violating("bank", pdq(HASH)), soon, Optional.empty());
    BankEntry paused = until(violating("bank", pdq(flipped(HASH, 128))), Optional.empty(), soon);
    start(Bank.named("bank"), expiring, paused);
    assertThat(verdict(pdq(HASH))).isInstanceOf(Matched.class);
    assertThat(verdict(pdq(flipped(HASH, 128)))).isInstanceOf(Matched.class);
    clock.advance(Duration.ofSeconds(60));
    assertThat(verdict(pdq(HASH))).isInstanceOf(NoMatch.class);
    assertThat(verdict(pdq(flipped(HASH, 128)))).isInstanceOf(NoMatch.class);
    await(store.removeExpired(clock.instant()));
    untilStatus(status -> assertThat(status.entries()).isEqualTo(1));
  }

  @Test
  void matchesNothingOfADisabledOrRemovedBank() throws Exception {
    start(Bank.named("bank"), violating("bank", pdq(HASH)));
    await(store.put(new Bank("bank", "", false, Map.of(), "")));
    untilVerdict(NoMatch.class, pdq(HASH));
    await(store.put(Bank.named("bank")));
    untilVerdict(Matched.class, pdq(HASH));
    await(store.removeBank("bank"));
    untilStatus(status -> assertThat(status.entries()).isZero());
    assertThat(verdict(pdq(HASH))).isInstanceOf(NoMatch.class);
  }

  @Test
  void neverCallsCleanWhatItCannotDecode() throws Exception {
    Path broken = Files.writeString(directory.resolve("broken"), "nothing");
    start(Bank.named("bank"));
    Scan unknown = await(matcher.scan(broken));
    assertThat(unknown.result()).isInstanceOf(Unscannable.class);
    assertThat(unknown.signals()).extracting(Signal::type).contains("SHA256");
    put(violating("bank", unknown.signals().get(0)));
    assertThat(await(matcher.scan(broken)).result()).isInstanceOf(Matched.class);
    assertThat(await(matcher.hash(broken)).problem()).isPresent();
  }

  @Test
  void matchesTypesWithoutComparisonWhenTheyAreEqual() throws Exception {
    start(
        Bank.named("bank"),
        violating("bank", Signal.exact(Signals.URL, "https://T.me/joinchat/AbC/")),
        violating("bank", Signal.exact("NEW_TYPE", "some value")));
    assertThat(verdict(Signal.exact(Signals.URL, "tg://join?invite=AbC")))
        .isInstanceOf(Matched.class);
    assertThat(verdict(Signal.exact("NEW_TYPE", "some value"))).isInstanceOf(Matched.class);
    assertThat(verdict(Signal.exact("NEW_TYPE", "Some value"))).isInstanceOf(NoMatch.class);
  }

  @Test
  void refusesAMalformedSignal() throws Exception {
    start(Bank.named("bank"));
    assertThatThrownBy(() -> await(matcher.match(List.of(pdq("short")))))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PDQ must be 64 hexadecimal digits");
  }

  @Test
  void previewsWhatCanBeDecoded() throws Exception {
    assertThat(await(matcher.preview(file(pdq(HASH))))).isPresent();
    Path empty = Files.createFile(directory.resolve("empty"));
    assertThat(await(matcher.preview(empty))).isEmpty();
  }

  @Test
  void countsVerdicts() throws Exception {
    start(Bank.named("bank"));
    await(matcher.scan(file(pdq(HASH))));
    assertThat(
            meters
                .get("cordon.matcher.scans")
                .tags("operation", "scan", "verdict", "no-match")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(meters.get("cordon.matcher.replica.lag").gauge().value()).isLessThan(10);
  }

  private void start(Bank bank, BankEntry... entries) {
    await(store.put(bank));
    if (entries.length > 0) {
      await(store.put(List.of(entries)));
    }
    await(local.start());
  }

  private void put(BankEntry entry) throws InterruptedException {
    String checkpoint = await(store.put(List.of(entry)));
    untilStatus(status -> assertThat(status.indexCheckpoint()).isEqualTo(checkpoint));
  }

  private MatchResult verdict(Signal... signals) {
    return await(matcher.match(List.of(signals)));
  }

  private void untilVerdict(Class<?> type, Signal signal) throws InterruptedException {
    eventually(() -> assertThat(verdict(signal)).isInstanceOf(type));
  }

  private void untilStatus(Consumer<Matcher.Status> check) throws InterruptedException {
    eventually(() -> check.accept(await(matcher.status())));
  }

  /** Another process's change arrives when it arrives. */
  private static void eventually(Runnable check) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
  }

  private static Signal pdq(String hash) {
    return pdq(hash, 100);
  }

  private static Signal pdq(String hash, int quality) {
    return new Signal(Signal.PDQ, hash, quality);
  }

  /** The hash with its last bits turned over. */
  private static String flipped(String hash, int bits) {
    var mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    return String.format("%064x", new BigInteger(hash, 16).xor(mask));
  }

  private Path file(Signal signal) throws IOException {
    String line = signal.type() + " " + signal.value() + " " + signal.quality();
    return Files.writeString(directory.resolve("media"), line);
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static final class TestClock extends Clock {
    private volatile Instant now = NOW;

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
