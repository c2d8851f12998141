package dev.cordon.matcher.index;

/**
 * An exact index of 256-bit signals by Hamming distance, in memory. One thread writes, any number
 * search at the same time; a search sees every change that completed before it began.
 */
public interface HammingIndex {

  /** The greatest radius that {@link #search} takes. */
  int MAX_RADIUS = 31;

  /**
   * Adds a signal; several signals may carry the same id.
   *
   * @param id what a hit reports; 0 or more
   * @param signal four longs, the first holding the first 64 bits
   */
  void add(int id, long[] signal);

  /** Removes every signal of that id; false when there was none. */
  boolean remove(int id);

  /**
   * Reports every signal within a radius, in no order; an id as often as it has such signals.
   *
   * @param signal four longs
   * @param radius 0 to {@link #MAX_RADIUS}, inclusive
   */
  void search(long[] signal, int radius, Hits hits);

  /** How many signals it holds, removed ones not counted. */
  int size();

  /** Receives what a search finds. */
  @FunctionalInterface
  interface Hits {
    /** One signal within the radius, {@code distance} bits away. */
    void hit(int id, int distance);
  }
}
