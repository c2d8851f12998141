package dev.cordon.matcher.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Signals for tests. */
final class Signals {
  private Signals() {}

  static long[] random(Random random) {
    return new long[] {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
  }

  /** A copy with exactly so many bits changed. */
  static long[] changed(long[] signal, int bits, Random random) {
    long[] changed = signal.clone();
    random.ints(0, 256).distinct().limit(bits).forEach(bit -> changed[bit >> 6] ^= 1L << bit);
    return changed;
  }

  /** What a search reports, in an order that can be compared. */
  static List<String> hits(HammingIndex index, long[] signal, int radius) {
    List<String> hits = new ArrayList<>();
    index.search(signal, radius, (id, distance) -> hits.add(id + " at " + distance));
    hits.sort(null);
    return hits;
  }
}
