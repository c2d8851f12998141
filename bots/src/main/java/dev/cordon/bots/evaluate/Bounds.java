package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Outcome.Owed;
import dev.cordon.matcher.Match.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How far the seconds that matches told were from the true ones: the beginnings and ends of all
 * stretches that were found and have seconds.
 *
 * @param copy in the copy, in seconds, sorted
 * @param entry in the entry, in seconds, sorted
 */
record Bounds(double[] copy, double[] entry) {
  private static final double NEAR = 1;
  private static final double MOST = 0.95;

  static Bounds of(Collection<Outcome> outcomes) {
    List<Double> copy = new ArrayList<>();
    List<Double> entry = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      for (Owed owed : outcome.owed()) {
        outcome
            .match(owed.entry())
            .flatMap(Outcome.Hit::segment)
            .ifPresent(told -> add(told, owed.segment(), copy, entry));
      }
    }
    return new Bounds(sorted(copy), sorted(entry));
  }

  private static void add(Segment told, Segment truth, List<Double> copy, List<Double> entry) {
    copy.add(Math.abs(told.start() - truth.start()));
    copy.add(Math.abs(told.end() - truth.end()));
    entry.add(Math.abs(told.entryStart() - truth.entryStart()));
    entry.add(Math.abs(told.entryEnd() - truth.entryEnd()));
  }

  private static double[] sorted(List<Double> errors) {
    return errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  boolean isEmpty() {
    return copy.length == 0;
  }

  static double median(double[] errors) {
    return quantile(errors, 0.5);
  }

  /** What 95 % of them are below. */
  static double most(double[] errors) {
    return quantile(errors, MOST);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil((sorted.length - 1) * share)];
  }

  /** The share of them within a second, 0 to 1. */
  static double near(double[] errors) {
    long near = Arrays.stream(errors).filter(error -> error <= NEAR).count();
    return errors.length == 0 ? 0 : (double) near / errors.length;
  }
}
