package dev.cordon.matcher.index;

/**
 * The positions of a segment's signals by the value of one word.
 *
 * @param starts where each value's positions start, and after the last one their number
 * @param positions of signals, grouped by value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Table(int[] starts, int[] positions) {

  /** A counting sort of the signals by one word. */
  static Table of(Layout layout, int word, long[] signals, int size) {
    int values = 1 << layout.width(word);
    int[] starts = new int[values + 1];
    for (int position = 0; position < size; position++) {
      starts[layout.word(word, signals, position << 2)]++;
    }
    for (int value = 1; value <= values; value++) {
      starts[value] += starts[value - 1];
    }
    int[] positions = new int[size];
    for (int position = size - 1; position >= 0; position--) {
      positions[--starts[layout.word(word, signals, position << 2)]] = position;
    }
    return new Table(starts, positions);
  }
}
