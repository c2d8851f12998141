package dev.cordon.matcher.parts;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.signal.Picture;

/** The luma of a picture, with the means of any rectangle of it at hand. */
final class Plane {
  /** The longest side that is kept; pictures are mostly at most 1280 pixels a side. */
  static final int LONGEST = 1600;

  final int width;
  final int height;

  /** Rows of columns, 0 to 255. */
  final int[][] luma;

  /** For each pixel the sum of all above and left of it; at most 1600 × 1600 × 255. */
  private final int[][] sums;

  private Plane(int[][] luma) {
    this.luma = luma;
    this.height = luma.length;
    this.width = luma[0].length;
    this.sums = sums(luma, width, height);
  }

  /** At its own scale, or with the nearest pixels taken when it is longer than {@link #LONGEST}. */
  static Plane of(Picture picture) {
    int longer = Math.max(picture.width(), picture.height());
    float[][] values =
        picture.luma(
            scaled(picture.width(), longer, LONGEST), scaled(picture.height(), longer, LONGEST));
    int[][] luma = new int[values.length][values[0].length];
    for (int y = 0; y < luma.length; y++) {
      for (int x = 0; x < luma[y].length; x++) {
        luma[y][x] = (int) (values[y][x] + 0.5f);
      }
    }
    return new Plane(luma);
  }

  private static int scaled(int side, int longer, int longest) {
    return longer <= longest ? side : Math.max(1, (int) ((long) side * longest / longer));
  }

  private static int[][] sums(int[][] luma, int width, int height) {
    int[][] sums = new int[height + 1][width + 1];
    for (int y = 0; y < height; y++) {
      int row = 0;
      for (int x = 0; x < width; x++) {
        row += luma[y][x];
        sums[y + 1][x + 1] = sums[y][x + 1] + row;
      }
    }
    return sums;
  }

  /** The same, brought down to a longest side by the means of areas. */
  Plane reduced(int longest) {
    int longer = Math.max(width, height);
    return longer <= longest
        ? this
        : new Plane(
            cells(whole(), scaled(width, longer, longest), scaled(height, longer, longest), 0));
  }

  /**
   * The means of a grid of cells laid over a box, whose borders may fall between pixels.
   *
   * @param shift of all inner borders to the right and down, in cells
   */
  int[][] cells(Box box, int columns, int rows, double shift) {
    int[][] cells = new int[rows][columns];
    double[] xs = borders(box.left(), box.right(), columns, shift);
    double[] ys = borders(box.top(), box.bottom(), rows, shift);
    double[] above = sumsAt(xs, ys[0]);
    for (int y = 0; y < rows; y++) {
      double[] below = sumsAt(xs, ys[y + 1]);
      for (int x = 0; x < columns; x++) {
        double sum = below[x + 1] - below[x] - above[x + 1] + above[x];
        double area = (xs[x + 1] - xs[x]) * (ys[y + 1] - ys[y]);
        cells[y][x] = (int) (sum / area + 0.5);
      }
      above = below;
    }
    return cells;
  }

  private static double[] borders(int from, int to, int cells, double shift) {
    double[] borders = new double[cells + 1];
    double size = (to - from) / (double) cells;
    for (int i = 0; i < cells; i++) {
      borders[i] = from + (i == 0 ? 0 : i + shift) * size;
    }
    borders[cells] = to;
    return borders;
  }

  /** The sums of what lies above a height, left of each of some places. */
  private double[] sumsAt(double[] xs, double y) {
    int row = (int) y;
    int[] upper = sums[row];
    int[] lower = sums[Math.min(row + 1, height)];
    double[] at = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      int left = (int) xs[i];
      int right = Math.min(left + 1, width);
      double first = upper[left] + (upper[right] - upper[left]) * (xs[i] - left);
      double second = lower[left] + (lower[right] - lower[left]) * (xs[i] - left);
      at[i] = first + (second - first) * (y - row);
    }
    return at;
  }

  /** Rows and columns exchanged. */
  Plane transposed() {
    int[][] turned = new int[width][height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x][y] = luma[y][x];
      }
    }
    return new Plane(turned);
  }

  /** Where a box of it lies in the picture. */
  Region region(Box box) {
    double across = width;
    double down = height;
    return new Region(
        box.left() / across, box.top() / down, box.right() / across, box.bottom() / down);
  }

  Box whole() {
    return new Box(0, 0, width, height);
  }
}
