package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Outcome.Hit;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.matcher.Signal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Media and outcomes to count. */
final class Samples {
  private Samples() {}

  static Media media(String name, Signal... signals) {
    return new Media(name, Path.of(name), List.of(signals));
  }

  static Signal pdq(String digit, int quality) {
    return new Signal(Signal.PDQ, digit.repeat(64), quality);
  }

  /** A copy at a PDQ distance from its original, found by it up to 31. */
  static Outcome copy(String file, String edit, int distance) {
    List<Hit> hits =
        distance > 31 ? List.of() : List.of(new Hit(file, Signal.PDQ, distance, "none"));
    return outcome(Sort.COPY, file, edit, hits, OptionalInt.of(distance), Map.of(120, 9));
  }

  /** Something unrelated that is at given PDQ distances from the entries, up to 31 matches. */
  static Outcome unrelated(String file, String edit, int... distances) {
    TreeMap<Integer, Integer> wrong = new TreeMap<>();
    for (int distance : distances) {
      wrong.merge(distance, 1, Integer::sum);
    }
    List<Hit> hits =
        wrong.headMap(32).keySet().stream()
            .map(distance -> new Hit("entry", Signal.PDQ, distance, "none"))
            .toList();
    return outcome(Sort.UNRELATED, file, edit, hits, OptionalInt.empty(), wrong);
  }

  static Outcome outcome(
      Sort sort,
      String file,
      String edit,
      List<Hit> hits,
      OptionalInt right,
      Map<Integer, Integer> wrong) {
    return new Outcome(
        sort,
        file,
        edit,
        Optional.empty(),
        10,
        Stage.WHOLE,
        hits,
        List.of(),
        new Distances(right, new TreeMap<>(wrong)));
  }
}
