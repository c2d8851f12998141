package dev.cordon.matcher;

import dev.cordon.matcher.Explanation.Course;
import dev.cordon.matcher.Explanation.Stretch;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.audio.Agreement;
import dev.cordon.matcher.audio.AudioFeatures;
import dev.cordon.matcher.audio.Passage;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.pdq.Dihedral;
import dev.cordon.matcher.video.Scene;
import dev.cordon.matcher.video.VideoFeatures;
import dev.cordon.matcher.video.VideoQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How one file lies on one entry in time. */
final class Courses {
  private static final double HALF = 0.5;

  private final List<Signal> signals;
  private final BankEntry entry;
  private final Map<String, Integer> thresholds;
  private final List<Stretch> stretches;

  /**
   * @param signals of the file
   * @param replica of banks that hold the entry alone
   */
  Courses(List<Signal> signals, BankEntry entry, Replica replica) {
    this.signals = signals;
    this.entry = entry;
    Bank bank = replica.banks().enabled(replica.banks().number(entry.bank()));
    this.thresholds =
        bank == null
            ? Map.of()
            : Map.of(
                Signal.AUDIO, replica.threshold(bank, Signal.AUDIO),
                Signal.VIDEO, replica.threshold(bank, Signal.VIDEO));
    this.stretches = replica.read(() -> found(replica));
  }

  private List<Stretch> found(Replica replica) {
    List<Stretch> found = new ArrayList<>();
    for (Signal signal : signals) {
      switch (signal.type()) {
        case Signal.AUDIO ->
            replica.passages(signal.value()).forEach(passage -> found.add(of(passage)));
        case Signal.VIDEO -> replica.scenes(signal.value()).forEach(scene -> found.add(of(scene)));
        case VideoQuery.TYPE ->
            replica.scenesClosely(signal.value()).forEach(scene -> found.add(of(scene)));
        default -> {}
      }
    }
    found.sort(Comparator.comparingInt(Stretch::distance));
    return distinct(found);
  }

  /** Two looks at a file find the same stretch twice. */
  private static List<Stretch> distinct(List<Stretch> found) {
    List<Stretch> distinct = new ArrayList<>();
    for (Stretch stretch : found) {
      if (distinct.stream().noneMatch(other -> liesIn(stretch, other))) {
        distinct.add(stretch);
      }
    }
    return distinct;
  }

  private static boolean liesIn(Stretch one, Stretch other) {
    Segment a = one.segment();
    Segment b = other.segment();
    double common = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
    return one.signal().equals(other.signal()) && common > HALF * (a.end() - a.start());
  }

  private static Stretch of(Passage passage) {
    Segment segment =
        new Segment(passage.start(), passage.end(), passage.entryStart(), passage.entryEnd());
    return new Stretch(Signal.AUDIO, passage.distance(), Dihedral.NONE.label(), segment);
  }

  private static Stretch of(Scene scene) {
    return new Stretch(Signal.VIDEO, scene.distance(), scene.variant(), scene.segment());
  }

  /** The least distance by each type that found anything at all. */
  Map<String, Integer> distances() {
    Map<String, Integer> distances = new TreeMap<>();
    stretches.forEach(stretch -> distances.merge(stretch.signal(), stretch.distance(), Math::min));
    return distances;
  }

  /** Empty for a still picture, and for one that moves unless that is what matched. */
  Optional<Course> course(Optional<Match> match) {
    double seconds = seconds(signals);
    double entrySeconds = seconds(entry.signals());
    boolean timed = match.flatMap(Match::segment).isPresent();
    if (seconds == 0 || entrySeconds == 0 || !timed && has(signals, Signal.PDQ)) {
      return Optional.empty();
    }
    return Optional.of(
        new Course(
            seconds,
            entrySeconds,
            both(Signal.VIDEO),
            both(Signal.AUDIO),
            match.isEmpty() ? List.of() : stretches.stream().filter(this::isNear).toList()));
  }

  private boolean isNear(Stretch stretch) {
    return stretch.distance() <= thresholds.getOrDefault(stretch.signal(), 0);
  }

  private boolean both(String type) {
    return has(signals, type) && has(entry.signals(), type);
  }

  private static boolean has(List<Signal> signals, String type) {
    return values(signals, type).findAny().isPresent();
  }

  /** How long what has these signals is; 0 when nobody knows. */
  private static double seconds(List<Signal> signals) {
    return Stream.concat(
            values(signals, Signal.VIDEO).map(value -> VideoFeatures.parse(value).seconds()),
            values(signals, Signal.AUDIO).map(value -> AudioFeatures.parse(value).seconds()))
        .mapToDouble(seconds -> seconds)
        .max()
        .orElse(0);
  }

  /** Of the sound, when that is what matched. */
  Optional<Agreement> agreement(Optional<Match> match) {
    return match
        .filter(found -> found.signal().equals(Signal.AUDIO))
        .flatMap(Match::segment)
        .flatMap(this::agreement);
  }

  private Optional<Agreement> agreement(Segment segment) {
    return values(signals, Signal.AUDIO)
        .flatMap(
            query ->
                values(entry.signals(), Signal.AUDIO)
                    .flatMap(known -> Agreement.between(query, known, segment.start()).stream()))
        .findFirst();
  }

  private static Stream<String> values(List<Signal> signals, String type) {
    return signals.stream().filter(signal -> signal.type().equals(type)).map(Signal::value);
  }
}
