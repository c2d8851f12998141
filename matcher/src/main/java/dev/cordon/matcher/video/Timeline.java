package dev.cordon.matcher.video;

/**
 * When the stills of a film stand, in the order of time.
 *
 * @param from when each begins, in hundredths of a second
 * @param to until when the film looks like it; at least {@code from}
 */
record Timeline(int[] from, int[] to) {
  static final double HUNDREDTHS = 100;

  int size() {
    return from.length;
  }

  double start(int still) {
    return from[still] / HUNDREDTHS;
  }

  double end(int still) {
    return to[still] / HUNDREDTHS;
  }

  /** The still that stands at a time, or the nearest. */
  int nearest(double seconds) {
    int after = Math.min(size() - 1, first(seconds));
    int before = Math.max(0, after - 1);
    double late = start(after) - seconds;
    return late > 0 && seconds - end(before) < late ? before : after;
  }

  /** The first still that is held until a time or begins after it. */
  int first(double seconds) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) < seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
