package dev.cordon.matcher.pdq;

import java.util.Arrays;

/**
 * Two box filters over samples of the side of a picture, said of one sample at a time: what its
 * filtered value takes of each pixel.
 */
final class Tent {
  private static final int CELLS = TentFilter.SIDE;

  private final int length;
  private final int reduction;
  private final int stored;
  private final int samples;
  private final double[] taken;
  private int low;
  private int high;

  /** As for {@link Taps#of}. */
  Tent(int length, int reduction, int stored, int samples) {
    this.length = length;
    this.reduction = reduction;
    this.stored = stored;
    this.samples = samples;
    this.taken = new double[length];
    this.high = length;
  }

  /** The pixels that a filtered sample takes, in ascending order. */
  int[] at(int sample) {
    Arrays.fill(taken, low, high, 0);
    low = length;
    high = 0;
    for (int i = first(sample); i <= last(sample); i++) {
      box(i, 1.0 / (last(sample) - first(sample) + 1));
    }
    int[] places = new int[high - low];
    int count = 0;
    for (int place = low; place < high; place++) {
      if (taken[place] != 0) {
        places[count++] = place;
      }
    }
    return Arrays.copyOf(places, count);
  }

  /** How much the last sample asked for takes of some pixels. */
  float[] weights(int[] places) {
    float[] weights = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      weights[i] = (float) taken[places[i]];
    }
    return weights;
  }

  private void box(int sample, double weight) {
    for (int i = first(sample); i <= last(sample); i++) {
      pixel((int) ((long) i * stored / samples), weight / (last(sample) - first(sample) + 1));
    }
  }

  /** The window reaches one farther ahead when its length is even, and is shorter at the ends. */
  private int first(int sample) {
    return Math.max(sample + window() / 2 - window() + 1, 0);
  }

  private int last(int sample) {
    return Math.min(sample + window() / 2, samples - 1);
  }

  private int window() {
    return (samples + 2 * CELLS - 1) / (2 * CELLS);
  }

  private void pixel(int position, double weight) {
    int place = position / reduction;
    if (reduction == 1) {
      take(place, weight);
    } else {
      parabola(place, (position % reduction + 0.5) / reduction, weight);
    }
  }

  /**
   * A pixel that was averaged away, from the means around it: the parabola whose mean is that of
   * the place and that meets its neighbours half way (the piecewise parabolic method of Colella and
   * Woodward, 1984).
   *
   * @param x where in the place, 0 to 1
   */
  private void parabola(int place, double x, double weight) {
    double left = 1 - 4 * x + 3 * x * x;
    double right = 3 * x * x - 2 * x;
    double inside = 6 * x * (1 - x);
    take(place - 2, weight * -left / 12);
    take(place - 1, weight * (7 * left - right) / 12);
    take(place, weight * (inside + 7 * (left + right) / 12));
    take(place + 1, weight * (7 * right - left) / 12);
    take(place + 2, weight * -right / 12);
  }

  /** What lies beyond an end is taken to be as the end. */
  private void take(int place, double weight) {
    int within = Math.max(0, Math.min(place, length - 1));
    taken[within] += weight;
    low = Math.min(low, within);
    high = Math.max(high, within + 1);
  }
}
