package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Trial.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies that were not found; those of hopeless edits are left out. */
final class Misses {
  private static final int SAME_PICTURE = 2;

  private final List<Outcome> copies;
  private final Map<String, Double> recalls = new HashMap<>();

  Misses(Summary summary) {
    Set<String> hopeless = new HashSet<>();
    for (EditScore score : summary.scores()) {
      recalls.put(score.edit().name(), score.recall());
      if (score.edit().hopeless()) {
        hopeless.add(score.edit().name());
      }
    }
    this.copies =
        summary.outcomes().stream()
            .filter(outcome -> outcome.sort() == Sort.COPY && !hopeless.contains(outcome.edit()))
            .toList();
  }

  private List<Outcome> all() {
    return copies.stream().filter(copy -> copy.found().isEmpty()).toList();
  }

  /** How often the edit of a copy is found, 0 to 1. */
  double recall(Outcome copy) {
    return recalls.getOrDefault(copy.edit(), 0.0);
  }

  /**
   * Misses that ought not to be: of the edits that are found most often otherwise, one each, and no
   * picture more than twice.
   */
  List<Outcome> worst(int count) {
    Set<String> edits = new HashSet<>();
    Map<String, Integer> pictures = new HashMap<>();
    List<Outcome> worst = new ArrayList<>();
    for (Outcome miss : byRecall()) {
      boolean shown =
          edits.contains(miss.edit()) || pictures.getOrDefault(miss.file(), 0) == SAME_PICTURE;
      if (!shown && worst.size() < count) {
        edits.add(miss.edit());
        pictures.merge(miss.file(), 1, Integer::sum);
        worst.add(miss);
      }
    }
    return worst;
  }

  private List<Outcome> byRecall() {
    return all().stream()
        .sorted(
            Comparator.comparingDouble(this::recall)
                .reversed()
                .thenComparingInt(miss -> miss.pdq().right().orElse(Integer.MAX_VALUE)))
        .toList();
  }

  /**
   * A picture that was missed.
   *
   * @param tried how many copies of it were judged
   * @param missed how many of them were not found
   */
  record Hard(String file, long tried, long missed) {}

  /** The pictures that were missed most often. */
  List<Hard> hardest(int count) {
    return copies.stream().collect(Collectors.groupingBy(Outcome::file)).entrySet().stream()
        .map(entry -> hard(entry.getKey(), entry.getValue()))
        .filter(hard -> hard.missed() > 0)
        .sorted(Comparator.comparingLong(Hard::missed).reversed().thenComparing(Hard::file))
        .limit(count)
        .toList();
  }

  private static Hard hard(String file, List<Outcome> copies) {
    long missed = copies.stream().filter(copy -> copy.found().isEmpty()).count();
    return new Hard(file, copies.size(), missed);
  }
}
