package dev.cordon.matcher;

import dev.cordon.matcher.Explanation.HashPair;
import dev.cordon.matcher.Explanation.Nearness;
import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.IndexedEntry;
import dev.cordon.matcher.bank.Ulid;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.local.Correspondence;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.qr.PictureLink;
import dev.cordon.matcher.qr.PictureLinks;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.SignalType;
import dev.cordon.matcher.signal.Signals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Says why a file matches an entry: judges it as a matcher does whose banks hold that entry alone,
 * and tells what the judge saw. Whether the entry and its bank are enabled is not asked.
 *
 * <p>In a bank, features that many other entries have do not count; here there are no others, so
 * that the distance of local features can be a little smaller than it is there.
 */
public final class Explainer {
  private final Fingerprinter fingerprinter;
  private final Clock clock;

  /**
   * @param fingerprinter computes signals; closed by its owner
   */
  public Explainer(Fingerprinter fingerprinter, Clock clock) {
    this.fingerprinter = fingerprinter;
    this.clock = clock;
  }

  /**
   * Explains a verdict.
   *
   * @param entries how many the bank has; confidence and false positives depend on it
   */
  public CompletionStage<Explanation> explain(
      Path media, Bank bank, BankEntry entry, long entries) {
    Replica replica = replica(bank, entry, entries);
    Notes notes = new Notes(fingerprinter);
    Stages stages =
        new Stages(notes, () -> replica, clock, Runnable::run, new SimpleMeterRegistry());
    return stages.scan(media).thenApply(scan -> explained(scan.result(), notes, replica, entry));
  }

  private static Replica replica(Bank bank, BankEntry entry, long entries) {
    List<SignalType> types =
        ServiceLoader.load(SignalType.class).stream().map(ServiceLoader.Provider::get).toList();
    Replica.Loader loader = new Replica.Loader(types, Runnable::run);
    loader.put(new Bank(bank.name(), bank.description(), true, bank.thresholds(), bank.policy()));
    loader.put(
        new IndexedEntry(
            Ulid.parse(entry.id()), bank.name(), entry.signals(), entry.opinion(), Long.MAX_VALUE));
    loader.countOthers(bank.name(), Math.max(0, entries - 1));
    return loader.build("");
  }

  private static Explanation explained(
      MatchResult result, Notes notes, Replica replica, BankEntry entry) {
    Optional<Match> match = match(result);
    Optional<HashPair> hashes = hashes(notes.signals, entry, match);
    Optional<Correspondence> correspondence = correspondence(notes.signals, entry);
    Map<String, Integer> distances = distances(notes.signals, replica);
    Courses courses = new Courses(notes.signals, entry, replica);
    distances.putAll(courses.distances());
    hashes.ifPresent(pair -> distances.put(Signal.PDQ, pair.distance()));
    correspondence.ifPresent(found -> distances.put(Signal.LOCAL_FEATURES, found.distance()));
    return new Explanation(
        match,
        distances.entrySet().stream()
            .map(near -> nearness(near.getKey(), near.getValue(), replica, entry))
            .toList(),
        hashes,
        correspondence,
        courses.course(match),
        courses.agreement(match),
        notes.problems.isEmpty()
            ? Optional.empty()
            : Optional.of(String.join("; ", notes.problems)));
  }

  private static Optional<Match> match(MatchResult result) {
    if (result instanceof MatchResult.Matched matched) {
      return Optional.of(matched.best());
    }
    return result instanceof MatchResult.NoMatch clean
        ? clean.allowedBy().stream().findFirst()
        : Optional.empty();
  }

  /** The pair that matched; otherwise the nearest. */
  private static Optional<HashPair> hashes(
      List<Signal> signals, BankEntry entry, Optional<Match> match) {
    Optional<Match> byPdq = match.filter(found -> found.signal().equals(Signal.PDQ));
    List<PdqHash> known = values(entry.signals(), Signal.PDQ).map(PdqHash::parse).toList();
    return PdqQuery.of(signals).stream()
        .flatMap(query -> known.stream().map(hash -> pair(query, hash)))
        .filter(pair -> byPdq.isEmpty() || matched(pair, byPdq.get()))
        .min(Comparator.comparingInt(HashPair::distance));
  }

  private static HashPair pair(PdqQuery query, PdqHash hash) {
    return new HashPair(query.hash(), hash, query.turn().label(), query.region());
  }

  private static boolean matched(HashPair pair, Match match) {
    return pair.variant().equals(match.variant()) && pair.region().equals(match.region());
  }

  private static Optional<Correspondence> correspondence(List<Signal> signals, BankEntry entry) {
    return values(signals, LocalQuery.TYPE)
        .flatMap(
            query ->
                values(entry.signals(), Signal.LOCAL_FEATURES)
                    .flatMap(known -> Correspondence.between(query, known).stream()))
        .min(Comparator.comparingInt(Correspondence::distance));
  }

  private static Stream<String> values(List<Signal> signals, String type) {
    return signals.stream().filter(signal -> signal.type().equals(type)).map(Signal::value);
  }

  /** By types that are compared as they are. */
  private static Map<String, Integer> distances(List<Signal> signals, Replica replica) {
    Map<String, Integer> distances = new TreeMap<>();
    for (Signal signal : signals) {
      if (!PdqQuery.TYPES.contains(signal.type()) && !signal.type().equals(LocalQuery.TYPE)) {
        Signal kept = asKept(signal);
        replica.search(kept, (row, distance) -> distances.merge(kept.type(), distance, Math::min));
      }
    }
    return distances;
  }

  /** The link of a code is compared with the links of entries. */
  private static Signal asKept(Signal signal) {
    return signal.type().equals(PictureLinks.TYPE)
        ? Signal.exact(Signals.URL, PictureLink.parse(signal.value()).link())
        : signal;
  }

  private static Nearness nearness(String type, int distance, Replica replica, BankEntry entry) {
    Bank bank = replica.banks().enabled(replica.banks().number(entry.bank()));
    int threshold = bank == null ? 0 : replica.threshold(bank, type);
    return new Nearness(type, distance, threshold);
  }

  /** Notes what is seen of one file at all depths; a scan tells less. */
  private static final class Notes implements Fingerprinter {
    private final Fingerprinter eyes;
    private final List<Signal> signals = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Notes(Fingerprinter eyes) {
      this.eyes = eyes;
    }

    @Override
    public CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths) {
      return eyes.fingerprint(media, depths).thenApply(this::noted);
    }

    private Hashes noted(Hashes hashes) {
      signals.addAll(hashes.signals());
      hashes.problem().filter(problem -> !problems.contains(problem)).ifPresent(problems::add);
      return hashes;
    }

    @Override
    public CompletionStage<Optional<byte[]>> preview(Path media) {
      return eyes.preview(media);
    }

    @Override
    public void close() {}
  }
}
