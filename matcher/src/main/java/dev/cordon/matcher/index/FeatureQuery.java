package dev.cordon.matcher.index;

import static dev.cordon.matcher.index.FeatureIndex.WORD_BITS;

/**
 * The features that a search looks for. The bases of words and signatures are symmetric, so that a
 * variant of the picture (mirrored, its colours inverted) has the same codes with some signs
 * changed. For one thread at a time, as it remembers which buckets to look into.
 */
public final class FeatureQuery {
  private static final int WORD_MASK = (1 << WORD_BITS) - 1;

  private final int[] words;
  private final long[] signatures;
  private final byte[] doubts;
  private final int[] wordMasks;
  private final long[] signatureMasks;
  private final int[][] flips = new int[WORD_BITS + 1][];

  /**
   * A query; the arrays are not copied.
   *
   * @param words of each feature
   * @param signatures of each feature
   * @param doubts {@link FeatureIndex#WORD_BITS} a feature, the first for its word's highest bit:
   *     how far the bit is from being the other one, 0 to 255 (unsigned) in any unit
   * @param wordMasks of each variant: what to flip in a word
   * @param signatureMasks of each variant: what to flip in a signature
   */
  public FeatureQuery(
      int[] words, long[] signatures, byte[] doubts, int[] wordMasks, long[] signatureMasks) {
    check(words.length == signatures.length, "signatures", words.length, signatures.length);
    check(doubts.length == words.length * WORD_BITS, "doubts", words.length * 24, doubts.length);
    check(
        wordMasks.length == signatureMasks.length,
        "signature masks",
        wordMasks.length,
        signatureMasks.length);
    this.words = words;
    this.signatures = signatures;
    this.doubts = doubts;
    this.wordMasks = wordMasks;
    this.signatureMasks = signatureMasks;
  }

  private static void check(boolean right, String what, int wanted, int got) {
    if (!right) {
      throw new IllegalArgumentException(what + " must be " + wanted + ", were " + got);
    }
  }

  int size() {
    return words.length;
  }

  int variants() {
    return wordMasks.length;
  }

  int word(int feature, int variant) {
    return (words[feature] ^ wordMasks[variant]) & WORD_MASK;
  }

  long signature(int feature, int variant) {
    return signatures[feature] ^ signatureMasks[variant];
  }

  /** {@link Flips#COUNT} a feature, see there. */
  int[] flips(int bits) {
    int[] known = flips[bits];
    if (known == null) {
      known = Flips.ofAll(doubts, bits);
      flips[bits] = known;
    }
    return known;
  }
}
