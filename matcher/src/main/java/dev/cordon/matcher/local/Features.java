package dev.cordon.matcher.local;

import dev.cordon.matcher.index.FeatureQuery;
import java.util.Arrays;
import java.util.List;

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

  /**
   * Of keypoints.
   *
   * @param longer the longer side, in pixels, of the picture that they are in
   * @param doubts receives how sure each bit of the words is, 24 for each
   */
  public static Features of(List<Keypoint> points, int longer, byte[] doubts) {
    return FeatureBytes.encode(points, longer, doubts);
  }

  /** The same features as they would be had the picture been turned. */
  public Features turned(Turn turn, double width) {
    Features turned = new Features(size);
    FeatureCode code = FeatureCode.get();
    for (int i = 0; i < size; i++) {
      turned.word[i] = word[i] ^ code.wordMask(turn);
      turned.signature[i] = signature[i] ^ code.signatureMask(turn);
      turned.x[i] = turn.mirrored() ? (float) (width - x[i]) : x[i];
      turned.y[i] = y[i];
      turned.scale[i] = scale[i];
      double direction = turn.mirrored() ? Math.PI - angle[i] : angle[i];
      turned.angle[i] = (float) (turn.inverted() ? direction + Math.PI : direction);
    }
    return turned;
  }

  /** What looks for them in an index, in each of the turns. */
  public FeatureQuery lookup(byte[] doubts) {
    FeatureCode code = FeatureCode.get();
    int[] wordMasks = new int[Turn.COUNT];
    long[] signatureMasks = new long[Turn.COUNT];
    for (Turn turn : Turn.values()) {
      wordMasks[turn.ordinal()] = code.wordMask(turn);
      signatureMasks[turn.ordinal()] = code.signatureMask(turn);
    }
    return new FeatureQuery(word, signature, doubts, wordMasks, signatureMasks);
  }

  /** Some that follow each other. */
  public Features part(int from, int count) {
    int[] which = new int[count];
    Arrays.setAll(which, i -> from + i);
    return chosen(which, count);
  }

  /** All of some, in their order. */
  public static Features join(List<Features> parts) {
    Features all = new Features(parts.stream().mapToInt(Features::size).sum());
    int at = 0;
    for (Features part : parts) {
      System.arraycopy(part.word, 0, all.word, at, part.size);
      System.arraycopy(part.signature, 0, all.signature, at, part.size);
      System.arraycopy(part.x, 0, all.x, at, part.size);
      System.arraycopy(part.y, 0, all.y, at, part.size);
      System.arraycopy(part.scale, 0, all.scale, at, part.size);
      System.arraycopy(part.angle, 0, all.angle, at, part.size);
      at += part.size;
    }
    return all;
  }

  /** The codes of some, for an index. */
  public int[] words(int from, int to) {
    return Arrays.copyOfRange(word, from, to);
  }

  /** What the codes are compared by. */
  public long[] signatures(int from, int to) {
    return Arrays.copyOfRange(signature, from, to);
  }

  /** Across, in units of the longer side. */
  public float x(int i) {
    return x[i];
  }

  /** Down, in units of the longer side. */
  public float y(int i) {
    return y[i];
  }

  /** The logarithm to base 2 of the diameter in units of the longer side. */
  public float scale(int i) {
    return scale[i];
  }

  /** The direction, in radians. */
  public float angle(int i) {
    return angle[i];
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Some of them. */
  public Features chosen(int[] which, int count) {
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

  /** How many bits of the codes of two features differ. */
  public int distance(int i, Features other, int j) {
    return Integer.bitCount(word[i] ^ other.word[j])
        + Long.bitCount(signature[i] ^ other.signature[j]);
  }
}
