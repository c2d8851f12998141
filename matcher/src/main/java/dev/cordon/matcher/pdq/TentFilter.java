package dev.cordon.matcher.pdq;

import java.util.stream.IntStream;

/**
 * Brings a plane down to 64 × 64: two passes of a box filter along the rows and down the columns (a
 * tent, after Jarosz, "Fast Image Convolutions", 2001), then the pixel in the middle of each cell.
 *
 * <p>A running sum along a row depends on itself and is slow; many of them side by side are not. So
 * there is one pass only, downwards, which writes its result transposed, and only the rows that a
 * later step reads. Rows are arrays of their own because the JIT then knows that they do not
 * overlap and uses vector instructions; two planes that fit in the second-level cache serve all
 * passes.
 */
final class TentFilter {
  static final int SIDE = 64;
  private static final int TILE = 8;

  private TentFilter() {}

  /** 64 rows of 64; the plane is overwritten. */
  static float[][] reduce(float[][] plane) {
    int height = plane.length;
    int width = plane[0].length;
    if (width == SIDE && height == SIDE) {
      return plane;
    }
    float[][] turned = new float[width][height];
    transpose(plane, height, turned, 0);
    boxDown(turned, plane, every(width));
    boxDown(plane, turned, every(height));
    float[][] narrow = new float[height][SIDE];
    boxDown(turned, narrow, middles(width));
    float[][] small = new float[SIDE][SIDE];
    boxDown(narrow, small, middles(height));
    float[][] upright = new float[SIDE][SIDE];
    transpose(small, SIDE, upright, 0);
    return upright;
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
   * @param out column by column
   * @param keep the rows to write, in ascending order, possibly repeated
   */
  private static void boxDown(float[][] in, float[][] out, int[] keep) {
    int rows = in.length;
    int window = (rows + 2 * SIDE - 1) / (2 * SIDE);
    int ahead = window / 2;
    int behind = window - ahead;
    float[] sums = new float[in[0].length];
    for (int row = 0; row < ahead; row++) {
      add(sums, in[row]);
    }
    Columns columns = new Columns(out, keep);
    for (int row = 0; row < rows; row++) {
      if (row + ahead < rows) {
        add(sums, in[row + ahead]);
      }
      if (row >= behind) {
        subtract(sums, in[row - behind]);
      }
      int count = Math.min(row + ahead, rows - 1) - Math.max(row - behind, -1);
      columns.put(row, sums, count);
    }
  }

  /** Takes rows one by one and writes those to keep as columns, some at a time. */
  private static final class Columns {
    private final float[][] out;
    private final int[] keep;
    private final float[][] tile;
    private int kept;

    Columns(float[][] out, int[] keep) {
      this.out = out;
      this.keep = keep;
      this.tile = new float[TILE][out.length];
    }

    void put(int row, float[] sums, int count) {
      while (kept < keep.length && keep[kept] == row) {
        divide(sums, count, tile[kept % TILE]);
        kept++;
        if (kept % TILE == 0 || kept == keep.length) {
          int first = (kept - 1) / TILE * TILE;
          transpose(tile, kept - first, out, first);
        }
      }
    }
  }

  private static void add(float[] sums, float[] row) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += row[j];
    }
  }

  private static void subtract(float[] sums, float[] row) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] -= row[j];
    }
  }

  private static void divide(float[] sums, float count, float[] out) {
    for (int j = 0; j < sums.length; j++) {
      out[j] = sums[j] / count;
    }
  }

  /** Rows of {@code in} become columns of {@code out}, from column {@code first} on. */
  private static void transpose(float[][] in, int rows, float[][] out, int first) {
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      transposeFour(in[row], in[row + 1], in[row + 2], in[row + 3], out, first + row);
    }
    for (; row < rows; row++) {
      for (int j = 0; j < out.length; j++) {
        out[j][first + row] = in[row][j];
      }
    }
  }

  private static void transposeFour(
      float[] a, float[] b, float[] c, float[] d, float[][] out, int at) {
    for (int j = 0; j < out.length; j++) {
      float[] column = out[j];
      column[at] = a[j];
      column[at + 1] = b[j];
      column[at + 2] = c[j];
      column[at + 3] = d[j];
    }
  }
}
