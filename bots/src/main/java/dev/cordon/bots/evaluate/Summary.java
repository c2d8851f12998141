package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Outcome.Hit;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.Edit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of an evaluation. */
final class Summary {
  private static final double MILLION = 1e6;

  /** With nothing seen in n trials, the rate is below 3/n with 95 % certainty. */
  private static final double RULE_OF_THREE = 3;

  private final List<Outcome> outcomes;
  private final List<EditScore> scores;
  private final int entries;

  /**
   * @param edits those that were tried, in the order of the report
   * @param entries how many entries each query was compared with
   */
  Summary(Collection<Outcome> outcomes, List<Edit> edits, int entries) {
    this.outcomes =
        outcomes.stream()
            .filter(Outcome::counts)
            .sorted(Comparator.comparing(Outcome::file).thenComparing(Outcome::edit))
            .toList();
    this.entries = entries;
    Map<String, List<Outcome>> byEdit =
        this.outcomes.stream().collect(Collectors.groupingBy(Outcome::edit));
    this.scores =
        edits.stream()
            .map(edit -> EditScore.of(edit, byEdit.getOrDefault(edit.name(), List.of())))
            .filter(score -> score.tried() > 0)
            .toList();
  }

  /** One for each edit that was tried. */
  List<EditScore> scores() {
    return scores;
  }

  /** The mean of the edits' recalls, 0 to 1. */
  double meanRecall() {
    return meanRecall(score -> true);
  }

  double meanRecall(Predicate<EditScore> which) {
    return scores.stream().filter(which).mapToDouble(EditScore::recall).average().orElse(0);
  }

  /** Edits that are found too seldom, the worst first. */
  List<EditScore> poor() {
    return scores.stream()
        .filter(EditScore::poor)
        .sorted(Comparator.comparingDouble(EditScore::recall))
        .toList();
  }

  /**
   * A match with an entry that is not the picture's.
   *
   * @param query what was judged
   */
  record FalseMatch(Outcome query, Hit hit) {}

  /** Without those of hard pairs, the nearest first. */
  List<FalseMatch> falseMatches() {
    return falseMatches(outcome -> outcome.sort() != Sort.HARD);
  }

  /** Those of hard pairs. */
  List<FalseMatch> hardMatches() {
    return falseMatches(outcome -> outcome.sort() == Sort.HARD);
  }

  private List<FalseMatch> falseMatches(Predicate<Outcome> which) {
    return outcomes.stream()
        .filter(which)
        .flatMap(outcome -> outcome.wrong().stream().map(hit -> new FalseMatch(outcome, hit)))
        .sorted(
            Comparator.comparing((FalseMatch match) -> Stage.of(match.hit().signal()))
                .thenComparingInt(match -> match.hit().distance()))
        .toList();
  }

  /** How many queries, of copies, of unrelated pictures or of hard pairs. */
  int queries(Sort sort) {
    return (int) outcomes.stream().filter(outcome -> outcome.sort() == sort).count();
  }

  /** Queries times entries without what belongs together; hard pairs are not among them. */
  long pairs() {
    long queries = queries(Sort.COPY) + queries(Sort.UNRELATED);
    return queries * entries - queries(Sort.COPY);
  }

  int entries() {
    return entries;
  }

  /** False matches a million pairs. */
  double perMillion() {
    return pairs() == 0 ? 0 : falseMatches().size() * MILLION / pairs();
  }

  /** What the rate may be all the same when none was seen. */
  double perMillionAtMost() {
    return pairs() == 0 ? MILLION : RULE_OF_THREE * MILLION / pairs();
  }

  /** Of hard pairs, by the kind that their file names begin with. */
  Map<String, int[]> hardKinds() {
    Map<String, int[]> kinds = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome.sort() == Sort.HARD) {
        int[] counts = kinds.computeIfAbsent(kind(outcome.file()), any -> new int[2]);
        counts[0]++;
        counts[1] += outcome.wrong().size();
      }
    }
    return kinds;
  }

  private static String kind(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    String kind = name.split("--|\\d|\\.", 2)[0].replaceFirst("[-_]+$", "");
    return kind.isEmpty() ? "other" : kind;
  }

  /**
   * Milliseconds from file to verdict.
   *
   * @param count how many items
   */
  record Cost(int count, double median, double ninetieth) {
    static Cost of(Stream<Outcome> outcomes) {
      double[] millis = outcomes.mapToDouble(Outcome::millis).sorted().toArray();
      return new Cost(millis.length, quantile(millis, 0.5), quantile(millis, 0.9));
    }

    private static double quantile(double[] sorted, double share) {
      return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)];
    }
  }

  /** By how far the matcher looked. */
  Map<Stage, Cost> costs() {
    Map<Stage, Cost> costs = new EnumMap<>(Stage.class);
    Arrays.stream(Stage.values())
        .forEach(
            stage ->
                costs.put(stage, Cost.of(outcomes.stream().filter(o -> o.reached() == stage))));
    costs.values().removeIf(cost -> cost.count() == 0);
    return costs;
  }

  Cost cost() {
    return Cost.of(outcomes.stream());
  }

  /** What counts, by picture and edit. */
  List<Outcome> outcomes() {
    return outcomes;
  }
}
