package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.IntUnaryOperator;

/** Pictures pixel by pixel; a colour is an int, 0xRRGGBB. */
final class Pixels {
  private Pixels() {}

  /** The pixels themselves, row by row. */
  static int[] of(BufferedImage picture) {
    return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
  }

  static BufferedImage blankLike(BufferedImage picture) {
    return new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
  }

  /** Each pixel changed by itself. */
  static BufferedImage mapped(BufferedImage picture, IntUnaryOperator change) {
    return mapped(picture, (x, y, colour) -> change.applyAsInt(colour));
  }

  /** Each pixel changed by itself and its place. */
  static BufferedImage mapped(BufferedImage picture, Placed change) {
    BufferedImage result = blankLike(picture);
    int[] from = of(picture);
    int[] to = of(result);
    int width = picture.getWidth();
    for (int i = 0; i < from.length; i++) {
      to[i] = change.colour(i % width, i / width, from[i]);
    }
    return result;
  }

  /** A change of a pixel that depends on its place. */
  interface Placed {
    int colour(int x, int y, int colour);
  }

  static int red(int colour) {
    return colour >> 16 & 0xff;
  }

  static int green(int colour) {
    return colour >> 8 & 0xff;
  }

  static int blue(int colour) {
    return colour & 0xff;
  }

  /** Luma, ITU-R BT.601, 0 to 255. */
  static double luma(int colour) {
    return 0.299 * red(colour) + 0.587 * green(colour) + 0.114 * blue(colour);
  }

  /** A colour of three values, each brought into 0 to 255. */
  static int colour(double red, double green, double blue) {
    return clamped(red) << 16 | clamped(green) << 8 | clamped(blue);
  }

  static int grey(double value) {
    return clamped(value) * 0x010101;
  }

  /** Part of the way from one colour to another, 0 to 1. */
  static int mixed(int from, int to, double share) {
    return colour(
        red(from) + share * (red(to) - red(from)),
        green(from) + share * (green(to) - green(from)),
        blue(from) + share * (blue(to) - blue(from)));
  }

  /** A table of 256 applied to each channel. */
  static BufferedImage throughCurve(BufferedImage picture, IntUnaryOperator curve) {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = clamped(curve.applyAsInt(i));
    }
    return mapped(picture, c -> table[red(c)] << 16 | table[green(c)] << 8 | table[blue(c)]);
  }

  private static int clamped(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
