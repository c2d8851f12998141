package dev.cordon.bots.evaluate.edits;

import java.util.List;

/** The same pixels in other files. */
final class Reencodings {
  private static final String GROUP = "re-encoding";

  private Reencodings() {}

  static List<PictureEdit> all() {
    return List.of(
        jpeg(90),
        jpeg(60),
        jpeg(30),
        jpeg(10),
        jpegTwice(40, 75),
        edit("png", "PNG, lossless", (picture, source) -> picture).as(Encoding.PNG),
        gif(256),
        gif(32));
  }

  private static PictureEdit jpeg(int quality) {
    return edit("jpeg-q" + quality, "JPEG, quality " + quality, (picture, source) -> picture)
        .as(Encoding.jpeg(quality));
  }

  private static PictureEdit jpegTwice(int first, int second) {
    return edit(
            "jpeg-twice",
            "JPEG, quality " + first + ", then " + second,
            (picture, source) -> Encoding.jpeg(first).through(picture))
        .as(Encoding.jpeg(second));
  }

  private static PictureEdit gif(int colours) {
    return edit(
            "gif-" + colours,
            "GIF, " + colours + " colours, not dithered",
            (picture, source) -> Palette.of(picture, colours).applied(picture))
        .as(Encoding.GIF);
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
