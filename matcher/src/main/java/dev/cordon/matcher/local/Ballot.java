package dev.cordon.matcher.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Collects which entries' features are near a query's, and ranks the entries. */
final class Ballot {
  /** Fewer votes cannot make a fit. */
  private static final int LEAST_VOTES = 3;

  /** A query feature that has more answers than this counts for less. */
  private static final double COMMON = 3;

  private int size;
  private int[] rows = new int[4096];
  private int[] query = new int[4096];
  private int[] entry = new int[4096];
  private byte[] bits = new byte[4096];
  private final int[] answers;

  Ballot(int queryFeatures) {
    answers = new int[queryFeatures];
  }

  void vote(int queryFeature, int row, int feature, int distance) {
    if (size == rows.length) {
      grow();
    }
    rows[size] = row;
    query[size] = queryFeature;
    entry[size] = feature;
    bits[size++] = (byte) distance;
    answers[queryFeature]++;
  }

  private void grow() {
    rows = Arrays.copyOf(rows, size * 2);
    query = Arrays.copyOf(query, size * 2);
    entry = Arrays.copyOf(entry, size * 2);
    bits = Arrays.copyOf(bits, size * 2);
  }

  /** The rows with most votes, at most so many; features with many answers weigh little. */
  List<Candidate> best(int most, int rowCount) {
    float[] weight = new float[rowCount];
    int[] votes = new int[rowCount];
    for (int i = 0; i < size; i++) {
      weight[rows[i]] += (float) Math.min(1, COMMON / answers[query[i]]);
      votes[rows[i]]++;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int row = 0; row < rowCount; row++) {
      if (votes[row] >= LEAST_VOTES) {
        candidates.add(new Candidate(row, weight[row], new Pairs()));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::weight).reversed());
    List<Candidate> best = candidates.subList(0, Math.min(most, candidates.size()));
    fill(best, rowCount);
    return best;
  }

  private void fill(List<Candidate> best, int rowCount) {
    Pairs[] byRow = new Pairs[rowCount];
    best.forEach(candidate -> byRow[candidate.row] = candidate.pairs);
    for (int i = 0; i < size; i++) {
      Pairs pairs = byRow[rows[i]];
      if (pairs != null) {
        pairs.add(query[i], entry[i], bits[i]);
      }
    }
  }

  record Candidate(int row, double weight, Pairs pairs) {}
}
