package dev.cordon.matcher.index;

import static dev.cordon.matcher.index.HammingIndex.MAX_RADIUS;

/**
 * How a segment cuts 256 bits into words, each with a table of its own, and how far around a
 * query's words it has to look.
 *
 * <p>Multi-index hashing (Norouzi, Punjani and Fleet, "Fast Exact Search in Hamming Space with
 * Multi-Index Hashing", 2014) with the general pigeonhole principle (Qin et al., "GPH: Similarity
 * Search in Hamming Space", 2018): when two signals are within {@code r} bits, and the words' own
 * radii plus one add up to {@code r + 1}, then at least one word is within its own radius. A word
 * of radius -1 need not be looked at.
 */
final class Layout {
  /** Fewer words need a radius of 3 or more, which is more buckets than it saves candidates. */
  private static final int FEWEST_WORDS = 11;

  private static final int MOST_WORDS = 32;

  /** How much of the tables' memory may go into where buckets start. */
  private static final int MAX_BUCKET_BYTES_A_SIGNAL = 20;

  private final int[] starts;
  private final int[] widths;
  private final int[][] flips;

  Layout(int words) {
    starts = new int[words];
    widths = new int[words];
    flips = new int[words][];
    int start = 0;
    for (int word = 0; word < words; word++) {
      starts[word] = start;
      widths[word] = 256 / words + (word < 256 % words ? 1 : 0);
      flips[word] = flips(widths[word], radius(word, MAX_RADIUS));
      start += widths[word];
    }
  }

  /** The layout that looks at the fewest buckets and candidates at the greatest radius. */
  static Layout cheapest(int signals) {
    Layout best = new Layout(MOST_WORDS);
    for (int words = MOST_WORDS - 1; words >= FEWEST_WORDS; words--) {
      Layout layout = new Layout(words);
      boolean affordable = 4L * layout.buckets() <= (long) MAX_BUCKET_BYTES_A_SIGNAL * signals;
      if (affordable && layout.cost(signals) < best.cost(signals)) {
        best = layout;
      }
    }
    return best;
  }

  int words() {
    return widths.length;
  }

  int width(int word) {
    return widths[word];
  }

  /** How many bits of a word may differ, -1 when it need not be looked at. */
  int radius(int word, int radius) {
    int share = (radius + 1) / words();
    return word < (radius + 1) % words() ? share : share - 1;
  }

  /** What to flip in a word to get every value near it, nearest first. */
  int[] flips(int word) {
    return flips[word];
  }

  /** How many of the {@link #flips} change at most so many bits. */
  int flipCount(int word, int wordRadius) {
    return balls(widths[word], wordRadius);
  }

  /** The value of a word in the signal that starts at {@code at}. */
  int word(int word, long[] signals, int at) {
    int shift = starts[word] & 63;
    int index = at + (starts[word] >>> 6);
    long value = signals[index] >>> shift;
    if (shift + widths[word] > 64) {
      value |= signals[index + 1] << (64 - shift);
    }
    return (int) value & ((1 << widths[word]) - 1);
  }

  private long buckets() {
    long buckets = 0;
    for (int width : widths) {
      buckets += 1L << width;
    }
    return buckets;
  }

  private double cost(int signals) {
    double cost = 0;
    for (int word = 0; word < words(); word++) {
      cost += flips[word].length * (1 + (double) signals / (1L << widths[word]));
    }
    return cost;
  }

  private static int balls(int width, int radius) {
    return switch (radius) {
      case -1 -> 0;
      case 0 -> 1;
      case 1 -> 1 + width;
      case 2 -> 1 + width + width * (width - 1) / 2;
      default -> throw new IllegalArgumentException("radius must be -1 to 2, was " + radius);
    };
  }

  private static int[] flips(int width, int radius) {
    int[] flips = new int[balls(width, radius)];
    int next = 1;
    for (int bit = 0; bit < width && next < flips.length; bit++) {
      flips[next++] = 1 << bit;
    }
    for (int bit = 1; bit < width && next < flips.length; bit++) {
      for (int other = 0; other < bit; other++) {
        flips[next++] = 1 << bit | 1 << other;
      }
    }
    return flips;
  }
}
