package dev.cordon.matcher.index;

import java.util.Arrays;

/** One search under way: the feature looked for at present, and what was found of it. */
final class FeatureSearch {
  private final FeatureQuery query;
  private final int variant;
  private final int radius;
  private final int budget;
  private final int mostRows;
  private int feature;
  private int word;
  private long signature;
  private int patience;
  private int hits;
  private int[] rows = new int[256];
  private int[] features = new int[256];
  private int[] distances = new int[256];

  /** For segments: where the features of each bucket begin and end. */
  final int[] from = new int[Flips.COUNT];

  final int[] to = new int[Flips.COUNT];

  /** Depends on what was read in advance, so that reading it is not left out. */
  long touched;

  /**
   * A search.
   *
   * @param budget with how many features each of the query's is compared at most
   * @param mostRows a feature that is found in more entries is common
   */
  FeatureSearch(FeatureQuery query, int variant, int radius, int budget, int mostRows) {
    this.query = query;
    this.variant = variant;
    this.radius = radius;
    this.budget = budget;
    this.mostRows = mostRows;
  }

  void start(int next) {
    feature = next;
    word = query.word(next, variant);
    signature = query.signature(next, variant);
    patience = budget;
    hits = 0;
  }

  void finish(FeatureIndex.Votes votes) {
    if (isCommon()) {
      votes.common(feature);
      return;
    }
    for (int i = 0; i < hits; i++) {
      votes.vote(feature, rows[i], features[i], distances[i]);
    }
  }

  private boolean isCommon() {
    return hits > mostRows
        && Arrays.stream(rows, 0, hits).distinct().limit(mostRows + 1L).count() > mostRows;
  }

  int word() {
    return word;
  }

  long signature() {
    return signature;
  }

  int radius() {
    return radius;
  }

  int flip(int bits, int rank) {
    return query.flips(bits)[feature * Flips.COUNT + rank];
  }

  int distance(int otherWord, long otherSignature) {
    return Integer.bitCount(word ^ otherWord) + Long.bitCount(signature ^ otherSignature);
  }

  int patience() {
    return patience;
  }

  boolean hasPatience() {
    return patience > 0;
  }

  void spend(int comparisons) {
    patience -= comparisons;
  }

  void hit(int row, int number, int distance) {
    if (hits == rows.length) {
      rows = Arrays.copyOf(rows, hits * 2);
      features = Arrays.copyOf(features, hits * 2);
      distances = Arrays.copyOf(distances, hits * 2);
    }
    rows[hits] = row;
    features[hits] = number;
    distances[hits++] = distance;
  }
}
