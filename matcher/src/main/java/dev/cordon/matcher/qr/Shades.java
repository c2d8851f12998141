package dev.cordon.matcher.qr;

import dev.cordon.matcher.signal.Picture;
import java.util.stream.IntStream;

/** The luma of a picture, 0 to 255, rows from the top. */
record Shades(int width, int height, byte[] luma) {
  /** The longest side that is kept; pictures are mostly at most 1280 pixels a side. */
  static final int LONGEST = 1600;

  /** A picture at its own scale, or each pixel the mean of a square when it is larger. */
  static Shades of(Picture picture) {
    int longer = Math.max(picture.width(), picture.height());
    return of(picture, (longer + LONGEST - 1) / LONGEST);
  }

  private static Shades of(Picture picture, int side) {
    int width = Math.max(1, picture.width() / side);
    int height = Math.max(1, picture.height() / side);
    byte[] luma = new byte[width * height];
    int[] columns = from(0, Math.min(picture.width(), width * side));
    for (int y = 0; y < height; y++) {
      int[] rows = from(y * side, Math.min(picture.height(), (y + 1) * side));
      means(picture.luma(columns, rows), luma, y * width, width);
    }
    return new Shades(width, height, luma);
  }

  private static int[] from(int first, int end) {
    return IntStream.range(first, end).toArray();
  }

  /** One row of means of all these rows. */
  private static void means(float[][] rows, byte[] luma, int at, int width) {
    int side = rows[0].length / width;
    for (int x = 0; x < width; x++) {
      float sum = 0;
      for (float[] row : rows) {
        for (int i = x * side; i < (x + 1) * side; i++) {
          sum += row[i];
        }
      }
      luma[at + x] = (byte) (sum / (rows.length * side) + 0.5f);
    }
  }

  /** The same, each pixel the mean of a square of that side. */
  Shades reduced(int side) {
    return of(Picture.grey(width, height, luma), side);
  }
}
