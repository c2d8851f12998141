package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;

/** Means and medians of neighbours, and what is made of them. */
final class Blur {
  private Blur() {}

  /** Three box means, which are near a Gaussian of that deviation in pixels. */
  static BufferedImage gaussian(BufferedImage picture, double deviation) {
    int radius = Math.max(1, (int) Math.round((Math.sqrt(4 * deviation * deviation + 1) - 1) / 2));
    BufferedImage blurred = picture;
    for (int i = 0; i < 3; i++) {
      blurred = turnedMean(turnedMean(blurred, radius), radius);
    }
    return blurred;
  }

  /** The mean of neighbours in a row, the result mirrored on its diagonal. */
  private static BufferedImage turnedMean(BufferedImage picture, int radius) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage result = new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
    int[] from = Pixels.of(picture);
    int[] to = Pixels.of(result);
    Window window = new Window(2 * radius + 1);
    for (int y = 0; y < height; y++) {
      int start = y * width;
      window.clear();
      for (int x = -radius; x < radius; x++) {
        window.add(from[start + clamped(x, width)], 1);
      }
      for (int x = 0; x < width; x++) {
        window.add(from[start + clamped(x + radius, width)], 1);
        to[x * height + y] = window.mean();
        window.add(from[start + clamped(x - radius, width)], -1);
      }
    }
    return result;
  }

  private static int clamped(int x, int width) {
    return Math.max(0, Math.min(width - 1, x));
  }

  /** Sums of the channels of so many pixels. */
  private static final class Window {
    private final int size;
    private int red;
    private int green;
    private int blue;

    Window(int size) {
      this.size = size;
    }

    void clear() {
      red = 0;
      green = 0;
      blue = 0;
    }

    void add(int colour, int times) {
      red += times * Pixels.red(colour);
      green += times * Pixels.green(colour);
      blue += times * Pixels.blue(colour);
    }

    int mean() {
      return red / size << 16 | green / size << 8 | blue / size;
    }
  }

  /** What lies between the picture and its blurred copy, laid on it so many times more. */
  static BufferedImage sharpened(BufferedImage picture, double deviation, double amount) {
    int[] soft = Pixels.of(gaussian(picture, deviation));
    int width = picture.getWidth();
    return Pixels.mapped(
        picture, (x, y, colour) -> Pixels.mixed(soft[y * width + x], colour, 1 + amount));
  }

  /** The mean along a line of so many pixels. */
  static BufferedImage motion(BufferedImage picture, int length, double angle) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] from = Pixels.of(picture);
    int[] offsetX = offsets(length, Math.cos(angle));
    int[] offsetY = offsets(length, Math.sin(angle));
    Window window = new Window(length);
    return Pixels.mapped(
        picture,
        (x, y, colour) -> {
          window.clear();
          for (int i = 0; i < length; i++) {
            int row = clamped(y + offsetY[i], height) * width;
            window.add(from[row + clamped(x + offsetX[i], width)], 1);
          }
          return window.mean();
        });
  }

  private static int[] offsets(int length, double slope) {
    int[] offsets = new int[length];
    for (int i = 0; i < length; i++) {
      offsets[i] = (int) Math.round((i - (length - 1) / 2.0) * slope);
    }
    return offsets;
  }

  /** The median of each channel in a square of so many pixels to each side. */
  static BufferedImage median(BufferedImage picture, int radius) {
    BufferedImage result = Pixels.blankLike(picture);
    for (int shift = 0; shift <= 16; shift += 8) {
      median(picture, radius, shift, Pixels.of(result));
    }
    return result;
  }

  /** Huang's sliding histogram ("A fast two-dimensional median filtering algorithm", 1979). */
  private static void median(BufferedImage picture, int radius, int shift, int[] to) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] from = Pixels.of(picture);
    int half = (2 * radius + 1) * (2 * radius + 1) / 2;
    for (int y = 0; y < height; y++) {
      int[] counts = new int[256];
      for (int x = -radius; x < radius; x++) {
        column(from, width, height, clamped(x, width), y, radius, shift, counts, 1);
      }
      for (int x = 0; x < width; x++) {
        column(from, width, height, clamped(x + radius, width), y, radius, shift, counts, 1);
        to[y * width + x] |= middle(counts, half) << shift;
        column(from, width, height, clamped(x - radius, width), y, radius, shift, counts, -1);
      }
    }
  }

  private static void column(
      int[] from,
      int width,
      int height,
      int x,
      int y,
      int radius,
      int shift,
      int[] counts,
      int by) {
    for (int dy = -radius; dy <= radius; dy++) {
      counts[from[clamped(y + dy, height) * width + x] >> shift & 0xff] += by;
    }
  }

  private static int middle(int[] counts, int half) {
    int value = 0;
    for (int seen = counts[0]; seen <= half; seen += counts[value]) {
      value++;
    }
    return value;
  }
}
