package dev.cordon.bots.evaluate.edits;

import java.util.List;

/** The whole picture at another size or shape. */
final class Sizes {
  private static final String GROUP = "size";

  private Sizes() {}

  static List<PictureEdit> all() {
    return List.of(
        scaled(25),
        scaled(50),
        scaled(200),
        stretched(10),
        stretched(25),
        PictureEdit.of(
            GROUP,
            "widescreen",
            "stretched in width by 33 %, as 4:3 to 16:9",
            (p, s) -> Canvas.scaled(p, p.getWidth() * 4 / 3, p.getHeight())),
        thumbnail(160),
        thumbnail(128),
        thumbnail(96));
  }

  private static PictureEdit scaled(int percent) {
    return PictureEdit.of(
        GROUP,
        "scale-" + percent,
        "both sides times " + percent / 100.0,
        (picture, source) -> Canvas.scaled(picture, percent / 100.0));
  }

  private static PictureEdit stretched(int percent) {
    double factor = 1 + percent / 100.0;
    return PictureEdit.of(
        GROUP,
        "stretch-" + percent,
        "width or height times " + factor,
        (p, s) ->
            s.random().nextBoolean()
                ? Canvas.scaled(p, (int) (p.getWidth() * factor), p.getHeight())
                : Canvas.scaled(p, p.getWidth(), (int) (p.getHeight() * factor)));
  }

  private static PictureEdit thumbnail(int side) {
    return PictureEdit.of(
            GROUP,
            "thumbnail-" + side,
            "longer side " + side + " pixels, JPEG quality 80",
            (picture, source) -> Canvas.within(picture, side))
        .as(Encoding.jpeg(80));
  }
}
