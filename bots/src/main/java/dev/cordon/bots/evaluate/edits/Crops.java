package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;
import java.util.List;

/** Parts of the picture. */
final class Crops {
  private static final String GROUP = "crop";

  private Crops() {}

  static List<PictureEdit> all() {
    return List.of(
        cropped(5),
        cropped(10),
        cropped(20),
        cropped(30),
        cropped(50),
        edit("crop-corner", "one corner of 60 % of both sides", Crops::corner),
        edit("crop-side", "35 % of one side cut off", Crops::side),
        edit("crop-square", "the square in the middle", (p, s) -> shaped(p, 1)),
        edit("crop-9x16", "9:16 out of the middle", (p, s) -> shaped(p, 9.0 / 16)),
        edit(
            "crop-zoom",
            "40 % of the area, scaled back to the old size",
            (p, s) -> Canvas.scaled(cropped(p, s, 0.6), p.getWidth(), p.getHeight())));
  }

  private static PictureEdit cropped(int percent) {
    return edit(
        "crop-" + percent,
        percent + " % of the area cut away, anywhere along the edges",
        (picture, source) -> cropped(picture, source, percent / 100.0));
  }

  /** Without a share of its area, at the edges. */
  static BufferedImage cropped(BufferedImage picture, Source source, double share) {
    // Up to a tenth wider or narrower in shape than the whole.
    double shape = source.between(0.95, 1.05);
    double side = Math.sqrt(1 - share);
    int width = (int) (picture.getWidth() * Math.min(1, side * shape));
    int height = (int) (picture.getHeight() * Math.min(1, side / shape));
    return Canvas.cut(
        picture,
        source.between(0, picture.getWidth() - width),
        source.between(0, picture.getHeight() - height),
        width,
        height);
  }

  private static BufferedImage corner(BufferedImage picture, Source source) {
    int width = (int) (picture.getWidth() * 0.6);
    int height = (int) (picture.getHeight() * 0.6);
    int x = source.random().nextBoolean() ? 0 : picture.getWidth() - width;
    int y = source.random().nextBoolean() ? 0 : picture.getHeight() - height;
    return Canvas.cut(picture, x, y, width, height);
  }

  private static BufferedImage side(BufferedImage picture, Source source) {
    boolean across = source.random().nextBoolean();
    int width = (int) (picture.getWidth() * (across ? 0.65 : 1));
    int height = (int) (picture.getHeight() * (across ? 1 : 0.65));
    boolean end = source.random().nextBoolean();
    return Canvas.cut(
        picture,
        end ? picture.getWidth() - width : 0,
        end ? picture.getHeight() - height : 0,
        width,
        height);
  }

  /** The largest part of that ratio of width to height in the middle. */
  static BufferedImage shaped(BufferedImage picture, double ratio) {
    int width = (int) Math.min(picture.getWidth(), picture.getHeight() * ratio);
    int height = (int) Math.min(picture.getHeight(), picture.getWidth() / ratio);
    return Canvas.cut(
        picture,
        (picture.getWidth() - width) / 2,
        (picture.getHeight() - height) / 2,
        width,
        height);
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
