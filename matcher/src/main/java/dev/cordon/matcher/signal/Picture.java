package dev.cordon.matcher.signal;

import java.nio.ByteBuffer;

/**
 * A decoded still picture, upright (EXIF orientation applied), transparency laid on white, of an
 * animation the first frame.
 *
 * <p>Scale: what was stored, except that a JPEG is decoded in grey and at a half, a quarter or an
 * eighth of its size as long as its shorter side stays at 500 pixels or more. A type that wants a
 * smaller picture samples it itself.
 *
 * @param width columns, 1 to 65535
 * @param height rows, 1 to 65535
 * @param channels 1 for grey, 3 for interleaved blue, green, red
 * @param pixels row by row from index 0, {@code width * height * channels} bytes, each 0 to 255
 *     unsigned; valid only while the signals are computed, and not to be written to
 */
public record Picture(int width, int height, int channels, ByteBuffer pixels) {
  public Picture {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels must be 1 or 3, was " + channels);
    }
    long bytes = (long) width * height * channels;
    if (width < 1 || height < 1 || pixels.limit() != bytes) {
      throw new IllegalArgumentException(
          "pixels must hold width * height * channels = "
              + bytes
              + " bytes, held "
              + pixels.limit());
    }
  }

  /** A grey picture. */
  public static Picture grey(int width, int height, byte[] luma) {
    return new Picture(width, height, 1, ByteBuffer.wrap(luma));
  }

  /**
   * The luma of a grid of pixels, rows of columns, each 0 to 255 and not rounded: a grey picture's
   * own value, otherwise ITU-R BT.601 (0.299 red, 0.587 green, 0.114 blue) in single precision.
   *
   * <p>The nearest pixel is taken: cell {@code x} is column {@code floor(x * width / columns)}. The
   * picture's own width and height give every pixel.
   */
  public float[][] luma(int columns, int rows) {
    float[][] luma = new float[rows][columns];
    int[] offsets = offsets(columns);
    byte[] row = new byte[width * channels];
    for (int y = 0; y < rows; y++) {
      pixels.get((int) ((long) y * height / rows) * row.length, row);
      if (channels == 1) {
        grey(row, offsets, luma[y]);
      } else {
        colour(row, offsets, luma[y]);
      }
    }
    return luma;
  }

  private int[] offsets(int columns) {
    int[] offsets = new int[columns];
    for (int x = 0; x < columns; x++) {
      offsets[x] = (int) ((long) x * width / columns) * channels;
    }
    return offsets;
  }

  private static void grey(byte[] row, int[] offsets, float[] luma) {
    for (int x = 0; x < offsets.length; x++) {
      luma[x] = row[offsets[x]] & 0xff;
    }
  }

  private static void colour(byte[] row, int[] offsets, float[] luma) {
    for (int x = 0; x < offsets.length; x++) {
      int at = offsets[x];
      luma[x] =
          0.299f * (row[at + 2] & 0xff) + 0.587f * (row[at + 1] & 0xff) + 0.114f * (row[at] & 0xff);
    }
  }
}
