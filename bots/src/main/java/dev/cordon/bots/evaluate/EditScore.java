package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Outcome.Hit;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.Edit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How one edit fared.
 *
 * @param tried copies of enrolled pictures that were judged
 * @param found of them, by the stage that found them
 * @param wrong matches with other entries, of copies and of edited unrelated pictures
 */
record EditScore(Edit edit, int tried, Map<Stage, Integer> found, int wrong) {
  /** Below that share an edit is a way around the matcher. */
  static final double POOR = 0.6;

  static EditScore of(Edit edit, Collection<Outcome> outcomes) {
    List<Outcome> copies =
        outcomes.stream().filter(outcome -> outcome.sort() == Sort.COPY).toList();
    Map<Stage, Integer> found = new EnumMap<>(Stage.class);
    for (Outcome copy : copies) {
      copy.found().map(Hit::signal).map(Stage::of).ifPresent(s -> found.merge(s, 1, Integer::sum));
    }
    int wrong = outcomes.stream().mapToInt(outcome -> outcome.wrong().size()).sum();
    return new EditScore(edit, copies.size(), found, wrong);
  }

  int foundCount() {
    return found.values().stream().mapToInt(Integer::intValue).sum();
  }

  int foundBy(Stage stage) {
    return found.getOrDefault(stage, 0);
  }

  /** 0 to 1. */
  double recall() {
    return tried == 0 ? 0 : (double) foundCount() / tried;
  }

  boolean poor() {
    return recall() < POOR && !edit.hopeless();
  }
}
