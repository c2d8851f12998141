package dev.cordon.matcher.local;

import java.nio.ByteBuffer;
import java.util.List;

/** Features as bytes: 17 each. */
final class FeatureBytes {
  static final int FEATURE_BYTES = 17;
  private static final int CODE_BYTES = 11;
  private static final int STEPS_PER_OCTAVE = 20;
  private static final int SMALLEST = -12;
  private static final int ANGLES = 256;

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

  static void write(Features features, ByteBuffer bytes) {
    bytes.putShort((short) features.size);
    for (int i = 0; i < features.size; i++) {
      bytes.put((byte) (features.word[i] >> 16)).putShort((short) features.word[i]);
      bytes.putLong(features.signature[i]);
      putUnit(bytes, features.x[i]);
      putUnit(bytes, features.y[i]);
      int scale = Math.round((features.scale[i] - SMALLEST) * STEPS_PER_OCTAVE);
      bytes.put((byte) Math.max(0, Math.min(255, scale)));
      bytes.put((byte) Math.round(features.angle[i] / (2 * Math.PI) * ANGLES));
    }
  }

  static Features read(ByteBuffer bytes, int most) {
    int size = Short.toUnsignedInt(bytes.getShort());
    if (size > most) {
      throw new IllegalArgumentException("There are " + size + " features, the most is " + most);
    }
    Features features = new Features(size);
    for (int i = 0; i < size; i++) {
      features.word[i] = (bytes.get() & 0xff) << 16 | Short.toUnsignedInt(bytes.getShort());
      features.signature[i] = bytes.getLong();
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

  private static void readPlace(ByteBuffer bytes, Features features, int i) {
    features.x[i] = (float) unit(bytes);
    features.y[i] = (float) unit(bytes);
    features.scale[i] = (bytes.get() & 0xff) / (float) STEPS_PER_OCTAVE + SMALLEST;
    features.angle[i] = (float) ((bytes.get() & 0xff) * 2 * Math.PI / ANGLES);
  }

  static double unit(ByteBuffer bytes) {
    return Short.toUnsignedInt(bytes.getShort()) / (double) LocalFeatures.UNIT;
  }

  static void putUnit(ByteBuffer bytes, double value) {
    bytes.putShort((short) Math.round(Math.max(0, Math.min(1, value)) * LocalFeatures.UNIT));
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
