package dev.cordon.matcher.index;

import java.util.Arrays;

/** A growing list of signals with their ids, in two flat arrays. */
final class SignalList {
  private long[] signals;
  private int[] ids;
  private int size;
  private boolean sorted = true;

  SignalList(int capacity) {
    signals = new long[capacity << 2];
    ids = new int[capacity];
  }

  void add(int id, long[] from, int at) {
    if (size == ids.length) {
      grow();
    }
    sorted &= size == 0 || ids[size - 1] <= id;
    System.arraycopy(from, at, signals, size << 2, 4);
    ids[size++] = id;
  }

  void addLive(Block block) {
    int end = block.size();
    for (int position = 0; position < end; position++) {
      if (block.isLive(position)) {
        add(block.ids[position], block.signals, position << 2);
      }
    }
  }

  int size() {
    return size;
  }

  /** The signals without spare room; four longs each. */
  long[] signals() {
    return signals.length == size << 2 ? signals : Arrays.copyOf(signals, size << 2);
  }

  /** The ids without spare room. */
  int[] ids() {
    return ids.length == size ? ids : Arrays.copyOf(ids, size);
  }

  /** The same signals sorted by id; ids mostly grow with time, so that mostly they are already. */
  SignalList sortedById() {
    if (sorted) {
      return this;
    }
    long[] order = new long[size];
    for (int position = 0; position < size; position++) {
      order[position] = (long) ids[position] << 32 | position;
    }
    Arrays.sort(order);
    SignalList list = new SignalList(size);
    for (long next : order) {
      list.add((int) (next >>> 32), signals, (int) next << 2);
    }
    return list;
  }

  private void grow() {
    int capacity = Math.max(1024, size + (size >> 1));
    signals = Arrays.copyOf(signals, capacity << 2);
    ids = Arrays.copyOf(ids, capacity);
  }
}
