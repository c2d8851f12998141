package dev.cordon.matcher.audio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What several ways to look found of the same stretch is one passage. */
final class Passages {
  /** What matches by peaks, whose ends are exact; then the nearest; then the longest. */
  private static final Comparator<Passage> BEST =
      Comparator.comparing(Passages::isExact)
          .reversed()
          .thenComparingInt(Passage::distance)
          .thenComparing(Comparator.comparingDouble(Passages::length).reversed());

  private Passages() {}

  static List<Passage> distinct(List<Passage> found) {
    List<Passage> kept = new ArrayList<>();
    found.stream()
        .sorted(BEST)
        .filter(passage -> passage.distance() < 100)
        .forEach(
            passage -> {
              if (kept.stream().noneMatch(other -> same(passage, other))) {
                kept.add(passage);
              }
            });
    return kept;
  }

  private static boolean isExact(Passage passage) {
    return passage.evidence() == Passage.Evidence.PEAKS
        && passage.distance() <= AudioOdds.THRESHOLD;
  }

  private static double length(Passage passage) {
    return passage.end() - passage.start();
  }

  /** Of one entry, and mostly within each other in the query. */
  private static boolean same(Passage passage, Passage other) {
    double common = Math.min(passage.end(), other.end()) - Math.max(passage.start(), other.start());
    return passage.row() == other.row() && common > 0.5 * Math.min(length(passage), length(other));
  }
}
