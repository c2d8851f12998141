package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/** Less detail, or too much. Pixels are of a picture whose longer side is 640. */
final class Blurs {
  private static final String GROUP = "blur";
  private static final double NOMINAL = 640;

  private Blurs() {}

  static List<PictureEdit> all() {
    return List.of(
        gaussian("blur-light", 1.5),
        gaussian("blur-medium", 3),
        gaussian("blur-heavy", 6),
        edit(
            "blur-motion",
            "mean along a line of 14 pixels, any direction",
            (p, s) -> Blur.motion(p, Math.max(2, (int) pixels(p, 14)), s.between(0, Math.PI))),
        edit(
            "median",
            "median of 5 × 5 pixels",
            (p, s) -> Blur.median(p, Math.max(1, (int) Math.round(pixels(p, 2))))),
        edit(
            "sharpened",
            "unsharp mask, deviation 2 pixels, amount 2",
            (p, s) -> Blur.sharpened(p, pixels(p, 2), 2)),
        pixelated(4),
        pixelated(8));
  }

  private static PictureEdit gaussian(String name, double deviation) {
    return edit(
        name,
        "gaussian, deviation " + deviation + " pixels",
        (p, s) -> Blur.gaussian(p, pixels(p, deviation)));
  }

  private static PictureEdit pixelated(int cell) {
    return edit(
        "pixelated-" + cell,
        "squares of " + cell + " pixels",
        (p, s) -> mosaic(p, Math.max(2, (int) Math.round(pixels(p, cell)))));
  }

  /** Squares of one colour each. */
  static BufferedImage mosaic(BufferedImage picture, int cell) {
    int columns = (picture.getWidth() + cell - 1) / cell;
    int rows = (picture.getHeight() + cell - 1) / cell;
    int[] small = Pixels.of(Canvas.scaled(picture, columns, rows));
    return Pixels.mapped(
        Canvas.blank(picture.getWidth(), picture.getHeight(), Color.BLACK),
        (x, y, colour) -> small[y / cell * columns + x / cell]);
  }

  /** Pixels of this picture for pixels of the nominal one. */
  static double pixels(BufferedImage picture, double nominal) {
    return nominal * Math.max(picture.getWidth(), picture.getHeight()) / NOMINAL;
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
