package dev.cordon.matcher.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

/**
 * A hash table of fixed capacity in flat arrays. Values are chained twice: by key, for searches,
 * and by id, for removals. The place of a removed value is not used again, so that a search that
 * stands on it still finds its way on.
 */
final class ExactTable {
  private static final int NONE = -1;

  private final long[] highs;
  private final long[] lows;
  private final int[] ids;
  private final AtomicIntegerArray firstOfKey;
  private final AtomicIntegerArray nextOfKey;
  private final int[] firstOfId;
  private final int[] nextOfId;
  private int used;

  ExactTable(int capacity) {
    highs = new long[capacity];
    lows = new long[capacity];
    ids = new int[capacity];
    int chains = Integer.highestOneBit(Math.max(1, capacity - 1)) << 1;
    firstOfKey = new AtomicIntegerArray(filled(chains));
    nextOfKey = new AtomicIntegerArray(capacity);
    firstOfId = filled(chains);
    nextOfId = new int[capacity];
  }

  boolean isFull() {
    return used == ids.length;
  }

  /** A table of another capacity with what is not removed. */
  ExactTable copy(int capacity) {
    ExactTable copy = new ExactTable(capacity);
    for (int chain = 0; chain < firstOfId.length; chain++) {
      for (int at = firstOfId[chain]; at != NONE; at = nextOfId[at]) {
        copy.add(ids[at], new Key(highs[at], lows[at]));
      }
    }
    return copy;
  }

  /** The chain is changed last: whoever follows it sees the value whole. */
  void add(int id, Key key) {
    int at = used++;
    highs[at] = key.high();
    lows[at] = key.low();
    ids[at] = id;
    nextOfId[at] = firstOfId[idChain(id)];
    firstOfId[idChain(id)] = at;
    int chain = keyChain(key.low());
    nextOfKey.set(at, firstOfKey.get(chain));
    firstOfKey.set(chain, at);
  }

  void search(Key key, IntConsumer consumer) {
    int at = firstOfKey.get(keyChain(key.low()));
    while (at != NONE) {
      if (lows[at] == key.low() && highs[at] == key.high()) {
        consumer.accept(ids[at]);
      }
      at = nextOfKey.get(at);
    }
  }

  /** Removes every value of an id and tells how many there were. */
  int remove(int id) {
    int removed = 0;
    int before = NONE;
    for (int at = firstOfId[idChain(id)]; at != NONE; at = nextOfId[at]) {
      if (ids[at] != id) {
        before = at;
        continue;
      }
      unlinkFromId(before, at);
      unlinkFromKey(at);
      removed++;
    }
    return removed;
  }

  private void unlinkFromId(int before, int at) {
    if (before == NONE) {
      firstOfId[idChain(ids[at])] = nextOfId[at];
    } else {
      nextOfId[before] = nextOfId[at];
    }
  }

  private void unlinkFromKey(int at) {
    int chain = keyChain(lows[at]);
    int next = nextOfKey.get(at);
    if (firstOfKey.get(chain) == at) {
      firstOfKey.set(chain, next);
      return;
    }
    int before = firstOfKey.get(chain);
    while (nextOfKey.get(before) != at) {
      before = nextOfKey.get(before);
    }
    nextOfKey.set(before, next);
  }

  private int keyChain(long low) {
    return (int) low & (firstOfKey.length() - 1);
  }

  /** Fibonacci hashing: ids that follow each other are spread. */
  private int idChain(int id) {
    return (id * 0x9E3779B9 >>> 7) & (firstOfId.length - 1);
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }
}
