package dev.cordon.matcher.signal;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A decoded still picture, upright (EXIF orientation applied), transparency laid on white, of an
 * animation the first frame.
 *
 * <p>Scale: what was stored, except that a JPEG is decoded in grey, unless to be shown, and at a
 * half, a quarter or an eighth of its size as long as its shorter side stays at 500 pixels or more,
 * at 250 or more when nothing but PDQ of the whole is wanted. A type that wants a smaller picture
 * samples it itself.
 *
 * @param width columns, 1 to 65535
 * @param height rows, 1 to 65535
 * @param channels 1 for grey, 3 for interleaved blue, green, red
 * @param pixels row by row from index 0, {@code width * height * channels} bytes, each 0 to 255
 *     unsigned; valid only while the signals are computed, and not to be written to
 * @param reduction how many stored columns, and how many rows, a pixel is the mean of; 1 when it is
 *     a pixel as it was stored
 * @param storedWidth columns as stored; the last pixel of a row may be the mean of fewer
 * @param storedHeight rows as stored
 */
public record Picture(
    int width,
    int height,
    int channels,
    ByteBuffer pixels,
    int reduction,
    int storedWidth,
    int storedHeight) {
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
    if (reduction < 1) {
      throw new IllegalArgumentException("reduction must be at least 1, was " + reduction);
    }
    check(width, reduction, storedWidth);
    check(height, reduction, storedHeight);
  }

  private static void check(int length, int reduction, int stored) {
    if (stored > length * reduction || stored <= (length - 1) * reduction) {
      throw new IllegalArgumentException(
          stored + " stored pixels do not make " + length + " means of " + reduction);
    }
  }

  /** A reduced picture whose last pixels are the means of as many as the others. */
  public Picture(int width, int height, int channels, ByteBuffer pixels, int reduction) {
    this(width, height, channels, pixels, reduction, width * reduction, height * reduction);
  }

  /** A picture as it was stored. */
  public Picture(int width, int height, int channels, ByteBuffer pixels) {
    this(width, height, channels, pixels, 1);
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
    return luma(nearest(columns, width), nearest(rows, height));
  }

  /**
   * A copy of a part of it.
   *
   * @throws IndexOutOfBoundsException when the part is not within the picture
   */
  public Picture part(int left, int top, int columns, int rows) {
    Objects.checkFromIndexSize(left, columns, width);
    byte[] part = new byte[columns * rows * channels];
    int length = columns * channels;
    for (int y = 0; y < rows; y++) {
      pixels.get(((top + y) * width + left) * channels, part, y * length, length);
    }
    return new Picture(columns, rows, channels, ByteBuffer.wrap(part), reduction);
  }

  private static int[] nearest(int count, int length) {
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) ((long) i * length / count);
    }
    return places;
  }

  /** The luma of the pixels of some rows, each at some columns; as of {@link #luma(int, int)}. */
  public float[][] luma(int[] columns, int[] rows) {
    float[][] luma = new float[rows.length][columns.length];
    byte[] row = new byte[width * channels];
    for (int y = 0; y < rows.length; y++) {
      pixels.get(rows[y] * row.length, row);
      if (channels == 1) {
        grey(row, columns, luma[y]);
      } else {
        colour(row, columns, luma[y]);
      }
    }
    return luma;
  }

  private static void grey(byte[] row, int[] columns, float[] luma) {
    for (int x = 0; x < columns.length; x++) {
      luma[x] = row[columns[x]] & 0xff;
    }
  }

  private static void colour(byte[] row, int[] columns, float[] luma) {
    for (int x = 0; x < columns.length; x++) {
      int at = columns[x] * 3;
      luma[x] =
          0.299f * (row[at + 2] & 0xff) + 0.587f * (row[at + 1] & 0xff) + 0.114f * (row[at] & 0xff);
    }
  }
}
