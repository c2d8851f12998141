package dev.cordon.matcher.local;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Turns SIFT descriptors into 88 bits, so that the Hamming distance tells how alike two patches
 * are: the signs of projections of the square roots of the normalised histogram (RootSIFT,
 * Arandjelović and Zisserman 2012).
 *
 * <p>The projections are principal components, taken apart by how they behave when a patch is
 * mirrored and when its tones are inverted. Both only reorder a SIFT histogram, so a component that
 * keeps its value under one of them, or changes its sign, can be found for every direction there
 * is: a mirrored or inverted patch has the same code but for the bits of a mask. One code in a bank
 * answers four ways of looking.
 */
final class FeatureCode {
  /** Bits of a word, by which the index finds features; the most reliable first. */
  static final int WORD_BITS = 24;

  private static final int SIGNATURE_BITS = 64;
  private static final int BITS = WORD_BITS + SIGNATURE_BITS;
  private static final int DIMENSIONS = 128;
  private static final int DOUBT_STEPS = 4;
  private static final int MAX_DOUBT = 15;
  private static final FeatureCode INSTANCE = read("basis-1.bin");

  private final float[] mean = new float[DIMENSIONS];

  /** By dimension, then bit, so that the inner loop runs along memory. */
  private final float[][] projection = new float[DIMENSIONS][BITS];

  private final float[] noise = new float[WORD_BITS];
  private final int[] wordMasks = new int[Turn.COUNT];
  private final long[] signatureMasks = new long[Turn.COUNT];

  private FeatureCode() {}

  static FeatureCode get() {
    return INSTANCE;
  }

  /** The bits of a word that change their value under a turn. */
  int wordMask(Turn turn) {
    return wordMasks[turn.ordinal()];
  }

  /** The bits of a signature that change their value under a turn. */
  long signatureMask(Turn turn) {
    return signatureMasks[turn.ordinal()];
  }

  /**
   * Encodes a descriptor as feature {@code i}.
   *
   * @param doubts receives, from {@code i * WORD_BITS} on, how sure each bit of the word is, the
   *     first bit first: 0 for not at all, to 15
   */
  void encode(float[] descriptor, Features features, int i, byte[] doubts) {
    float[] projected = project(descriptor);
    int word = 0;
    for (int bit = 0; bit < WORD_BITS; bit++) {
      word = word << 1 | (projected[bit] > 0 ? 1 : 0);
      float sure = Math.abs(projected[bit]) / noise[bit] * DOUBT_STEPS;
      doubts[i * WORD_BITS + bit] = (byte) Math.min(MAX_DOUBT, (int) sure);
    }
    long signature = 0;
    for (int bit = WORD_BITS; bit < BITS; bit++) {
      signature = signature << 1 | (projected[bit] > 0 ? 1 : 0);
    }
    features.word[i] = word;
    features.signature[i] = signature;
  }

  private float[] project(float[] descriptor) {
    float sum = 1e-6f;
    for (float value : descriptor) {
      sum += value;
    }
    float[] projected = new float[BITS];
    for (int d = 0; d < DIMENSIONS; d++) {
      float value = (float) Math.sqrt(descriptor[d] / sum) - mean[d];
      float[] row = projection[d];
      for (int bit = 0; bit < BITS; bit++) {
        projected[bit] += value * row[bit];
      }
    }
    return projected;
  }

  /** Big-endian: the mean, the rows of the projection, the noise, for each bit its two parities. */
  private static FeatureCode read(String resource) {
    FeatureCode code = new FeatureCode();
    try (InputStream in = FeatureCode.class.getResourceAsStream(resource);
        DataInputStream data = new DataInputStream(in)) {
      readFloats(data, code.mean);
      for (float[] row : code.projection) {
        readFloats(data, row);
      }
      readFloats(data, code.noise);
      for (int bit = 0; bit < BITS; bit++) {
        code.readParities(bit, data.readUnsignedByte());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packaged " + resource, e);
    }
    return code;
  }

  private void readParities(int bit, int odd) {
    for (Turn turn : Turn.values()) {
      boolean flips = Integer.bitCount(odd & turn.ordinal()) % 2 == 1;
      if (flips && bit < WORD_BITS) {
        wordMasks[turn.ordinal()] |= 1 << WORD_BITS - 1 - bit;
      } else if (flips) {
        signatureMasks[turn.ordinal()] |= 1L << BITS - 1 - bit;
      }
    }
  }

  private static void readFloats(DataInputStream in, float[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
  }
}
