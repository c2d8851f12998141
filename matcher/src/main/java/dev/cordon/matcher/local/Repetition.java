package dev.cordon.matcher.local;

/**
 * Leaves out what a picture repeats: tiles, dots, stripes, letters, the lines of a table. A pattern
 * fits on itself at many places, and on every other picture with the same pattern.
 */
final class Repetition {
  /** Bits that may differ between two patches that are the same to the eye. */
  private static final int ALIKE = 12;

  private static final int OFTEN = 5;

  private Repetition() {}

  /** The first features that are not repeated, at most so many. */
  static Features without(Features features, int most) {
    int[] kept = new int[features.size];
    int count = 0;
    for (int i = 0; i < features.size && count < most; i++) {
      if (alike(features, i) < OFTEN) {
        kept[count++] = i;
      }
    }
    return features.chosen(kept, count);
  }

  private static int alike(Features features, int i) {
    int alike = 0;
    for (int j = 0; j < features.size; j++) {
      alike += j != i && features.distance(i, features, j) <= ALIKE ? 1 : 0;
    }
    return alike;
  }
}
