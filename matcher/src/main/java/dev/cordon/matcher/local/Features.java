package dev.cordon.matcher.local;

/**
 * Features of one picture in parallel arrays. Lengths are in units of the picture's longer side, so
 * that they do not depend on its resolution.
 */
public final class Features {
  final int size;
  final int[] word;
  final long[] signature;
  final float[] x;
  final float[] y;

  /** Logarithm to base 2 of a feature's diameter. */
  final float[] scale;

  /** Radians. */
  final float[] angle;

  Features(int size) {
    this.size = size;
    word = new int[size];
    signature = new long[size];
    x = new float[size];
    y = new float[size];
    scale = new float[size];
    angle = new float[size];
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  int distance(int i, Features other, int j) {
    return Integer.bitCount(word[i] ^ other.word[j])
        + Long.bitCount(signature[i] ^ other.signature[j]);
  }
}
