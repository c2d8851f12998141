package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;
import java.util.List;

/** Quarter turns and mirrors. */
final class Turns {
  private static final String GROUP = "turn";

  private Turns() {}

  static List<PictureEdit> all() {
    return List.of(
        turned(90, 6),
        turned(180, 3),
        turned(270, 8),
        PictureEdit.of(GROUP, "mirrored", "left and right exchanged", Turns::mirrored),
        PictureEdit.of(
            GROUP, "flipped", "top and bottom exchanged", (p, s) -> Orientation.upright(p, 4)),
        PictureEdit.of(
            GROUP,
            "mirrored-crop",
            "mirrored, then 15 % of the area cut away",
            ((PictureEdit.Change) Turns::mirrored).then((p, s) -> Crops.cropped(p, s, 0.15))));
  }

  static BufferedImage mirrored(BufferedImage picture, Source source) {
    return Orientation.upright(picture, 2);
  }

  private static PictureEdit turned(int degrees, int orientation) {
    return PictureEdit.of(
        GROUP,
        "rotated-" + degrees,
        degrees + "° clockwise",
        (picture, source) -> Orientation.upright(picture, orientation));
  }
}
