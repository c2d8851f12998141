package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/** Turned by other than quarters, to either side. */
final class Tilts {
  private static final String GROUP = "tilt";

  private Tilts() {}

  static List<PictureEdit> all() {
    return List.of(
        tilted(2),
        tilted(5),
        tilted(10),
        tilted(20),
        tilted(35),
        tiltedInside(5),
        tiltedInside(10),
        tiltedInside(20),
        PictureEdit.of(
            GROUP,
            "tilted-10-white",
            "10° to either side, the whole picture kept, white around it",
            (p, s) -> whole(p, 10 * s.sign())));
  }

  private static PictureEdit tilted(int degrees) {
    return PictureEdit.of(
        GROUP,
        "tilted-" + degrees,
        degrees + "° to either side, corners cut off, black behind",
        (picture, source) -> Warp.turned(picture, degrees * source.sign(), 0));
  }

  private static PictureEdit tiltedInside(int degrees) {
    return PictureEdit.of(
        GROUP,
        "tilted-" + degrees + "-inside",
        degrees + "° to either side, the largest upright rectangle inside",
        (picture, source) -> inside(picture, degrees * source.sign()));
  }

  /** Turned and cut to what shows nothing but picture. */
  private static BufferedImage inside(BufferedImage picture, double degrees) {
    BufferedImage turned = Warp.turned(picture, degrees, 0);
    double angle = Math.toRadians(Math.abs(degrees));
    double longer = Math.max(picture.getWidth(), picture.getHeight());
    double shorter = Math.min(picture.getWidth(), picture.getHeight());
    double factor =
        Math.min(
            longer / (longer * Math.cos(angle) + shorter * Math.sin(angle)),
            shorter / (longer * Math.sin(angle) + shorter * Math.cos(angle)));
    int width = (int) (picture.getWidth() * factor) - 2;
    int height = (int) (picture.getHeight() * factor) - 2;
    return Canvas.cut(
        turned,
        (picture.getWidth() - width) / 2,
        (picture.getHeight() - height) / 2,
        width,
        height);
  }

  private static BufferedImage whole(BufferedImage picture, double degrees) {
    double angle = Math.toRadians(Math.abs(degrees));
    int width = picture.getWidth();
    int height = picture.getHeight();
    int outerWidth = (int) Math.ceil(width * Math.cos(angle) + height * Math.sin(angle));
    int outerHeight = (int) Math.ceil(width * Math.sin(angle) + height * Math.cos(angle));
    BufferedImage framed =
        Canvas.drawn(
            outerWidth,
            outerHeight,
            Color.WHITE,
            pen ->
                pen.drawImage(picture, (outerWidth - width) / 2, (outerHeight - height) / 2, null));
    return Warp.turned(framed, degrees, 0xffffff);
  }
}
