package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Text above, below and on the picture. */
final class Captions {
  private static final String GROUP = "caption";

  private Captions() {}

  static List<PictureEdit> all() {
    return List.of(
        edit(
            "caption-top",
            "white bar above, 18 % of the height, black text",
            (p, s) -> bars(p, s, Color.WHITE, 0.18, 0)),
        edit(
            "caption-bottom",
            "black bar below, 18 % of the height, white text",
            (p, s) -> bars(p, s, Color.BLACK, 0, 0.18)),
        edit(
            "caption-both",
            "white or black bars above and below, 16 % of the height each, with text",
            (p, s) -> bars(p, s, s.oneOf(List.of(Color.WHITE, Color.BLACK)), 0.16, 0.16)),
        edit(
            "meme-template",
            "white bar above, 30 % of the height, three lines of text, a line and a name below",
            (p, s) -> meme(p, s)),
        edit(
            "meme-impact",
            "white text with black edges on the top and the bottom",
            Captions::impact),
        edit(
            "text-middle",
            "two lines across the middle, 12 % of the height each",
            Captions::middle),
        edit(
            "subtitles",
            "one line near the bottom on a dark box, 5 % of the height",
            (p, s) -> subtitles(p, s)));
  }

  /** Bars of a colour with text, each a share of the picture's height; 0 for none. */
  static BufferedImage bars(
      BufferedImage picture, Source source, Color colour, double above, double below) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int top = (int) (height * above);
    int bottom = (int) (height * below);
    String first = Lettering.phrase(source);
    String last = Lettering.phrase(source);
    double size = height * Math.max(above, below) * 0.35;
    return Canvas.drawn(
        width,
        top + height + bottom,
        colour,
        pen -> {
          pen.drawImage(picture, 0, top, null);
          pen.setColor(colour.equals(Color.WHITE) ? Color.BLACK : Color.WHITE);
          if (top > 0) {
            centred(pen, first, size, width, top / 2.0);
          }
          if (bottom > 0) {
            centred(pen, last, size, width, top + height + bottom / 2.0);
          }
        });
  }

  private static void centred(Graphics2D pen, String text, double size, int width, double y) {
    double fitting = Lettering.fitting(text, size, width * 0.94);
    Lettering.centred(pen, text, fitting, width / 2.0, y);
  }

  private static BufferedImage meme(BufferedImage picture, Source source) {
    int width = picture.getWidth();
    int top = (int) (picture.getHeight() * 0.3);
    int foot = (int) (picture.getHeight() * 0.07);
    double size = Math.min(top * 0.24, width * 0.065);
    String text = Lettering.phrase(source) + ". " + Lettering.phrase(source);
    return Canvas.drawn(
        width,
        top + picture.getHeight() + foot,
        Color.WHITE,
        pen -> {
          pen.drawImage(picture, 0, top, null);
          pen.setColor(Color.BLACK);
          List<String> lines = Lettering.wrapped(text, size, width * 0.92);
          Lettering.block(pen, lines, size, width / 2.0, top / 2.0);
          pen.setColor(Color.GRAY);
          Lettering.line(
              pen,
              "@daily.pictures",
              foot * 0.5,
              width * 0.03,
              top + picture.getHeight() + foot * 0.7);
        });
  }

  private static BufferedImage impact(BufferedImage picture, Source source) {
    return Canvas.over(
        picture,
        pen -> {
          edged(pen, picture, Lettering.phrase(source).toUpperCase(Locale.ROOT), 0.1, 0.08);
          edged(pen, picture, Lettering.phrase(source).toUpperCase(Locale.ROOT), 0.1, 0.92);
        });
  }

  private static BufferedImage middle(BufferedImage picture, Source source) {
    return Canvas.over(
        picture,
        pen -> {
          edged(pen, picture, Lettering.phrase(source), 0.12, 0.42);
          edged(pen, picture, Lettering.phrase(source), 0.12, 0.58);
        });
  }

  /** A line of a height and at a height that are shares of the picture's. */
  private static void edged(
      Graphics2D pen, BufferedImage picture, String text, double share, double at) {
    double width = picture.getWidth();
    double size = Lettering.fitting(text, picture.getHeight() * share, width * 0.94);
    Lettering.edged(pen, text, size, width / 2, picture.getHeight() * at);
  }

  private static BufferedImage subtitles(BufferedImage picture, Source source) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double size = Math.min(height * 0.05, width * 0.045);
    String text = Lettering.phrase(source);
    double box = Lettering.width(text, size) + size;
    return Canvas.over(
        picture,
        pen -> {
          pen.setColor(new Color(0, 0, 0, 150));
          pen.fillRect(
              (int) ((width - box) / 2), (int) (height * 0.88), (int) box, (int) (size * 1.5));
          pen.setColor(Color.WHITE);
          Lettering.centred(pen, text, size, width / 2.0, height * 0.88 + size * 0.75);
        });
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
