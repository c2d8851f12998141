package dev.cordon.matcher;

import dev.cordon.matcher.Corroboration.Trace;
import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.MatchResult.NoMatch;
import dev.cordon.matcher.MatchResult.Unscannable;
import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.audio.Passage;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.local.Sighting;
import dev.cordon.matcher.pdq.Dihedral;
import dev.cordon.matcher.qr.PictureLink;
import dev.cordon.matcher.qr.PictureLinks;
import dev.cordon.matcher.signal.Signals;
import dev.cordon.matcher.video.Scene;
import dev.cordon.matcher.video.VideoQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a verdict: what is expired, disabled or farther than its bank's threshold does not
 * match; an entry is reported once, by its nearest signal; an allowed entry wins over all that lies
 * in its region, or its seconds, so that nobody hides a picture beside a harmless one.
 */
final class Judge {
  /**
   * What is least likely to be chance first: distances of different signals cannot be compared. Of
   * equals the nearer, then the older.
   */
  private static final Comparator<Match> NEAREST_FIRST =
      Comparator.comparingDouble(Match::falsePositives)
          .thenComparingInt(Judge::uncertainty)
          .thenComparingInt(Match::distance)
          .thenComparing(Match::entry);

  private static final double CERTAIN = 0.99;
  private static final int MAX_QUALITY = 100;

  private final Replica replica;
  private final long now;
  private final Map<Integer, Match> matches = new LinkedHashMap<>();

  /** The signals by which each row matched. */
  private final Map<Integer, Set<String>> signals = new HashMap<>();

  /** What pictures and sound say of each row. */
  private final Map<Integer, Corroboration> traces = new HashMap<>();

  /** How many fingerprints of each type were looked for. */
  private final Map<String, Integer> searched = new HashMap<>();

  private Judge(Replica replica, long now) {
    this.replica = replica;
    this.now = now;
  }

  /**
   * Judges by signals.
   *
   * @param hashes the signals, in canonical form, and why there are not more
   * @param now in milliseconds since 1970
   */
  static Ruling judge(Replica replica, Hashes hashes, long now) {
    return replica.read(
        () -> {
          Judge judge = new Judge(replica, now);
          judge.find(hashes.signals());
          return judge.verdict(hashes.problem());
        });
  }

  /**
   * A verdict.
   *
   * @param certain whether a closer look could not change it
   */
  record Ruling(MatchResult result, boolean certain) {}

  private void find(List<Signal> signals) {
    List<PdqQuery> pdq = PdqQuery.of(signals);
    List<Signal> others =
        signals.stream().filter(signal -> !PdqQuery.TYPES.contains(signal.type())).toList();
    searched.put(Signal.PDQ, pdq.size());
    others.forEach(signal -> searched.merge(signal.type(), 1, Integer::sum));
    pdq.forEach(
        query ->
            replica.search(
                query.hash(), (row, distance) -> consider(row, Hit.near(query, distance))));
    others.forEach(this::find);
    traces.forEach(
        (row, both) -> both.together().ifPresent(trace -> consider(row, Hit.timed(trace))));
  }

  private void find(Signal signal) {
    if (signal.type().equals(LocalQuery.TYPE)) {
      replica.sightings(signal.value()).forEach(this::consider);
    } else if (signal.type().equals(PictureLinks.TYPE)) {
      find(PictureLink.parse(signal.value()));
    } else if (signal.type().equals(Signal.AUDIO)) {
      replica.passages(signal.value()).forEach(this::consider);
    } else if (signal.type().equals(Signal.VIDEO)) {
      replica.scenes(signal.value()).forEach(this::consider);
    } else if (signal.type().equals(VideoQuery.TYPE)) {
      replica.scenesClosely(signal.value()).forEach(this::consider);
    } else {
      replica.search(signal, (row, distance) -> consider(row, Hit.whole(signal, distance)));
    }
  }

  private void find(PictureLink link) {
    Signal url = Signal.exact(Signals.URL, link.link());
    replica.search(url, (row, distance) -> consider(row, Hit.code(link)));
  }

  /**
   * How an entry was found.
   *
   * @param variant how the media was turned
   * @param region where in the media
   * @param entryRegion which part of the entry
   * @param segment which seconds
   */
  private record Hit(
      String type,
      int distance,
      int quality,
      String variant,
      Optional<Region> region,
      Optional<Region> entryRegion,
      Optional<Segment> segment) {

    static Hit whole(Signal signal, int distance) {
      return new Hit(
          signal.type(),
          distance,
          signal.quality(),
          Dihedral.NONE.label(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    static Hit code(PictureLink link) {
      return new Hit(
          Signals.URL,
          0,
          MAX_QUALITY,
          Dihedral.NONE.label(),
          Optional.of(link.region()),
          Optional.empty(),
          Optional.empty());
    }

    static Hit timed(Trace trace) {
      return new Hit(
          trace.signal(),
          trace.distance(),
          MAX_QUALITY,
          trace.variant(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(trace.segment()));
    }

    static Hit near(PdqQuery query, int distance) {
      return new Hit(
          Signal.PDQ,
          distance,
          query.quality(),
          query.turn().label(),
          query.region(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private void consider(Sighting sighting) {
    consider(
        sighting.row(),
        new Hit(
            Signal.LOCAL_FEATURES,
            sighting.distance(),
            MAX_QUALITY,
            sighting.variant(),
            Optional.of(sighting.region()),
            Optional.of(sighting.entryRegion()),
            Optional.empty()));
  }

  private void consider(Passage passage) {
    Segment segment =
        new Segment(passage.start(), passage.end(), passage.entryStart(), passage.entryEnd());
    consider(
        passage.row(), new Trace(Signal.AUDIO, passage.distance(), Dihedral.NONE.label(), segment));
  }

  private void consider(Scene scene) {
    consider(
        scene.row(), new Trace(Signal.VIDEO, scene.distance(), scene.variant(), scene.segment()));
  }

  private void consider(int row, Trace trace) {
    traces.computeIfAbsent(row, r -> new Corroboration()).add(trace);
    consider(row, Hit.timed(trace));
  }

  private void consider(int row, Hit hit) {
    Bank bank = replica.banks().enabled(replica.rows().bank(row));
    if (bank != null
        && replica.rows().active(row, now)
        && hit.distance <= replica.threshold(bank, hit.type)) {
      Match match = match(row, bank, hit);
      matches.merge(row, match, (a, b) -> NEAREST_FIRST.compare(b, a) < 0 ? b : a);
      signals.computeIfAbsent(row, r -> new HashSet<>()).add(hit.type);
    }
  }

  private Match match(int row, Bank bank, Hit hit) {
    EntryRows rows = replica.rows();
    boolean pdq = hit.type.equals(Signal.PDQ);
    int poorer = pdq ? Math.min(hit.quality, rows.quality(row)) : hit.quality;
    Odds odds = odds(row, hit.type, hit.distance, poorer);
    return new Match(
        bank.name(),
        rows.id(row).toString(),
        rows.opinion(row),
        hit.type,
        hit.distance,
        poorer,
        hit.variant,
        odds.confidence(),
        odds.falsePositives(),
        hit.region,
        hit.entryRegion,
        hit.segment);
  }

  private Odds odds(int row, String type, int distance, int quality) {
    double chance = replica.chance(type, distance, quality);
    double queries = searched.getOrDefault(type, 1);
    return chance == 0
        ? Odds.CERTAIN
        : Odds.of(chance, queries * replica.rows().entries(replica.rows().bank(row)));
  }

  /** A file that cannot be decoded may still be known by its digest. */
  private Ruling verdict(Optional<String> problem) {
    List<Match> all = new ArrayList<>();
    matches.forEach((row, match) -> all.add(match.withAlso(signals.getOrDefault(row, Set.of()))));
    List<Match> allowed = sorted(all, true);
    List<Match> against =
        sorted(all, false).stream()
            .filter(match -> allowed.stream().noneMatch(harmless -> clears(harmless, match)))
            .toList();
    if (!against.isEmpty()) {
      return new Ruling(new Matched(against, replica.checkpoint()), certain(against));
    }
    List<Match> whole = allowed.stream().filter(Judge::isWhole).toList();
    if (whole.isEmpty() && problem.isPresent()) {
      return new Ruling(new Unscannable(problem.get()), false);
    }
    return new Ruling(new NoMatch(replica.checkpoint(), allowed), certain(whole));
  }

  /** A harmless link clears no picture: anybody can write it over one. */
  private static boolean clears(Match harmless, Match match) {
    return Overlap.covers(harmless, match)
        && (!harmless.signal().equals(Signals.URL) || match.signal().equals(Signals.URL));
  }

  private static boolean isWhole(Match match) {
    return match.region().isEmpty() && match.segment().isEmpty();
  }

  private static boolean certain(List<Match> matches) {
    return matches.stream().anyMatch(match -> match.confidence() >= CERTAIN);
  }

  private static List<Match> sorted(Collection<Match> matches, boolean allowed) {
    return matches.stream()
        .filter(match -> (match.opinion() == Opinion.ALLOWED) == allowed)
        .sorted(NEAREST_FIRST)
        .toList();
  }

  private static int uncertainty(Match match) {
    return switch (match.signal()) {
      case Signal.SHA256 -> 0;
      case Signal.MD5 -> 1;
      default ->
          (match.variant().equals(Dihedral.NONE.label()) ? 2 : 3)
              + (match.region().isEmpty() ? 0 : 2);
    };
  }
}
