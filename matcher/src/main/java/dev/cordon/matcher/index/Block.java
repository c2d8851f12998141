package dev.cordon.matcher.index;

import java.util.concurrent.atomic.AtomicLongArray;

/** Some of the index's signals. Searches run beside the one thread that writes. */
abstract sealed class Block permits Tail, Segment {
  /** Four longs a signal. */
  final long[] signals;

  /** The id of each signal. */
  final int[] ids;

  /** A bit for each signal, set when it was removed; looked at only when a signal is a hit. */
  private final AtomicLongArray tombstones;

  private int removed;

  Block(long[] signals, int[] ids) {
    this.signals = signals;
    this.ids = ids;
    this.tombstones = new AtomicLongArray((ids.length + 63) >>> 6);
  }

  /** How many signals it holds, removed ones counted. */
  abstract int size();

  abstract void search(Query query);

  /** Removes every signal of that id and tells how many there were. */
  abstract int remove(int id);

  /** How many signals it holds, removed ones not counted; for the writer. */
  final int live() {
    return size() - removed;
  }

  final boolean isLive(int position) {
    return (tombstones.get(position >>> 6) & (1L << position)) == 0;
  }

  /** Buries a signal; false when it was removed before. */
  final boolean bury(int position) {
    if (!isLive(position)) {
      return false;
    }
    int word = position >>> 6;
    tombstones.set(word, tombstones.get(word) | (1L << position));
    removed++;
    return true;
  }
}
