package dev.cordon.matcher.decode.worker;

import dev.cordon.matcher.signal.Picture;
import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decoded pixels as signal types see them. */
final class Pixels {
  private static final int OPAQUE = 255;

  private Pixels() {}

  /**
   * A picture on the mat's own memory; transparency is laid on white there.
   *
   * @param reduction as of {@link Picture#reduction}
   * @param width as of {@link Picture#storedWidth}
   * @param height as of {@link Picture#storedHeight}
   */
  static Picture of(Mat mat, int reduction, int width, int height) throws UnscannableException {
    ByteBuffer pixels = mat.createBuffer();
    int count = mat.cols() * mat.rows();
    int channels = mat.channels();
    if (channels == 2) {
      throw new UnscannableException("pictures of two channels are not supported");
    } else if (channels == 4) {
      layOnWhite(pixels, count);
      channels = 3;
    }
    return new Picture(
        mat.cols(),
        mat.rows(),
        channels,
        pixels.slice(0, count * channels),
        reduction,
        width,
        height);
  }

  /** Four channels to three, in place. */
  private static void layOnWhite(ByteBuffer pixels, int count) {
    for (int i = 0; i < count; i++) {
      int from = i * 4;
      int to = i * 3;
      int alpha = pixels.get(from + 3) & 0xff;
      pixels.put(to, onWhite(pixels.get(from), alpha));
      pixels.put(to + 1, onWhite(pixels.get(from + 1), alpha));
      pixels.put(to + 2, onWhite(pixels.get(from + 2), alpha));
    }
  }

  private static byte onWhite(byte channel, int alpha) {
    int value = (channel & 0xff) * alpha + OPAQUE * (OPAQUE - alpha);
    return (byte) ((value + OPAQUE / 2) / OPAQUE);
  }
}
