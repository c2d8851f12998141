package dev.cordon.matcher.audio;

/**
 * Triplets of peaks: an anchor, one a little later, one later still. Their key is made of ratios of
 * frequencies and of times, so that it stays when the sound is played faster or higher; besides of
 * where the anchor lies and how long all takes, so coarsely that a few per cent hardly matter.
 */
final class Triplets {
  /** Both lie within an octave of the anchor. */
  private static final int MOST_LEAP = SpectralPeaks.OCTAVE;

  private static final int LATEST = 90;
  private static final int NEAR_FROM = 10;
  private static final int FAR_FROM = 32;

  /** How much earlier a query looks: it may be played faster. */
  private static final int EARLIER = 2;

  private static final double LEAP_STEP = 12;
  private static final double RATIO_STEP = 1 / 12.0;
  private static final double ANCHOR_STEP = 96;
  private static final double SPAN_STEP = 0.35;

  /** How far from a border of a step the other side is looked into as well. */
  private static final double LEAP_DOUBT = 4.5 / LEAP_STEP;

  private static final double RATIO_DOUBT = 0.36;
  private static final double ANCHOR_DOUBT = 20 / ANCHOR_STEP;
  private static final double SPAN_DOUBT = 0.2;

  private Triplets() {}

  /** What takes triplets. */
  interface Sink {
    /**
     * Takes one key of a triplet.
     *
     * @param key well mixed
     * @param anchor index of the first peak
     * @param last index of the last peak
     */
    void accept(int key, int anchor, int last);
  }

  /** The triplets that an entry is found by: two an anchor at most, one key each. */
  static void ofEntry(Peaks peaks, Sink sink) {
    for (int anchor = 0; anchor < peaks.size(); anchor++) {
      int[] near = targets(peaks, anchor, NEAR_FROM, FAR_FROM, 2);
      int[] far = targets(peaks, anchor, FAR_FROM, LATEST, 2);
      for (int i = 0; i < Math.min(near.length, far.length); i++) {
        sink.accept(new Shape(peaks, anchor, near[i], far[i]).key(), anchor, far[i]);
      }
    }
  }

  /**
   * The triplets that are looked for: more an anchor, as some of its neighbours may be new, and
   * under each key that theirs might be.
   *
   * @param from the first anchor
   * @param to the one after the last
   */
  static void ofQuery(Peaks peaks, int from, int to, Sink sink) {
    for (int anchor = from; anchor < to; anchor++) {
      int[] near = targets(peaks, anchor, NEAR_FROM - EARLIER, FAR_FROM + 2 * EARLIER, 4);
      int[] far = targets(peaks, anchor, FAR_FROM - 2 * EARLIER, LATEST, 4);
      for (int middle : near) {
        for (int last : far) {
          if (peaks.frame()[last] > peaks.frame()[middle]) {
            new Shape(peaks, anchor, middle, last).keys(anchor, last, sink);
          }
        }
      }
    }
  }

  private static int[] targets(Peaks peaks, int anchor, int from, int to, int most) {
    int[] found = new int[most];
    int count = 0;
    int time = peaks.frame()[anchor];
    int pitch = peaks.pitch()[anchor];
    int i = anchor + 1;
    while (i < peaks.size() && peaks.frame()[i] - time < from) {
      i++;
    }
    for (; i < peaks.size() && count < most && peaks.frame()[i] - time < to; i++) {
      if (Math.abs(peaks.pitch()[i] - pitch) <= MOST_LEAP) {
        found[count++] = i;
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }

  /** What the key of a triplet is made of, in steps and not rounded. */
  private static final class Shape {
    private final double leap;
    private final double secondLeap;
    private final double ratio;
    private final double place;
    private final double span;

    Shape(Peaks peaks, int anchor, int middle, int last) {
      double total = peaks.frame()[last] - peaks.frame()[anchor];
      leap = (peaks.pitch()[middle] - peaks.pitch()[anchor]) / LEAP_STEP + 0.5;
      secondLeap = (peaks.pitch()[last] - peaks.pitch()[anchor]) / LEAP_STEP + 0.5;
      ratio = (peaks.frame()[middle] - peaks.frame()[anchor]) / total / RATIO_STEP;
      place = peaks.pitch()[anchor] / ANCHOR_STEP;
      span = Math.log(total / FAR_FROM) / Math.log(2) / SPAN_STEP;
    }

    int key() {
      return key(floor(leap), floor(secondLeap), floor(ratio), floor(place), floor(span));
    }

    void keys(int anchor, int last, Sink sink) {
      for (int a = floor(leap - LEAP_DOUBT); a <= floor(leap + LEAP_DOUBT); a++) {
        for (int b = floor(secondLeap - LEAP_DOUBT); b <= floor(secondLeap + LEAP_DOUBT); b++) {
          for (int c = floor(ratio - RATIO_DOUBT); c <= floor(ratio + RATIO_DOUBT); c++) {
            coarse(a, b, c, anchor, last, sink);
          }
        }
      }
    }

    private void coarse(int a, int b, int c, int anchor, int last, Sink sink) {
      for (int d = floor(place - ANCHOR_DOUBT); d <= floor(place + ANCHOR_DOUBT); d++) {
        for (int e = floor(span - SPAN_DOUBT); e <= floor(span + SPAN_DOUBT); e++) {
          sink.accept(key(a, b, c, d, e), anchor, last);
        }
      }
    }

    private static int floor(double value) {
      return (int) Math.floor(value);
    }

    private static int key(int leap, int secondLeap, int ratio, int place, int span) {
      int packed = ((leap & 63) << 6 | (secondLeap & 63)) << 4 | (ratio & 15);
      packed = (packed << 5 | (place & 31)) << 3 | (span & 7);
      packed *= 0x9E3779B1;
      packed ^= packed >>> 15;
      return packed * 0x85EBCA77;
    }
  }
}
