package dev.cordon.matcher.local;

import dev.cordon.matcher.signal.Picture;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * What is looked for in the banks: more features than an entry has, how sure each bit of their
 * words is, and the picture itself in grey, small. Never kept.
 *
 * <p>As text: Base64 of version 1, the grey picture's width and height (1 byte each) and bytes, the
 * number of features, 17 bytes for each as in {@link LocalFeatures}, then 12 for each with 24
 * half-bytes of doubt.
 */
public final class LocalQuery {
  /** The signal's type; only queries use it. */
  public static final String TYPE = "LOCAL_QUERY";

  /** Features of a query. */
  public static final int MAX_FEATURES = 1000;

  private static final int VERSION = 1;
  private static final int GREY_SIDE = 192;

  final Grey grey;
  final Features features;
  final byte[] doubts;

  LocalQuery(Grey grey, Features features, byte[] doubts) {
    this.grey = grey;
    this.features = features;
    this.doubts = doubts;
  }

  /** Of a picture and the features that were found in it. */
  public static LocalQuery of(Picture picture, List<Keypoint> found) {
    int longer = Math.max(picture.width(), picture.height());
    List<Keypoint> chosen = Selection.of(found, picture.width(), picture.height(), MAX_FEATURES);
    byte[] doubts = new byte[chosen.size() * FeatureCode.WORD_BITS];
    Features features = FeatureBytes.encode(chosen, longer, doubts);
    return new LocalQuery(Grey.of(picture, GREY_SIDE), features, doubts);
  }

  double width() {
    return grey.width() / (double) Math.max(grey.width(), grey.height());
  }

  double height() {
    return grey.height() / (double) Math.max(grey.width(), grey.height());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is not of version 1 or damaged
   */
  public static LocalQuery parse(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    try {
      FeatureBytes.checkVersion(bytes.get(), VERSION, TYPE);
      int width = Math.max(1, bytes.get() & 0xff);
      byte[] luma = new byte[width * Math.max(1, bytes.get() & 0xff)];
      bytes.get(luma);
      Features features = FeatureBytes.read(bytes, MAX_FEATURES);
      byte[] doubts = new byte[features.size * FeatureCode.WORD_BITS];
      for (int i = 0; i < doubts.length; i += 2) {
        int pair = bytes.get();
        doubts[i] = (byte) (pair >> 4 & 15);
        doubts[i + 1] = (byte) (pair & 15);
      }
      return new LocalQuery(new Grey(width, luma.length / width, luma), features, doubts);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(TYPE + " is cut off", e);
    }
  }

  @Override
  public String toString() {
    int each = FeatureBytes.FEATURE_BYTES + FeatureCode.WORD_BITS / 2;
    ByteBuffer bytes = ByteBuffer.allocate(5 + grey.luma().length + features.size * each);
    bytes.put((byte) VERSION).put((byte) grey.width()).put((byte) grey.height());
    bytes.put(grey.luma());
    FeatureBytes.write(features, bytes);
    for (int i = 0; i < doubts.length; i += 2) {
      bytes.put((byte) (doubts[i] << 4 | doubts[i + 1]));
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
