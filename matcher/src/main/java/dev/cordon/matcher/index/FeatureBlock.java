package dev.cordon.matcher.index;

import java.util.concurrent.atomic.AtomicLongArray;

/** Some of the index's entries. Searches run beside the one thread that writes. */
abstract sealed class FeatureBlock permits FeatureTail, FeatureSegment {
  /** The row of each entry. */
  final int[] rows;

  /** The first feature of each entry and, after the last, the number of features. */
  final int[] firsts;

  /** A bit for each entry, set when it was removed; looked at only when a feature is a hit. */
  private final AtomicLongArray tombstones;

  private int removed;

  FeatureBlock(int[] rows, int[] firsts) {
    this.rows = rows;
    this.firsts = firsts;
    tombstones = new AtomicLongArray((rows.length + 63) >>> 6);
  }

  /** How many entries it holds, removed ones counted. */
  abstract int entries();

  /** The entry of a row, removed or not, or a negative number. */
  abstract int entryOf(int row);

  /** Looks for the search's present feature. */
  abstract void search(FeatureSearch search);

  /** Shows every feature, of removed entries too, in an order that is always the same. */
  abstract void forEach(Visitor visitor);

  abstract long memory();

  /** How many features it holds, those of removed entries counted. */
  final int size() {
    return firsts[entries()];
  }

  /** How many features it holds, those of removed entries not counted; for the writer. */
  final int live() {
    return size() - removed;
  }

  final boolean isLive(int entry) {
    return (tombstones.get(entry >>> 6) & (1L << entry)) == 0;
  }

  final boolean holds(int row) {
    int entry = entryOf(row);
    return entry >= 0 && isLive(entry);
  }

  /** Removes an entry and tells how many features it had. */
  final int remove(int row) {
    if (!holds(row)) {
      return 0;
    }
    int entry = entryOf(row);
    tombstones.set(entry >>> 6, tombstones.get(entry >>> 6) | (1L << entry));
    int features = firsts[entry + 1] - firsts[entry];
    removed += features;
    return features;
  }

  final long memoryOfEntries() {
    return 4L * (rows.length + firsts.length) + 8L * tombstones.length();
  }

  /** Is shown features. */
  interface Visitor {
    void visit(int word, long signature, int entry, int feature);
  }
}
