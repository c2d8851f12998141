package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Outcome.Hit;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How well the distances of one signal type tell copies from other pictures.
 *
 * @param signal the type
 * @param threshold the greatest distance that matched in this evaluation
 * @param widest the greatest threshold that can be set
 * @param copies of each copy its distance from its original, and whether another type found it
 * @param wrong how many pairs of other pictures are at each distance
 * @param pairs how many such pairs there are, at whatever distance
 */
record Separation(
    String signal,
    int threshold,
    int widest,
    List<Copy> copies,
    SortedMap<Integer, Integer> wrong,
    long pairs) {
  private static final double MILLION = 1e6;

  /**
   * One copy.
   *
   * @param distance empty when this type says nothing of it
   */
  record Copy(OptionalInt distance, boolean foundOtherwise) {
    boolean within(int threshold) {
      return distance.isPresent() && distance.getAsInt() <= threshold;
    }
  }

  /** Of PDQ, whose distances are known of every pair. Hard pairs are left out. */
  static Separation pdq(Summary summary, int threshold) {
    List<Copy> copies = new ArrayList<>();
    SortedMap<Integer, Integer> wrong = new TreeMap<>();
    for (Outcome outcome : counted(summary)) {
      outcome.pdq().wrong().forEach((d, count) -> wrong.merge(d, count, Integer::sum));
      if (outcome.sort() == Sort.COPY) {
        copies.add(new Copy(outcome.pdq().right(), otherwise(outcome, Signal.PDQ)));
      }
    }
    return new Separation(
        Signal.PDQ, threshold, Bank.MAX_PDQ_DISTANCE, copies, wrong, summary.pairs());
  }

  /** Of another type, whose distances are known where it matches at the loosest threshold. */
  static Separation of(Summary summary, String signal, int threshold, int widest) {
    List<Copy> copies = new ArrayList<>();
    SortedMap<Integer, Integer> wrong = new TreeMap<>();
    for (Outcome outcome : counted(summary)) {
      hits(outcome, signal)
          .filter(hit -> !outcome.right(hit))
          .forEach(hit -> wrong.merge(hit.distance(), 1, Integer::sum));
      if (outcome.sort() == Sort.COPY) {
        OptionalInt right =
            hits(outcome, signal).filter(outcome::right).mapToInt(Hit::distance).min();
        copies.add(new Copy(right, otherwise(outcome, signal)));
      }
    }
    return new Separation(signal, threshold, widest, copies, wrong, summary.pairs());
  }

  /** The loose judging knows more; what only the strict one says must not be lost. */
  private static Stream<Hit> hits(Outcome outcome, String signal) {
    List<Hit> hits = outcome.loose().isEmpty() ? outcome.matches() : outcome.loose();
    return hits.stream().filter(hit -> hit.signal().equals(signal));
  }

  private static List<Outcome> counted(Summary summary) {
    return summary.outcomes().stream().filter(outcome -> outcome.sort() != Sort.HARD).toList();
  }

  private static boolean otherwise(Outcome outcome, String signal) {
    return outcome.matches().stream()
        .anyMatch(hit -> outcome.right(hit) && !hit.signal().equals(signal));
  }

  /** How many copies are at each distance from their originals. */
  SortedMap<Integer, Integer> right() {
    SortedMap<Integer, Integer> right = new TreeMap<>();
    copies.forEach(copy -> copy.distance().ifPresent(d -> right.merge(d, 1, Integer::sum)));
    return right;
  }

  /** False matches a million pairs at a threshold. */
  double perMillion(int at) {
    int count = wrong.headMap(at + 1).values().stream().mapToInt(Integer::intValue).sum();
    return pairs == 0 ? 0 : count * MILLION / pairs;
  }

  /** The share of copies that this type finds alone at a threshold, 0 to 1. */
  double recall(int at) {
    return share(copies.stream().filter(copy -> copy.within(at)).count());
  }

  /** The same together with what other types found in this evaluation. */
  double recallWithOthers(int at) {
    return share(copies.stream().filter(copy -> copy.within(at) || copy.foundOtherwise()).count());
  }

  private double share(long count) {
    return copies.isEmpty() ? 0 : (double) count / copies.size();
  }

  /** The loosest threshold with at most so many false matches a million pairs. */
  OptionalInt loosest(double perMillion) {
    for (int at = widest; at >= 0; at--) {
      if (perMillion(at) <= perMillion) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }
}
