package dev.cordon.bots.evaluate;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.pdq.PdqSignalType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far one query is from the entries.
 *
 * @param right from the entry it is a copy of; empty when there is none, or no signal to compare
 * @param wrong how many other entries are at each distance
 */
public record Distances(OptionalInt right, SortedMap<Integer, Integer> wrong) {

  static Distances none() {
    return new Distances(OptionalInt.empty(), new TreeMap<>());
  }

  /** PDQ distances of a query, turned and mirrored as it suits each entry best. */
  static Distances pdq(List<Signal> query, List<Media> entries, String own) {
    List<PdqHash> turns = turns(query);
    OptionalInt right = OptionalInt.empty();
    SortedMap<Integer, Integer> wrong = new TreeMap<>();
    for (Media entry : turns.isEmpty() ? List.<Media>of() : entries) {
      OptionalInt nearest = nearest(turns, entry);
      if (nearest.isPresent() && entry.name().equals(own)) {
        right = nearest;
      } else if (nearest.isPresent()) {
        wrong.merge(nearest.getAsInt(), 1, Integer::sum);
      }
    }
    return new Distances(right, wrong);
  }

  private static OptionalInt nearest(List<PdqHash> turns, Media entry) {
    return entry.signals().stream()
        .filter(signal -> signal.type().equals(Signal.PDQ))
        .map(signal -> PdqHash.parse(signal.value()))
        .flatMapToInt(hash -> turns.stream().mapToInt(hash::distance))
        .min();
  }

  private static List<PdqHash> turns(List<Signal> query) {
    List<PdqHash> turns = new ArrayList<>();
    for (Signal signal : query) {
      if (signal.type().equals(Signal.PDQ)) {
        turns.add(PdqHash.parse(signal.value()));
      } else if (signal.type().equals(PdqSignalType.DIHEDRAL)) {
        turns.addAll(PdqSignalType.turned(signal.value()).values());
      }
    }
    return turns;
  }
}
