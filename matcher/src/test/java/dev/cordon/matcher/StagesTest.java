package dev.cordon.matcher;

import static dev.cordon.matcher.bank.Entries.violating;
import static dev.cordon.matcher.bank.Entries.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.MatchResult.NoMatch;
import dev.cordon.matcher.MatchResult.Unscannable;
import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankFeed.Changes;
import dev.cordon.matcher.bank.Entries;
import dev.cordon.matcher.bank.IndexedEntry;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.parts.PdqParts;
import dev.cordon.matcher.qr.PictureLinks;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.SignalType;
import dev.cordon.matcher.signal.Signals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static final Path MEDIA = Path.of("media");
  private static final Signal DIGEST = Signal.exact(Signal.SHA256, "0a".repeat(32));
  private static final Signal PDQ = new Signal(Signal.PDQ, "5a".repeat(32), 90);
  private static final Signal FLAT = new Signal(Signal.PDQ, "5a".repeat(32), 10);
  private static final Signal OTHER = new Signal(Signal.PDQ, "f0".repeat(32), 90);
  private static final Signal LINK = Signal.exact(Signals.URL, "example.org/x");
  private static final Signal SHOWN =
      Signal.exact(PictureLinks.TYPE, "1000,1000,4000,4000,example.org/x");
  private static final Signal DEEP = new Signal("DEEP", "abc", 90);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Script script = new Script();

  @Test
  void stopsWhenItIsCertain() {
    script.says(Depth.WHOLE, DIGEST, PDQ);
    assertThat(scan(violating("bank", PDQ), violating("bank", DEEP)).result())
        .isInstanceOf(Matched.class);
    assertThat(scan(violating("bank", DIGEST), violating("bank", DEEP)).result())
        .isInstanceOf(Matched.class);
    BankEntry allowed = with("bank", Opinion.ALLOWED, PDQ);
    NoMatch harmless = (NoMatch) scan(allowed, violating("bank", DEEP)).result();
    assertThat(harmless.allowedBy()).extracting(Match::entry).containsExactly(allowed.id());
    assertThat(script.asked).containsOnly(Depth.WHOLE).hasSize(3);
  }

  @Test
  void goesOnUntilSomethingIsFound() {
    script.says(Depth.WHOLE, DIGEST, OTHER).says(Depth.CODES, SHOWN).says(Depth.FEATURES, DEEP);
    Scan link = scan(violating("bank", LINK), violating("bank", DEEP));
    assertThat(((Matched) link.result()).best().signal()).isEqualTo(Signals.URL);
    assertThat(link.signals()).containsExactly(DIGEST, OTHER, SHOWN);
    assertThat(script.asked).containsExactly(Depth.WHOLE, Depth.CODES);
    script.asked.clear();
    BankEntry elsewhere = violating("bank", Signal.exact(Signals.URL, "example.org/y"));
    Scan deep = scan(violating("bank", PDQ), elsewhere, violating("bank", DEEP));
    assertThat(((Matched) deep.result()).best().signal()).isEqualTo("DEEP");
    assertThat(deep.signals()).containsExactly(DIGEST, OTHER, SHOWN);
    assertThat(script.asked).containsExactly(Depth.values());
    assertThat(meters.get("cordon.matcher.depths").tag("depth", "features").timer().count())
        .isEqualTo(1);
  }

  @Test
  void leavesOutWhatCannotFindAnything() {
    script.says(Depth.WHOLE, OTHER);
    assertThat(scan(violating("bank", DIGEST)).result()).isInstanceOf(NoMatch.class);
    assertThat(script.asked).containsExactly(Depth.WHOLE);
    scan(violating("bank", PDQ));
    assertThat(script.asked).containsExactly(Depth.WHOLE, Depth.WHOLE, Depth.PARTS);
    script.asked.clear();
    scan(violating("bank", DEEP));
    assertThat(script.asked).containsExactly(Depth.WHOLE, Depth.FEATURES);
    script.asked.clear();
    scan(violating("bank", Signal.exact(Signal.LOCAL_FEATURES, "x")));
    assertThat(script.asked).containsExactly(Depth.WHOLE, Depth.FEATURES);
  }

  @Test
  void looksCloserAtWhatIsHardlyAPicture() {
    script.says(Depth.WHOLE, FLAT).says(Depth.FEATURES, DEEP);
    BankEntry deep = violating("bank", DEEP);
    Matched matched = (Matched) scan(violating("bank", PDQ), deep).result();
    assertThat(matched.matches()).extracting(Match::signal).containsExactly("DEEP", Signal.PDQ);
    assertThat(script.asked).containsExactly(Depth.WHOLE, Depth.PARTS, Depth.FEATURES);
  }

  @Test
  void aProblemDeeperIsNotCleanAndTakesNothingBack() {
    script.says(Depth.WHOLE, OTHER).fails(Depth.PARTS, "took too long").fails(Depth.FEATURES, "b");
    Scan failed = scan(violating("bank", PDQ), violating("bank", DEEP));
    assertThat(failed.result()).isEqualTo(new Unscannable("took too long; b"));
    assertThat(failed.signals()).containsExactly(OTHER);
    script.says(Depth.WHOLE, FLAT);
    assertThat(scan(violating("bank", PDQ), violating("bank", DEEP)).result())
        .isInstanceOf(Matched.class);
  }

  @Test
  void withoutADecoderThereIsNoVerdictUnlessOneWasFound() {
    script.says(Depth.WHOLE, OTHER).broken.add(Depth.PARTS);
    assertThatThrownBy(() -> scan(violating("bank", PDQ))).hasRootCauseMessage("no decoder");
    script.says(Depth.WHOLE, FLAT);
    assertThat(scan(violating("bank", PDQ)).result()).isInstanceOf(Matched.class);
  }

  @Test
  void endsAtOnceWithWhatIsNoPicture() {
    script.says(Depth.WHOLE, DIGEST).problems.put(Depth.WHOLE, "not a picture but text");
    assertThat(scan(violating("bank", PDQ), violating("bank", DEEP)).result())
        .isEqualTo(new Unscannable("not a picture but text"));
    assertThat(script.asked).containsExactly(Depth.WHOLE);
  }

  /** Half a picture may still be found by what is left of it. */
  @Test
  void looksCloserAtAPictureThatIsCutOff() {
    script.says(Depth.WHOLE, DIGEST, OTHER).says(Depth.FEATURES, DEEP);
    script.problems.put(Depth.WHOLE, "cut off");
    assertThat(scan(violating("bank", DEEP)).result()).isInstanceOf(Matched.class);
  }

  @Test
  void findsAPartAndSaysWhere() {
    script.says(Depth.WHOLE, OTHER).says(Depth.PARTS, parts(part(PDQ, "5000,0,10000,10000")));
    Matched matched = (Matched) scan(violating("bank", PDQ)).result();
    assertThat(matched.best().signal()).isEqualTo(Signal.PDQ);
    assertThat(matched.best().region()).contains(new Region(0.5, 0, 1, 1));
    assertThat(matched.best().quality()).isEqualTo(80);
    assertThat(matched.best().falsePositives()).isPositive();
  }

  @Test
  void findsAMirroredPart() {
    Signal mirrored = parts("0,0,5000,5000,80," + "f0".repeat(32) + "," + "5a".repeat(32));
    script.says(Depth.WHOLE, OTHER).says(Depth.PARTS, mirrored);
    Matched matched = (Matched) scan(violating("bank", PDQ)).result();
    assertThat(matched.best().variant()).isEqualTo("flipy");
  }

  /** Else a harmless picture beside a bad one would hide it. */
  @Test
  void anAllowedPartWinsInItsRegionOnly() {
    Signal third = new Signal(Signal.PDQ, "33".repeat(32), 90);
    script.says(Depth.WHOLE, OTHER);
    script.says(Depth.PARTS, parts(part(PDQ, "0,0,5000,10000"), part(third, "5000,0,10000,10000")));
    BankEntry allowed = with("bank", Opinion.ALLOWED, PDQ);
    BankEntry beside = violating("bank", third);
    Matched matched = (Matched) scan(allowed, beside).result();
    assertThat(matched.matches()).extracting(Match::entry).containsExactly(beside.id());
    script.says(Depth.PARTS, parts(part(PDQ, "0,0,5000,10000"), part(third, "500,500,4800,9700")));
    NoMatch overruled = (NoMatch) scan(allowed, beside).result();
    assertThat(overruled.allowedBy()).extracting(Match::entry).containsExactly(allowed.id());
  }

  @Test
  void findsTheLinkOfACodeAndSaysWhere() {
    script.says(Depth.WHOLE, OTHER).says(Depth.CODES, SHOWN);
    Match match = ((Matched) scan(violating("bank", LINK)).result()).best();
    assertThat(match.signal()).isEqualTo(Signals.URL);
    assertThat(match.region()).contains(new Region(0.1, 0.1, 0.4, 0.4));
    assertThat(match.confidence()).isEqualTo(1);
  }

  /** Such as one that a newer Cordon wrote into a store that both share. */
  @Test
  void anEntryWithASignalThatCannotBeReadMatchesByItsOthers() {
    script.says(Depth.WHOLE, PDQ);
    Signal newer = Signal.exact(Signal.LOCAL_FEATURES, "Av//qqpgYFBP");
    BankEntry entry = violating("bank", newer, PDQ);
    Matched matched = (Matched) scan(entry, violating("bank", OTHER)).result();
    assertThat(matched.matches()).extracting(Match::entry).containsExactly(entry.id());
  }

  /** Else anybody could write an allowed link over a bad picture. */
  @Test
  void anAllowedLinkClearsTheLinkButNoPicture() {
    Signal all = Signal.exact(PictureLinks.TYPE, "0,0,10000,10000,example.org/x");
    script.says(Depth.WHOLE, FLAT).says(Depth.CODES, all).says(Depth.FEATURES, DEEP);
    BankEntry allowed = with("bank", Opinion.ALLOWED, LINK);
    assertThat(scan(allowed, violating("bank", PDQ)).result()).isInstanceOf(Matched.class);
    assertThat(scan(allowed, violating("bank", DEEP)).result()).isInstanceOf(Matched.class);
    NoMatch harmless = (NoMatch) scan(allowed, violating("bank", LINK)).result();
    assertThat(harmless.allowedBy()).extracting(Match::entry).containsExactly(allowed.id());
  }

  private static String part(Signal pdq, String edges) {
    return edges + ",80," + pdq.value() + "," + "00ff".repeat(16);
  }

  private static Signal parts(String... parts) {
    return new Signal(PdqParts.TYPE, String.join(";", parts), 80);
  }

  @Test
  void saysWhichChangesSignalsDoNotTell() {
    Replica replica = replica(violating("bank", PDQ));
    assertThat(replica.status().needsMedia("1-0")).isFalse();
    replica.apply(changes("1-1", violating("bank", OTHER)));
    assertThat(replica.status().needsMedia("1-0")).isFalse();
    replica.apply(changes("1-2", violating("bank", DEEP)));
    replica.apply(changes("1-10", violating("bank", PDQ)));
    assertThat(replica.status().needsMedia("1-1")).isTrue();
    assertThat(replica.status().needsMedia("1-2")).isFalse();
    replica.apply(changes("2-0", violating("bank", LINK)));
    assertThat(replica.status().needsMedia("1-10")).as("the first link").isTrue();
    replica.apply(new Changes("2-1", Map.of("b", Optional.of(Bank.named("b"))), Map.of(), 0));
    assertThat(replica.status().needsMedia("2-0")).as("a bank").isTrue();
    assertThat(replica.status().needsMedia("no checkpoint")).isTrue();
  }

  private static Changes changes(String checkpoint, BankEntry entry) {
    return new Changes(
        checkpoint, Map.of(), Map.of(entry.id(), Optional.of(IndexedEntry.of(entry))), 0);
  }

  private Scan scan(BankEntry... entries) {
    Replica replica = replica(entries);
    Clock clock = Clock.fixed(Entries.NOW, ZoneOffset.UTC);
    return new Stages(script, () -> replica, clock, Runnable::run, meters)
        .scan(MEDIA)
        .toCompletableFuture()
        .join();
  }

  private static Replica replica(BankEntry... entries) {
    Replica.Loader loader = new Replica.Loader(List.of(new Deep()), Runnable::run);
    loader.put(Bank.named("bank"));
    for (BankEntry entry : entries) {
      loader.put(IndexedEntry.of(entry));
    }
    return loader.build("1-0");
  }

  /** Answers what it was told to. */
  private static final class Script implements Fingerprinter {
    private final Map<Depth, List<Signal>> signals = new EnumMap<>(Depth.class);
    private final Map<Depth, String> problems = new EnumMap<>(Depth.class);
    private final List<Depth> broken = new ArrayList<>();
    private final List<Depth> asked = new ArrayList<>();

    Script says(Depth depth, Signal... found) {
      signals.put(depth, List.of(found));
      return this;
    }

    Script fails(Depth depth, String problem) {
      problems.put(depth, problem);
      return this;
    }

    @Override
    public CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths) {
      Depth depth = depths.iterator().next();
      asked.add(depth);
      return broken.contains(depth)
          ? CompletableFuture.failedFuture(new IllegalStateException("no decoder"))
          : CompletableFuture.completedFuture(
              new Hashes(
                  signals.getOrDefault(depth, List.of()),
                  Optional.ofNullable(problems.get(depth))));
    }

    @Override
    public CompletionStage<Optional<byte[]>> preview(Path media) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  /** Found by the features of a picture, when they are the same. */
  private static final class Deep implements SignalType {
    @Override
    public String name() {
      return "DEEP";
    }

    @Override
    public Depth depth() {
      return Depth.FEATURES;
    }

    @Override
    public List<Signal> signals(Picture picture) {
      return List.of();
    }

    @Override
    public int distance(String value, String other) {
      return value.equals(other) ? 0 : 1;
    }

    @Override
    public double chance(int distance, int quality) {
      return 1e-9;
    }

    @Override
    public int defaultThreshold() {
      return 0;
    }
  }
}
