package dev.cordon.matcher.local;

import dev.cordon.matcher.signal.Picture;

/** A small grey picture; values 0 to 255, rows from the top. */
public record Grey(int width, int height, byte[] luma) {

  /** A picture scaled down, each value the mean of what it covers; its longer side at most that. */
  public static Grey of(Picture picture, int longer) {
    int side = Math.max(picture.width(), picture.height());
    double scale = Math.min(1, longer / (double) side);
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    return scaled(picture.luma(picture.width(), picture.height()), width, height);
  }

  private static Grey scaled(float[][] luma, int width, int height) {
    byte[] mean = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int top = y * luma.length / height;
      int bottom = Math.max(top + 1, (y + 1) * luma.length / height);
      for (int x = 0; x < width; x++) {
        mean[y * width + x] = (byte) Math.round(mean(luma, x, width, top, bottom));
      }
    }
    return new Grey(width, height, mean);
  }

  private static float mean(float[][] luma, int x, int width, int top, int bottom) {
    int columns = luma[0].length;
    int left = x * columns / width;
    int right = Math.max(left + 1, (x + 1) * columns / width);
    float sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        sum += luma[row][column];
      }
    }
    return sum / ((bottom - top) * (right - left));
  }

  /** Scaled to a size, each value the mean of what it covers. */
  public Grey scaledTo(int columns, int rows) {
    float[][] values = new float[height][width];
    for (int i = 0; i < luma.length; i++) {
      values[i / width][i % width] = luma[i] & 0xff;
    }
    return scaled(values, columns, rows);
  }

  int at(int x, int y) {
    return luma[y * width + x] & 0xff;
  }

  /** Between pixels, whose centres are at halves; outside the nearest. */
  public float sample(double x, double y) {
    double left = Math.max(0, Math.min(width - 1.0, x - 0.5));
    double top = Math.max(0, Math.min(height - 1.0, y - 0.5));
    int column = (int) left;
    int row = (int) top;
    int next = Math.min(width - 1, column + 1);
    int below = Math.min(height - 1, row + 1);
    double across = left - column;
    double upper = at(column, row) * (1 - across) + at(next, row) * across;
    double lower = at(column, below) * (1 - across) + at(next, below) * across;
    return (float) (upper + (lower - upper) * (top - row));
  }
}
