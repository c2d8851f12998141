package dev.cordon.matcher.index;

import java.util.function.IntConsumer;

/**
 * An exact index of text values, such as digests and links, in memory. One thread writes, any
 * number search at the same time without locks; a search sees every change that completed before it
 * began.
 *
 * <p>Some 50 bytes a value, however long it is: a value is kept as 128 bits of its SHA-256. To make
 * another value that is taken for a given one takes some 2^128 tries.
 */
public final class ExactIndex {
  private static final int INITIAL_CAPACITY = 1024;

  private volatile ExactTable table = new ExactTable(INITIAL_CAPACITY);
  private volatile int size;

  /**
   * Adds a value; several values may carry the same id, and several ids the same value.
   *
   * @param id what a hit reports; 0 or more
   * @param type the signal's type
   * @param value compared as it is, so in canonical form
   */
  public synchronized void add(int id, String type, String value) {
    if (id < 0) {
      throw new IllegalArgumentException("id must be 0 or more, was " + id);
    }
    if (table.isFull()) {
      table = table.copy(Math.max(INITIAL_CAPACITY, size * 2));
    }
    table.add(id, Key.of(type, value));
    size = size + 1;
  }

  /** Removes every value of that id; false when there was none. */
  public synchronized boolean remove(int id) {
    int removed = table.remove(id);
    size = size - removed;
    return removed > 0;
  }

  /** Reports the id of every such value, in no order. */
  public void search(String type, String value, IntConsumer ids) {
    table.search(Key.of(type, value), ids);
  }

  /** How many values it holds, removed ones not counted. */
  public int size() {
    return size;
  }
}
