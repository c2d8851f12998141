package dev.cordon.matcher.local;

import java.nio.ByteBuffer;
import java.util.List;

/** Features as bytes: 17 each, or 15 with places on a grid of 256. */
public final class FeatureBytes {
  /** Bytes a feature that {@link #write} writes. */
  public static final int FEATURE_BYTES = 17;

  private static final int CODE_BYTES = 11;
  private static final int STEPS_PER_OCTAVE = 20;
  private static final int SMALLEST = -12;
  private static final int ANGLES = 256;
  private static final int COARSE = 255;

  /** Bytes a feature that {@link #writeCoarse} writes. */
  public static final int COARSE_BYTES = 15;

  private FeatureBytes() {}

  static Features encode(List<Keypoint> points, int longer, byte[] doubts) {
    Features features = new Features(points.size());
    for (int i = 0; i < features.size; i++) {
      Keypoint point = points.get(i);
      FeatureCode.get().encode(point.descriptor(), features, i, doubts);
      features.x[i] = point.x() / longer;
      features.y[i] = point.y() / longer;
      features.scale[i] = (float) (Math.log(point.diameter() / longer) / Math.log(2));
      features.angle[i] = (float) Math.toRadians(point.degrees());
    }
    return features;
  }

  /** Their number in two bytes, then 17 for each. */
  public static void write(Features features, ByteBuffer bytes) {
    bytes.putShort((short) features.size);
    for (int i = 0; i < features.size; i++) {
      writeCode(features, i, bytes);
      putUnit(bytes, features.x[i]);
      putUnit(bytes, features.y[i]);
      writeShape(features, i, bytes);
    }
  }

  private static void writeCode(Features features, int i, ByteBuffer bytes) {
    bytes.put((byte) (features.word[i] >> 16)).putShort((short) features.word[i]);
    bytes.putLong(features.signature[i]);
  }

  private static void readCode(ByteBuffer bytes, Features features, int i) {
    features.word[i] = (bytes.get() & 0xff) << 16 | Short.toUnsignedInt(bytes.getShort());
    features.signature[i] = bytes.getLong();
  }

  private static void writeShape(Features features, int i, ByteBuffer bytes) {
    int scale = Math.round((features.scale[i] - SMALLEST) * STEPS_PER_OCTAVE);
    bytes.put((byte) Math.max(0, Math.min(255, scale)));
    bytes.put((byte) Math.round(features.angle[i] / (2 * Math.PI) * ANGLES));
  }

  private static void readShape(ByteBuffer bytes, Features features, int i) {
    features.scale[i] = (bytes.get() & 0xff) / (float) STEPS_PER_OCTAVE + SMALLEST;
    features.angle[i] = (float) ((bytes.get() & 0xff) * 2 * Math.PI / ANGLES);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it says more than {@code most}
   */
  public static Features read(ByteBuffer bytes, int most) {
    int size = Short.toUnsignedInt(bytes.getShort());
    if (size > most) {
      throw new IllegalArgumentException("There are " + size + " features, the most is " + most);
    }
    Features features = new Features(size);
    for (int i = 0; i < size; i++) {
      readCode(bytes, features, i);
      readPlace(bytes, features, i);
    }
    return features;
  }

  /** Reads where some features lie, not their codes; the first feature begins at 0. */
  static Features places(ByteBuffer bytes, int[] which, int count) {
    Features features = new Features(count);
    for (int i = 0; i < count; i++) {
      bytes.position(which[i] * FEATURE_BYTES + CODE_BYTES);
      readPlace(bytes, features, i);
    }
    return features;
  }

  /** Writes 15 bytes for each: places are rounded to a 255th of the longer side. */
  public static void writeCoarse(Features features, ByteBuffer bytes) {
    for (int i = 0; i < features.size; i++) {
      writeCode(features, i, bytes);
      bytes.put((byte) Math.round(clamped(features.x[i]) * COARSE));
      bytes.put((byte) Math.round(clamped(features.y[i]) * COARSE));
      writeShape(features, i, bytes);
    }
  }

  /** Reads so many that {@link #writeCoarse} wrote. */
  public static Features readCoarse(ByteBuffer bytes, int count) {
    Features features = new Features(count);
    for (int i = 0; i < count; i++) {
      readCode(bytes, features, i);
      features.x[i] = (bytes.get() & 0xff) / (float) COARSE;
      features.y[i] = (bytes.get() & 0xff) / (float) COARSE;
      readShape(bytes, features, i);
    }
    return features;
  }

  private static void readPlace(ByteBuffer bytes, Features features, int i) {
    features.x[i] = (float) unit(bytes);
    features.y[i] = (float) unit(bytes);
    readShape(bytes, features, i);
  }

  static double unit(ByteBuffer bytes) {
    return Short.toUnsignedInt(bytes.getShort()) / (double) LocalFeatures.UNIT;
  }

  static void putUnit(ByteBuffer bytes, double value) {
    bytes.putShort((short) Math.round(clamped(value) * LocalFeatures.UNIT));
  }

  private static double clamped(double value) {
    return Math.max(0, Math.min(1, value));
  }

  static void checkVersion(int version, int known, String type) {
    if (version != known) {
      throw new IllegalArgumentException(
          type
              + " is of version "
              + version
              + "; this Cordon reads version "
              + known
              + (version > known ? ", a newer one is needed" : ""));
    }
  }
}
