package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** What is hardly the same picture any more. */
final class Effects {
  private static final String GROUP = "effect";

  private Effects() {}

  static List<PictureEdit> all() {
    return List.of(
        edit(
            "cartoon",
            "median of 9 × 9 pixels at 640, then 5 levels a channel",
            (p, s) -> cartoon(p)),
        edit("oil", "median of 7 × 7 pixels at 640, sharpened", (p, s) -> oil(p)),
        edit("halftone", "black dots on white, 5 pixels apart at 640", (p, s) -> halftone(p)),
        edit("emboss", "difference of neighbours on the diagonal, on grey", (p, s) -> embossed(p))
            .withoutHope(),
        edit("edge-map", "Sobel gradient of the luma, white on black", (p, s) -> edges(p))
            .withoutHope());
  }

  private static BufferedImage cartoon(BufferedImage picture) {
    BufferedImage flat = Blur.median(picture, (int) Math.max(1, Blurs.pixels(picture, 4)));
    return Pixels.throughCurve(flat, v -> Math.round(v / 63.75f) * 64);
  }

  private static BufferedImage oil(BufferedImage picture) {
    BufferedImage flat = Blur.median(picture, (int) Math.max(1, Blurs.pixels(picture, 3)));
    return Blur.sharpened(flat, Blurs.pixels(picture, 2), 1.5);
  }

  private static BufferedImage halftone(BufferedImage picture) {
    int cell = Math.max(3, (int) Blurs.pixels(picture, 5));
    int columns = (picture.getWidth() + cell - 1) / cell;
    int rows = (picture.getHeight() + cell - 1) / cell;
    int[] small = Pixels.of(Canvas.scaled(picture, columns, rows));
    return Canvas.drawn(
        picture.getWidth(),
        picture.getHeight(),
        Color.WHITE,
        pen -> {
          pen.setColor(Color.BLACK);
          for (int i = 0; i < small.length; i++) {
            double dot = cell * 1.3 * Math.sqrt(1 - Pixels.luma(small[i]) / 255);
            double x = (i % columns + 0.5) * cell;
            double y = (i / columns + 0.5) * cell;
            pen.fill(new Ellipse2D.Double(x - dot / 2, y - dot / 2, dot, dot));
          }
        });
  }

  private static BufferedImage embossed(BufferedImage picture) {
    int width = picture.getWidth();
    int[] from = Pixels.of(picture);
    return Pixels.mapped(
        picture,
        (x, y, c) -> {
          int before = x < 2 || y < 2 ? c : from[(y - 2) * width + x - 2];
          return Pixels.grey(128 + 1.5 * (Pixels.luma(c) - Pixels.luma(before)));
        });
  }

  private static BufferedImage edges(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] from = Pixels.of(picture);
    return Pixels.mapped(
        picture,
        (x, y, c) ->
            x == 0 || y == 0 || x == width - 1 || y == height - 1
                ? 0
                : Pixels.grey(sobel(from, y * width + x, width)));
  }

  private static double sobel(int[] from, int at, int width) {
    double across = 0;
    double down = 0;
    for (int i = -1; i <= 1; i++) {
      int weight = 2 - i * i;
      across += weight * (luma(from, at + i * width + 1) - luma(from, at + i * width - 1));
      down += weight * (luma(from, at + width + i) - luma(from, at - width + i));
    }
    return Math.hypot(across, down);
  }

  private static double luma(int[] from, int at) {
    return Pixels.luma(from[at]);
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
