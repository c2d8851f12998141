package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Something around the picture. */
final class Borders {
  private static final String GROUP = "border";

  private Borders() {}

  static List<PictureEdit> all() {
    return List.of(
        edit(
            "border-thin", "black, 2 % of the longer side", (p, s) -> framed(p, 0.02, Color.BLACK)),
        edit("border-white", "white, 12 %", (p, s) -> framed(p, 0.12, Color.WHITE)),
        edit("border-colour", "one strong colour, 8 %", (p, s) -> framed(p, 0.08, s.colour())),
        edit("border-gradient", "two strong colours, 10 %", Borders::gradient),
        edit("polaroid", "white, 6 % and 22 % below", (p, s) -> polaroid(p)),
        edit(
            "blurred-fill-9x16",
            "9:16, the picture across it, behind it itself blurred",
            (p, s) -> blurredFill(p)),
        edit("card", "on grey, corners rounded by 6 %, with a shadow", (p, s) -> card(p)),
        edit(
            "letterbox",
            "black above and below, 18 % of the height each",
            (p, s) -> bars(p, 0, 0.18)),
        edit(
            "pillarbox",
            "black left and right, 25 % of the width each",
            (p, s) -> bars(p, 0.25, 0)));
  }

  private static int longer(BufferedImage picture) {
    return Math.max(picture.getWidth(), picture.getHeight());
  }

  /** A frame of one colour, its thickness a share of the longer side. */
  static BufferedImage framed(BufferedImage picture, double share, Color colour) {
    int thick = Math.max(2, (int) (longer(picture) * share));
    return Canvas.drawn(
        picture.getWidth() + 2 * thick,
        picture.getHeight() + 2 * thick,
        colour,
        pen -> pen.drawImage(picture, thick, thick, null));
  }

  private static BufferedImage gradient(BufferedImage picture, Source source) {
    int thick = (int) (longer(picture) * 0.1);
    int width = picture.getWidth() + 2 * thick;
    int height = picture.getHeight() + 2 * thick;
    Color from = source.colour();
    Color to = source.colour();
    return Canvas.drawn(
        width,
        height,
        from,
        pen -> {
          pen.setPaint(new GradientPaint(0, 0, from, width, height, to));
          pen.fillRect(0, 0, width, height);
          pen.drawImage(picture, thick, thick, null);
        });
  }

  private static BufferedImage polaroid(BufferedImage picture) {
    int thick = (int) (longer(picture) * 0.06);
    int below = (int) (longer(picture) * 0.22);
    return Canvas.drawn(
        picture.getWidth() + 2 * thick,
        picture.getHeight() + thick + below,
        new Color(250, 248, 242),
        pen -> pen.drawImage(picture, thick, thick, null));
  }

  private static BufferedImage blurredFill(BufferedImage picture) {
    BufferedImage behind = Blur.gaussian(Canvas.filling(picture, 720, 1280), 30);
    BufferedImage front = Canvas.scaled(picture, 720.0 / picture.getWidth());
    int y = (1280 - front.getHeight()) / 2;
    return Canvas.over(behind, pen -> pen.drawImage(front, 0, y, null));
  }

  private static BufferedImage card(BufferedImage picture) {
    int margin = (int) (longer(picture) * 0.08);
    int round = (int) (longer(picture) * 0.12);
    int width = picture.getWidth();
    int height = picture.getHeight();
    return Canvas.drawn(
        width + 2 * margin,
        height + 2 * margin,
        new Color(226, 229, 233),
        pen -> {
          pen.setColor(new Color(0, 0, 0, 60));
          pen.fillRoundRect(margin + 6, margin + 10, width, height, round, round);
          rounded(pen, picture, margin, margin, round);
        });
  }

  /** Draws a picture with round corners of a diameter. */
  static void rounded(Graphics2D pen, BufferedImage picture, int x, int y, int diameter) {
    var before = pen.getClip();
    pen.clip(
        new RoundRectangle2D.Double(
            x, y, picture.getWidth(), picture.getHeight(), diameter, diameter));
    pen.drawImage(picture, x, y, null);
    pen.setClip(before);
  }

  /** Black bars, each a share of the side. */
  private static BufferedImage bars(BufferedImage picture, double sides, double ends) {
    int x = (int) (picture.getWidth() * sides);
    int y = (int) (picture.getHeight() * ends);
    return Canvas.drawn(
        picture.getWidth() + 2 * x,
        picture.getHeight() + 2 * y,
        Color.BLACK,
        pen -> pen.drawImage(picture, x, y, null));
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
