package dev.cordon.matcher.pdq;

import java.util.Arrays;

/** From frequencies to bits. */
final class Bits {
  private Bits() {}

  /** A bit for each value greater than the lower median of the 256; bit 0 for the first value. */
  static PdqHash aboveMedian(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2 - 1];
    return new PdqHash(
        word(values, median, 192),
        word(values, median, 128),
        word(values, median, 64),
        word(values, median, 0));
  }

  private static long word(float[] values, float median, int from) {
    long word = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      word |= values[from + bit] > median ? 1L << bit : 0;
    }
    return word;
  }
}
