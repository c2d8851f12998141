package dev.cordon.matcher.audio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An inverted index: for each key of 32 bits the numbers that were put under it. */
final class Postings {
  private static final int BUCKETS = 1 << 20;
  private static final int BUCKET_SHIFT = 12;

  /** Of a key, kept with each number: what its bucket does not tell, and more. */
  private static final int CHECK_BITS = 12;

  private static final int CHECK_MASK = (1 << CHECK_BITS) - 1;
  private static final int FIRST = 2;

  private long[] @Nullable [] buckets = new long[0][];
  private int[] used = new int[0];
  private long size;

  /** How many numbers there are. */
  long size() {
    return size;
  }

  /**
   * @param number 0 to 2^52 - 1
   */
  void add(int key, long number) {
    if (buckets.length == 0) {
      buckets = new long[BUCKETS][];
      used = new int[BUCKETS];
    }
    int bucket = key >>> BUCKET_SHIFT;
    long[] held = buckets[bucket];
    if (held == null) {
      held = new long[FIRST];
    } else if (used[bucket] == held.length) {
      held = Arrays.copyOf(held, held.length + Math.max(1, held.length >> 2));
    }
    held[used[bucket]++] = number << CHECK_BITS | key & CHECK_MASK;
    buckets[bucket] = held;
    size++;
  }

  /** What takes the numbers that were found. */
  interface Sink {
    void accept(long number);
  }

  /**
   * Reports the numbers of a key; of one that has more than some, none: it tells nothing.
   *
   * @param most a bucket may hold
   */
  void find(int key, int most, Sink sink) {
    if (buckets.length == 0) {
      return;
    }
    int bucket = key >>> BUCKET_SHIFT;
    long[] held = buckets[bucket];
    int count = used[bucket];
    if (held == null || count > most) {
      return;
    }
    int check = key & CHECK_MASK;
    for (int i = 0; i < count; i++) {
      if ((held[i] & CHECK_MASK) == check) {
        sink.accept(held[i] >>> CHECK_BITS);
      }
    }
  }

  void clear() {
    buckets = new long[0][];
    used = new int[0];
    size = 0;
  }
}
