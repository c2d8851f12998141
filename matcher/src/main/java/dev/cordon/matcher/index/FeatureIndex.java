package dev.cordon.matcher.index;

/**
 * An inverted index over binary codes of local picture features, in memory. One thread writes, any
 * number search at the same time; a search sees every change that completed before it began, and of
 * an entry all features or none.
 *
 * <p>A feature is a word of {@link #WORD_BITS} bits, by which it is looked up, and a signature of
 * 64 bits, by which it is then compared. An entry, for example a picture, has some hundreds.
 */
public interface FeatureIndex {

  /** How many low bits of a word count. */
  int WORD_BITS = 24;

  /**
   * Adds an entry; one without features is not held.
   *
   * @param row what a vote reports; 0 or more, and not held already
   * @param words {@link #WORD_BITS} bits each, the highest being the bit that is least often wrong
   * @param signatures as many as words
   */
  void add(int row, int[] words, long[] signatures);

  /** Removes an entry; false when there was none. */
  boolean remove(int row);

  /** How many features it holds, removed ones not counted. */
  long size();

  /** About how many bytes it holds: its arrays, with their spare room and what was removed. */
  long memory();

  /**
   * Reports stored features near a query's features, grouped by query feature in ascending order.
   *
   * @param variant which of the query's variants to look for, 0 for the query as it is
   */
  void search(FeatureQuery query, int variant, Votes votes);

  /** Receives what a search finds. */
  @FunctionalInterface
  interface Votes {
    /**
     * A stored feature near a query's.
     *
     * @param queryFeature its position in the query
     * @param row of the entry
     * @param feature its position among the entry's features
     * @param distance how many bits of word and signature differ
     */
    void vote(int queryFeature, int row, int feature, int distance);

    /** A query feature was near features of so many entries that none of them was reported. */
    default void common(int queryFeature) {}
  }
}
