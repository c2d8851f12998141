package dev.cordon.matcher.signal;

/**
 * A decoded still picture in grey, upright (EXIF orientation applied), transparency laid on white.
 *
 * @param width columns, 1 to 65535
 * @param height rows, 1 to 65535
 * @param luma {@code width * height} bytes, row by row, each 0 to 255 unsigned
 */
public record Picture(int width, int height, byte[] luma) {
  public Picture {
    if (luma.length != width * height) {
      throw new IllegalArgumentException(
          "luma must hold width * height = " + (width * height) + " bytes, held " + luma.length);
    }
  }
}
