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

  /** Some of them. */
  Features chosen(int[] which, int count) {
    Features some = new Features(count);
    for (int i = 0; i < count; i++) {
      some.word[i] = word[which[i]];
      some.signature[i] = signature[which[i]];
      some.x[i] = x[which[i]];
      some.y[i] = y[which[i]];
      some.scale[i] = scale[which[i]];
      some.angle[i] = angle[which[i]];
    }
    return some;
  }

  int distance(int i, Features other, int j) {
    return Integer.bitCount(word[i] ^ other.word[j])
        + Long.bitCount(signature[i] ^ other.signature[j]);
  }
}
