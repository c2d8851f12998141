package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;

/** Pictures drawn through a mapping of places, with bilinear interpolation. */
final class Warp {
  private Warp() {}

  /** Where in the source a place of the result comes from. */
  interface Origin {
    /** Puts column and row of the source into {@code place}. */
    void of(double x, double y, double[] place);
  }

  /** What lies outside of the source gets one colour. */
  static BufferedImage drawn(
      BufferedImage picture, int width, int height, int ground, Origin origin) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] from = Pixels.of(picture);
    int[] to = Pixels.of(result);
    double[] place = new double[2];
    for (int i = 0; i < to.length; i++) {
      origin.of(i % width, i / width, place);
      to[i] = sample(from, picture.getWidth(), picture.getHeight(), place[0], place[1], ground);
    }
    return result;
  }

  private static int sample(int[] from, int width, int height, double x, double y, int ground) {
    if (!(x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1)) {
      return ground;
    }
    int column = Math.min((int) x, width - 2 < 0 ? 0 : width - 2);
    int row = Math.min((int) y, height - 2 < 0 ? 0 : height - 2);
    int right = Math.min(column + 1, width - 1) - column;
    int below = (Math.min(row + 1, height - 1) - row) * width;
    int at = row * width + column;
    return blended(
        from[at],
        from[at + right],
        from[at + below],
        from[at + below + right],
        x - column,
        y - row);
  }

  private static int blended(int a, int b, int c, int d, double x, double y) {
    return channel(a, b, c, d, 16, x, y)
        | channel(a, b, c, d, 8, x, y)
        | channel(a, b, c, d, 0, x, y);
  }

  private static int channel(int a, int b, int c, int d, int shift, double x, double y) {
    double top = (a >> shift & 0xff) * (1 - x) + (b >> shift & 0xff) * x;
    double bottom = (c >> shift & 0xff) * (1 - x) + (d >> shift & 0xff) * x;
    return (int) (top * (1 - y) + bottom * y + 0.5) << shift;
  }

  /** Turned about its middle, on a canvas of the same size. */
  static BufferedImage turned(BufferedImage picture, double degrees, int ground) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double middleX = (picture.getWidth() - 1) / 2.0;
    double middleY = (picture.getHeight() - 1) / 2.0;
    return drawn(
        picture,
        picture.getWidth(),
        picture.getHeight(),
        ground,
        (x, y, place) -> {
          place[0] = middleX + (x - middleX) * cos + (y - middleY) * sin;
          place[1] = middleY - (x - middleX) * sin + (y - middleY) * cos;
        });
  }

  /**
   * Drawn onto a quadrangle of a canvas.
   *
   * @param corners x and y of where the top left, top right, bottom right and bottom left go
   */
  static BufferedImage onto(
      BufferedImage picture, int width, int height, int ground, double[] corners) {
    double[] map = inverse(fromUnitSquare(corners));
    double right = picture.getWidth() - 1;
    double bottom = picture.getHeight() - 1;
    return drawn(
        picture,
        width,
        height,
        ground,
        (x, y, place) -> {
          double scale = map[6] * x + map[7] * y + map[8];
          place[0] = right * (map[0] * x + map[1] * y + map[2]) / scale;
          place[1] = bottom * (map[3] * x + map[4] * y + map[5]) / scale;
        });
  }

  /** Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3. */
  private static double[] fromUnitSquare(double[] q) {
    double dx1 = q[2] - q[4];
    double dx2 = q[6] - q[4];
    double dx3 = q[0] - q[2] + q[4] - q[6];
    double dy1 = q[3] - q[5];
    double dy2 = q[7] - q[5];
    double dy3 = q[1] - q[3] + q[5] - q[7];
    double area = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / area;
    double h = (dx1 * dy3 - dx3 * dy1) / area;
    return new double[] {
      q[2] - q[0] + g * q[2],
      q[6] - q[0] + h * q[6],
      q[0],
      q[3] - q[1] + g * q[3],
      q[7] - q[1] + h * q[7],
      q[1],
      g,
      h,
      1
    };
  }

  /** The adjugate: a projective map needs its inverse only up to a factor. */
  private static double[] inverse(double[] m) {
    return new double[] {
      m[4] * m[8] - m[5] * m[7],
      m[2] * m[7] - m[1] * m[8],
      m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8],
      m[0] * m[8] - m[2] * m[6],
      m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6],
      m[1] * m[6] - m[0] * m[7],
      m[0] * m[4] - m[1] * m[3]
    };
  }
}
