package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;
import java.util.List;

/** Perspective, shear and lenses. */
final class Warps {
  private static final String GROUP = "perspective";

  private Warps() {}

  static List<PictureEdit> all() {
    return List.of(
        perspective("perspective-mild", 8),
        perspective("perspective-strong", 20),
        PictureEdit.of(GROUP, "sheared-10", "sheared by 10° to either side", Warps::sheared),
        lens("barrel", "barrel distortion, 0.2 r²", 0.2),
        lens("pincushion", "pincushion distortion, 0.15 r²", -0.15));
  }

  private static PictureEdit perspective(String name, int percent) {
    return PictureEdit.of(
        GROUP,
        name,
        "each corner moved inwards by up to " + percent + " % of the sides, black behind",
        (p, s) -> {
          double[] corners = corners(p.getWidth(), p.getHeight(), percent / 100.0, s);
          return Warp.onto(p, p.getWidth(), p.getHeight(), 0, corners);
        });
  }

  /** Corners of a rectangle, each moved inwards, two of them by all they may. */
  static double[] corners(double width, double height, double share, Source source) {
    double[] moved = source.random().doubles(8, 0, share).toArray();
    int most = source.between(0, 3);
    moved[2 * most] = share;
    moved[(2 * most + 3) % 8] = share;
    return new double[] {
      width * moved[0],
      height * moved[1],
      width * (1 - moved[2]),
      height * moved[3],
      width * (1 - moved[4]),
      height * (1 - moved[5]),
      width * moved[6],
      height * (1 - moved[7])
    };
  }

  private static BufferedImage sheared(BufferedImage picture, Source source) {
    double slope = Math.tan(Math.toRadians(10));
    int extra = (int) (picture.getHeight() * slope);
    int sign = source.sign();
    return Warp.drawn(
        picture,
        picture.getWidth() + extra,
        picture.getHeight(),
        0,
        (x, y, place) -> {
          place[0] = x - (sign > 0 ? y * slope : extra - y * slope);
          place[1] = y;
        });
  }

  private static PictureEdit lens(String name, String parameters, double strength) {
    return PictureEdit.of(GROUP, name, parameters, (p, s) -> throughLens(p, strength));
  }

  private static BufferedImage throughLens(BufferedImage picture, double strength) {
    double middleX = (picture.getWidth() - 1) / 2.0;
    double middleY = (picture.getHeight() - 1) / 2.0;
    double reach = Math.hypot(middleX, middleY);
    // Scaled so that the corners (pincushion) or the middle (barrel) stay where they are.
    double scale = strength > 0 ? 1 / (1 + strength) : 1;
    return Warp.drawn(
        picture,
        picture.getWidth(),
        picture.getHeight(),
        0,
        (x, y, place) -> {
          double dx = (x - middleX) / reach;
          double dy = (y - middleY) / reach;
          double factor = scale * (1 + strength * (dx * dx + dy * dy));
          place[0] = middleX + (x - middleX) * factor;
          place[1] = middleY + (y - middleY) * factor;
        });
  }
}
