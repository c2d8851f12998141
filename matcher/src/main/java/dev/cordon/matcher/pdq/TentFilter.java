package dev.cordon.matcher.pdq;

import dev.cordon.matcher.signal.Picture;

/**
 * Brings a picture down to 64 × 64: two passes of a box filter along the rows and down the columns
 * (a tent, after Jarosz, "Fast Image Convolutions", 2001), then the pixel in the middle of each
 * cell.
 *
 * <p>All of that is linear, and each direction stands alone. So a cell is one weighted sum of some
 * rows and columns, the same for all cells of a row or column, and the pixels that no cell takes
 * are never looked at.
 */
final class TentFilter {
  static final int SIDE = 64;

  private TentFilter() {}

  /**
   * 64 rows of 64.
   *
   * @param columns how many columns, and how many rows, of nearest pixels are taken of the picture
   *     as it was stored and filtered
   */
  static float[][] reduce(Picture picture, int columns, int rows) {
    Taps across = Taps.of(picture.width(), picture.reduction(), picture.storedWidth(), columns);
    Taps down = Taps.of(picture.height(), picture.reduction(), picture.storedHeight(), rows);
    float[][] pixels = picture.luma(across.places(), down.places());
    float[][] small = new float[SIDE][];
    for (int row = 0; row < SIDE; row++) {
      small[row] = across.sums(mix(pixels, down.indexes(row), down.weights(row)));
    }
    return small;
  }

  private static float[] mix(float[][] rows, int[] indexes, float[] weights) {
    float[] mix = new float[rows[0].length];
    for (int tap = 0; tap < indexes.length; tap++) {
      addMultiple(mix, weights[tap], rows[indexes[tap]]);
    }
    return mix;
  }

  private static void addMultiple(float[] sums, float factor, float[] row) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += factor * row[j];
    }
  }
}
