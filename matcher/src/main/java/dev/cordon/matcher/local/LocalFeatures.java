package dev.cordon.matcher.local;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Picture;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * What a bank keeps of a picture to find edited copies: at most {@link #MAX_FEATURES} features and
 * the {@link Layout}, about 9.5 KB. No pixels.
 *
 * <p>As text: Base64 of version 1, width and height (2 bytes each, the longer one 65535), 1024
 * bytes of layout, the number of features (2 bytes), and 17 bytes for each (word 3, signature 8,
 * place 2 + 2, diameter 1, orientation 1). Big-endian.
 */
public final class LocalFeatures {
  /** Features of an entry. */
  public static final int MAX_FEATURES = 500;

  private static final int LEAST_FEATURES = 12;

  /** Chosen beyond the most there are, as repeated ones are left out. */
  private static final int SPARE = 150;

  static final int UNIT = 65_535;
  private static final int VERSION = 1;

  /** Bytes before the first feature. */
  private static final int HEAD = 7 + Layout.BYTES;

  private static final int LAYOUT_SOURCE = 256;

  final double width;
  final double height;
  final Layout layout;
  final Features features;

  LocalFeatures(double width, double height, Layout layout, Features features) {
    this.width = width;
    this.height = height;
    this.layout = layout;
    this.features = features;
  }

  /** Of a picture and the features that were found in it. */
  public static LocalFeatures of(Picture picture, List<Keypoint> found) {
    int longer = Math.max(picture.width(), picture.height());
    List<Keypoint> chosen =
        Selection.of(found, picture.width(), picture.height(), MAX_FEATURES + SPARE);
    byte[] doubts = new byte[chosen.size() * FeatureCode.WORD_BITS];
    Features features = FeatureBytes.encode(chosen, longer, doubts);
    return new LocalFeatures(
        picture.width() / (double) longer,
        picture.height() / (double) longer,
        Layout.of(Grey.of(picture, LAYOUT_SOURCE)),
        Repetition.without(features, MAX_FEATURES));
  }

  /** Whether there are enough features to tell this picture from others. */
  public boolean isTelling() {
    return features.size >= LEAST_FEATURES;
  }

  /** How many features it has. */
  public int size() {
    return features.size;
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is not of version 1 or damaged
   */
  public static LocalFeatures parse(String text) {
    return read(bytes(text));
  }

  static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** Reads what the text form encodes. */
  static LocalFeatures read(byte[] value) {
    ByteBuffer bytes = ByteBuffer.wrap(value);
    try {
      FeatureBytes.checkVersion(bytes.get(), VERSION, Signal.LOCAL_FEATURES);
      double width = FeatureBytes.unit(bytes);
      double height = FeatureBytes.unit(bytes);
      byte[] layout = new byte[Layout.BYTES];
      bytes.get(layout);
      Features features = FeatureBytes.read(bytes, MAX_FEATURES);
      return new LocalFeatures(width, height, Layout.parse(layout), features);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(Signal.LOCAL_FEATURES + " is cut off", e);
    }
  }

  /** Where some features of an entry lie, in the order given; their codes are not read. */
  static Features places(byte[] value, int[] which, int count) {
    return FeatureBytes.places(
        ByteBuffer.wrap(value, HEAD, value.length - HEAD).slice(), which, count);
  }

  @Override
  public String toString() {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + features.size * FeatureBytes.FEATURE_BYTES);
    bytes.put((byte) VERSION);
    FeatureBytes.putUnit(bytes, width);
    FeatureBytes.putUnit(bytes, height);
    bytes.put(layout.cells());
    FeatureBytes.write(features, bytes);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
