package dev.cordon.matcher.index;

import static dev.cordon.matcher.index.FeatureIndex.WORD_BITS;

import java.util.Arrays;

/**
 * Entries that no longer change but for removals, sorted by row, their features grouped by the
 * highest bits of their words.
 */
final class FeatureSegment extends FeatureBlock {
  /** Every so many features, it is noted to which entry they belong. */
  private static final int GUIDE_SHIFT = 8;

  /** How many of a word's highest bits are the bucket. */
  private final int bits;

  /** Where each bucket starts and, after the last, the number of features. */
  private final int[] starts;

  private final long[] signatures;

  /** The rest of the word, and below it the position of the feature in order of rows. */
  private final int[] references;

  private final int positionBits;
  private final int[] guide;

  /** Takes the arrays over. */
  FeatureSegment(int[] rows, int[] firsts, int[] starts, long[] signatures, int[] references) {
    super(rows, firsts);
    this.starts = starts;
    this.signatures = signatures;
    this.references = references;
    bits = Integer.numberOfTrailingZeros(starts.length - 1);
    positionBits = positionBits(bits);
    guide = guide(firsts);
  }

  /** Half as many buckets as features: 2 bytes a feature at most. */
  static int bits(int features) {
    int log = 31 - Integer.numberOfLeadingZeros(Math.max(2, features));
    return Math.min(WORD_BITS, log - 1);
  }

  /** How many bits of a reference are the position: what the rest of the word leaves. */
  static int positionBits(int bits) {
    return Math.min(31, 32 - (WORD_BITS - bits));
  }

  private static int[] guide(int[] firsts) {
    int features = firsts[firsts.length - 1];
    int[] guide = new int[(features >>> GUIDE_SHIFT) + 2];
    int entry = 0;
    for (int i = 0; i < guide.length; i++) {
      while (entry < firsts.length - 2 && firsts[entry + 1] <= i << GUIDE_SHIFT) {
        entry++;
      }
      guide[i] = entry;
    }
    return guide;
  }

  @Override
  int entries() {
    return rows.length;
  }

  @Override
  int entryOf(int row) {
    return Arrays.binarySearch(rows, row);
  }

  /**
   * Buckets lie all over memory, so what is needed of all of them is asked for before any is looked
   * at: the processor then waits for many at the same time.
   */
  @Override
  void search(FeatureSearch search) {
    int bucket = search.word() >>> (WORD_BITS - bits);
    int count = 0;
    for (; count < Flips.COUNT && search.flip(bits, count) >= 0; count++) {
      int flipped = bucket ^ search.flip(bits, count);
      search.from[count] = starts[flipped];
      search.to[count] = starts[flipped + 1];
    }
    long touched = 0;
    for (int i = 0; i < count; i++) {
      touched ^= signatures[Math.min(search.from[i], signatures.length - 1)];
    }
    search.touched ^= touched;
    for (int i = 0; i < count && search.hasPatience(); i++) {
      int from = search.from[i];
      int to = Math.min(search.to[i], from + search.patience());
      search.spend(to - from);
      compare(from, to, Integer.bitCount(search.flip(bits, i)), search);
    }
  }

  private void compare(int from, int to, int flipped, FeatureSearch search) {
    long signature = search.signature();
    int limit = search.radius() - flipped;
    for (int i = from; i < to; i++) {
      int distance = Long.bitCount(signatures[i] ^ signature);
      if (distance <= limit) {
        report(references[i], flipped + distance, search);
      }
    }
  }

  private void report(int reference, int distance, FeatureSearch search) {
    int rest = (reference >>> positionBits) ^ (search.word() & ((1 << (WORD_BITS - bits)) - 1));
    int all = distance + Integer.bitCount(rest);
    int position = reference & ((1 << positionBits) - 1);
    int entry = entryAt(position);
    if (all <= search.radius() && isLive(entry)) {
      search.hit(rows[entry], position - firsts[entry], all);
    }
  }

  private int entryAt(int position) {
    int low = guide[position >>> GUIDE_SHIFT];
    int high = guide[(position >>> GUIDE_SHIFT) + 1];
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firsts[middle] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  void forEach(Visitor visitor) {
    int rest = WORD_BITS - bits;
    for (int bucket = 0; bucket < starts.length - 1; bucket++) {
      for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
        int word = bucket << rest | (references[i] >>> positionBits) & ((1 << rest) - 1);
        int position = references[i] & ((1 << positionBits) - 1);
        int entry = entryAt(position);
        visitor.visit(word, signatures[i], entry, position - firsts[entry]);
      }
    }
  }

  @Override
  long memory() {
    return memoryOfEntries() + 12L * signatures.length + 4L * (starts.length + guide.length);
  }
}
