package dev.cordon.matcher.index;

import static dev.cordon.matcher.index.FeatureIndex.WORD_BITS;

/**
 * What to flip in a query's word to get the words that its copies likely have, likeliest first: the
 * sets of bits with the smallest sums of doubts (query-directed probing of Lv et al., "Multi-Probe
 * LSH: Efficient Indexing for High-Dimensional Similarity Search", 2007).
 */
final class Flips {
  /** How many buckets are looked into for a feature. */
  static final int COUNT = 32;

  private final byte[] doubts;
  private final int bits;
  private final int[] order;

  /** The best sets of the bits seen so far, sum of doubts high and bits low, ascending. */
  private long[] best = new long[COUNT];

  private long[] next = new long[COUNT];
  private int size;

  private Flips(byte[] doubts, int bits) {
    this.doubts = doubts;
    this.bits = bits;
    order = new int[bits];
  }

  /**
   * {@link #COUNT} flips for each feature, fewer bits having fewer different ones: then the last
   * ones are -1.
   *
   * @param bits how many of a word's highest bits count
   */
  static int[] ofAll(byte[] doubts, int bits) {
    int features = doubts.length / WORD_BITS;
    int[] flips = new int[features * COUNT];
    Flips of = new Flips(doubts, bits);
    for (int feature = 0; feature < features; feature++) {
      of.write(feature, flips);
    }
    return flips;
  }

  private void write(int feature, int[] flips) {
    sort(feature * WORD_BITS);
    best[0] = 0;
    size = 1;
    for (int i = 0; i < bits && improves(order[i]); i++) {
      join(item(order[i]));
    }
    for (int i = 0; i < COUNT; i++) {
      flips[feature * COUNT + i] = i < size ? (int) best[i] : -1;
    }
  }

  /** Sorts the bits of a feature by doubt; what is sorted holds doubt and place. */
  private void sort(int at) {
    for (int i = 0; i < bits; i++) {
      int item = Byte.toUnsignedInt(doubts[at + i]) << 8 | i;
      int place = i;
      for (; place > 0 && order[place - 1] > item; place--) {
        order[place] = order[place - 1];
      }
      order[place] = item;
    }
  }

  private boolean improves(int sorted) {
    return size < COUNT || item(sorted) < best[COUNT - 1];
  }

  private long item(int sorted) {
    return (long) (sorted >>> 8) << 32 | 1L << (bits - 1 - (sorted & 0xFF));
  }

  /** Merges the sets with the same sets plus one bit. */
  private void join(long item) {
    int total = Math.min(COUNT, size * 2);
    int without = 0;
    int with = 0;
    for (int i = 0; i < total; i++) {
      boolean takesWithout = without < size && best[without] <= best[with] + item;
      next[i] = takesWithout ? best[without++] : best[with++] + item;
    }
    long[] swapped = best;
    best = next;
    next = swapped;
    size = total;
  }
}
