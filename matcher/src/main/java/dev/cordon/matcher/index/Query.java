package dev.cordon.matcher.index;

/** One search under way: the signal looked for, how far it may be, and who hears of a hit. */
final class Query {
  /** A distance greater than any radius: the signal was given up on before its end. */
  static final int FAR = Integer.MAX_VALUE;

  final long[] signal;
  final int radius;
  private final HammingIndex.Hits hits;
  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  Query(long[] signal, int radius, HammingIndex.Hits hits) {
    this.signal = signal;
    this.radius = radius;
    this.hits = hits;
    first = signal[0];
    second = signal[1];
    third = signal[2];
    fourth = signal[3];
  }

  /**
   * How many bits the signal at a position differs in, or {@link #FAR}. The first half decides
   * nearly always: two unrelated signals differ there in 64 bits or so.
   */
  int distance(long[] signals, int position) {
    int at = position << 2;
    int half = Long.bitCount(signals[at] ^ first) + Long.bitCount(signals[at + 1] ^ second);
    if (half > radius) {
      return FAR;
    }
    return half + Long.bitCount(signals[at + 2] ^ third) + Long.bitCount(signals[at + 3] ^ fourth);
  }

  void hit(int id, int distance) {
    hits.hit(id, distance);
  }
}
