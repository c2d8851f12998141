package dev.cordon.matcher.pdq;

import java.util.BitSet;

/** Along one side of a picture: which pixels make each of the 64 cells, and with what weight. */
final class Taps {
  private static final int CELLS = TentFilter.SIDE;

  private final int[] places;
  private final int[][] indexes;
  private final float[][] weights;

  private Taps(int[] places, int[][] indexes, float[][] weights) {
    this.places = places;
    this.indexes = indexes;
    this.weights = weights;
  }

  /**
   * The taps of a tent filter.
   *
   * @param length pixels of the picture along this side
   * @param reduction stored pixels that one of them is the mean of
   * @param stored pixels that were stored along this side
   * @param samples nearest pixels, evenly spaced on the stored side, that are filtered
   */
  static Taps of(int length, int reduction, int stored, int samples) {
    Tent tent = new Tent(length, reduction, stored, samples);
    int[][] indexes = new int[CELLS][];
    float[][] weights = new float[CELLS][];
    BitSet used = new BitSet(length);
    for (int cell = 0; cell < CELLS; cell++) {
      indexes[cell] = tent.at((int) ((cell + 0.5) * samples / CELLS));
      weights[cell] = tent.weights(indexes[cell]);
      for (int place : indexes[cell]) {
        used.set(place);
      }
    }
    int[] places = used.stream().toArray();
    renumber(indexes, places, length);
    return new Taps(places, indexes, weights);
  }

  private static void renumber(int[][] indexes, int[] places, int length) {
    int[] numbers = new int[length];
    for (int i = 0; i < places.length; i++) {
      numbers[places[i]] = i;
    }
    for (int[] taps : indexes) {
      for (int tap = 0; tap < taps.length; tap++) {
        taps[tap] = numbers[taps[tap]];
      }
    }
  }

  /** The pixels that any cell takes, in ascending order. */
  int[] places() {
    return places;
  }

  /** What a cell takes, as indexes into {@link #places}. */
  int[] indexes(int cell) {
    return indexes[cell];
  }

  float[] weights(int cell) {
    return weights[cell];
  }

  /** The weighted sum of each cell from the values at {@link #places}. */
  float[] sums(float[] values) {
    float[] sums = new float[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      int[] taps = indexes[cell];
      float[] factors = weights[cell];
      float sum = 0;
      for (int tap = 0; tap < taps.length; tap++) {
        sum += factors[tap] * values[taps[tap]];
      }
      sums[cell] = sum;
    }
    return sums;
  }
}
