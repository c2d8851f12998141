package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.MediaKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How one kind of media fared.
 *
 * @param edits their scores
 * @param groups of them, in the catalogue's order
 * @param outcomes of copies and of what is unrelated
 */
record KindScore(
    MediaKind kind, List<EditScore> edits, List<Group> groups, List<Outcome> outcomes) {

  /**
   * A group of edits.
   *
   * @param recall the mean of its edits', 0 to 1
   */
  record Group(String name, int edits, int tried, int found, double recall, Bounds bounds) {}

  /** Of the kinds that there are. */
  static List<KindScore> of(Summary summary) {
    return Arrays.stream(MediaKind.values())
        .map(kind -> of(summary, kind))
        .filter(score -> !score.outcomes().isEmpty())
        .toList();
  }

  private static KindScore of(Summary summary, MediaKind kind) {
    List<EditScore> edits =
        summary.scores().stream().filter(score -> score.edit().kind() == kind).toList();
    List<Outcome> outcomes =
        summary.outcomes().stream()
            .filter(outcome -> outcome.kind() == kind && outcome.sort() != Sort.HARD)
            .toList();
    Map<String, List<Outcome>> byEdit =
        outcomes.stream().collect(Collectors.groupingBy(Outcome::edit));
    List<Group> groups =
        edits.stream()
            .collect(
                Collectors.groupingBy(
                    score -> score.edit().group(), LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(entry -> group(entry.getKey(), entry.getValue(), byEdit))
            .toList();
    return new KindScore(kind, edits, groups, outcomes);
  }

  private static Group group(
      String name, List<EditScore> scores, Map<String, List<Outcome>> byEdit) {
    List<Outcome> outcomes =
        scores.stream()
            .flatMap(score -> byEdit.getOrDefault(score.edit().name(), List.of()).stream())
            .toList();
    return new Group(
        name,
        scores.size(),
        scores.stream().mapToInt(EditScore::tried).sum(),
        scores.stream().mapToInt(EditScore::foundCount).sum(),
        mean(scores),
        Bounds.of(outcomes));
  }

  private static double mean(List<EditScore> scores) {
    return scores.stream().mapToDouble(EditScore::recall).average().orElse(0);
  }

  /** The mean of the edits' recalls, 0 to 1. */
  double recall() {
    return mean(edits);
  }

  Bounds bounds() {
    return Bounds.of(outcomes);
  }

  int tried() {
    return edits.stream().mapToInt(EditScore::tried).sum();
  }

  int found() {
    return edits.stream().mapToInt(EditScore::foundCount).sum();
  }

  /** How many queries are of what is not enrolled, edited or as it is. */
  long unrelated(boolean edited) {
    return unrelated().stream().filter(any -> any.edit().isEmpty() != edited).count();
  }

  /** How many of them matched something. */
  long unrelatedMatched(boolean edited) {
    return unrelated().stream()
        .filter(any -> any.edit().isEmpty() != edited && !any.wrong().isEmpty())
        .count();
  }

  private List<Outcome> unrelated() {
    return outcomes.stream().filter(outcome -> outcome.sort() == Sort.UNRELATED).toList();
  }

  /** How many copies matched an entry that they are no copy of. */
  long copiesMatchedWrongly() {
    return outcomes.stream()
        .filter(outcome -> outcome.sort() == Sort.COPY && !outcome.wrong().isEmpty())
        .count();
  }
}
