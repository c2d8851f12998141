package dev.cordon.matcher.pdq;

import java.util.stream.IntStream;

/**
 * Brings a plane down to 64 × 64: two passes of a box filter along the rows and down the columns (a
 * tent, after Jarosz, "Fast Image Convolutions", 2001), then the pixel in the middle of each cell.
 *
 * <p>A running sum along a row depends on itself and is slow; many of them side by side are not. So
 * there is one pass only, downwards, and the plane is transposed between passes. Only the rows that
 * a later step reads are written.
 */
final class TentFilter {
  static final int SIDE = 64;
  private static final int TILE = 16;

  private TentFilter() {}

  /** 64 rows of 64; the plane is overwritten. */
  static float[] reduce(float[] plane, int width, int height) {
    if (width == SIDE && height == SIDE) {
      return plane;
    }
    float[] other = new float[plane.length];
    transpose(plane, height, width, other);
    boxDown(other, width, height, plane, every(width));
    transpose(plane, width, height, other);
    boxDown(other, height, width, plane, every(height));
    transpose(plane, height, width, other);
    float[] columns = new float[SIDE * height];
    boxDown(other, width, height, columns, middles(width));
    float[] narrow = new float[SIDE * height];
    transpose(columns, SIDE, height, narrow);
    float[] small = new float[SIDE * SIDE];
    boxDown(narrow, height, SIDE, small, middles(height));
    return small;
  }

  private static int[] every(int length) {
    return IntStream.range(0, length).toArray();
  }

  private static int[] middles(int length) {
    return IntStream.range(0, SIDE).map(i -> (int) ((i + 0.5) * length / SIDE)).toArray();
  }

  /**
   * The mean of a window around each row, column by column; the window is shorter at the ends.
   *
   * @param keep the rows to write, in ascending order, possibly repeated
   */
  private static void boxDown(float[] in, int rows, int columns, float[] out, int[] keep) {
    int window = (rows + 2 * SIDE - 1) / (2 * SIDE);
    int ahead = window / 2;
    int behind = window - ahead;
    float[] sums = new float[columns];
    for (int i = 0; i < ahead; i++) {
      add(sums, in, i * columns);
    }
    int kept = 0;
    for (int row = 0; row < rows; row++) {
      int enters = row + ahead;
      int leaves = row - behind;
      if (enters < rows) {
        add(sums, in, enters * columns);
      }
      if (leaves >= 0) {
        subtract(sums, in, leaves * columns);
      }
      int count = Math.min(enters, rows - 1) - Math.max(leaves, -1);
      for (; kept < keep.length && keep[kept] == row; kept++) {
        divide(sums, count, out, kept * columns);
      }
    }
  }

  private static void add(float[] sums, float[] in, int from) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += in[from + j];
    }
  }

  private static void subtract(float[] sums, float[] in, int from) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] -= in[from + j];
    }
  }

  private static void divide(float[] sums, int count, float[] out, int to) {
    for (int j = 0; j < sums.length; j++) {
      out[to + j] = sums[j] / count;
    }
  }

  private static void transpose(float[] in, int rows, int columns, float[] out) {
    for (int top = 0; top < rows; top += TILE) {
      for (int left = 0; left < columns; left += TILE) {
        transposeTile(in, rows, columns, out, top, left);
      }
    }
  }

  private static void transposeTile(
      float[] in, int rows, int columns, float[] out, int top, int left) {
    int bottom = Math.min(top + TILE, rows);
    int right = Math.min(left + TILE, columns);
    for (int j = left; j < right; j++) {
      for (int i = top; i < bottom; i++) {
        out[j * rows + i] = in[i * columns + j];
      }
    }
  }
}
