package dev.cordon.bots.evaluate.edits;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Drawings, mostly see-through, that are laid over films. */
final class Plates {
  private static final Color SHADE = new Color(0, 0, 0, 150);

  private Plates() {}

  private static BufferedImage clear(int width, int height) {
    return new BufferedImage(Math.max(2, width), Math.max(2, height), BufferedImage.TYPE_INT_ARGB);
  }

  private static Graphics2D pen(BufferedImage plate) {
    Graphics2D pen = plate.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }

  /** A channel's badge, as wide as asked. */
  static BufferedImage logo(Source source, int width) {
    BufferedImage plate = clear(width, width / 2);
    Graphics2D pen = pen(plate);
    pen.setColor(source.colour());
    pen.fill(new RoundRectangle2D.Double(0, 0, width, width / 2.0, width / 5.0, width / 5.0));
    pen.setColor(Color.WHITE);
    pen.fill(new Ellipse2D.Double(width * 0.06, width * 0.1, width * 0.3, width * 0.3));
    double size = Lettering.fitting("LIVE 24", width / 4.0, width * 0.52);
    Lettering.centred(pen, "LIVE 24", size, width * 0.66, width * 0.25);
    pen.dispose();
    return plate;
  }

  /** A bar with a phrase, right across. */
  static BufferedImage bar(Source source, int width, int height, boolean dark) {
    BufferedImage plate = clear(width, height);
    Graphics2D pen = pen(plate);
    pen.setColor(dark ? SHADE : Color.WHITE);
    pen.fill(new Rectangle2D.Double(0, 0, width, height));
    pen.setColor(dark ? Color.WHITE : Color.BLACK);
    String phrase = Lettering.phrase(source);
    double size = Lettering.fitting(phrase, height * 0.6, width * 0.9);
    Lettering.centred(pen, phrase, size, width / 2.0, height / 2.0);
    pen.dispose();
    return plate;
  }

  /** Two lines of edged text on nothing. */
  static BufferedImage subtitle(Source source, int width, int height) {
    BufferedImage plate = clear(width, height);
    Graphics2D pen = pen(plate);
    for (int line = 0; line < 2; line++) {
      String phrase = Lettering.phrase(source);
      double size = Lettering.fitting(phrase, height * 0.36, width * 0.95);
      Lettering.edged(pen, phrase, size, width / 2.0, height * (0.26 + 0.48 * line));
    }
    pen.dispose();
    return plate;
  }

  /** A round face. */
  static BufferedImage sticker(Source source, int side) {
    BufferedImage plate = clear(side, side);
    Graphics2D pen = pen(plate);
    pen.setColor(source.colour());
    pen.fill(new Ellipse2D.Double(0, 0, side, side));
    pen.setColor(Color.BLACK);
    pen.fill(new Ellipse2D.Double(side * 0.25, side * 0.3, side * 0.14, side * 0.2));
    pen.fill(new Ellipse2D.Double(side * 0.61, side * 0.3, side * 0.14, side * 0.2));
    pen.setStroke(new BasicStroke(side / 16f));
    pen.drawArc(side / 4, side / 3, side / 2, side / 2, 200, 140);
    pen.dispose();
    return plate;
  }

  /** A coloured frame, open in the middle. */
  static BufferedImage frame(Source source, int width, int height, int border) {
    BufferedImage plate = clear(width, height);
    Graphics2D pen = pen(plate);
    pen.setColor(source.colour());
    Area area = new Area(new Rectangle2D.Double(0, 0, width, height));
    area.subtract(
        new Area(
            new RoundRectangle2D.Double(
                border, border, width - 2.0 * border, height - 2.0 * border, border, border)));
    pen.fill(area);
    pen.dispose();
    return plate;
  }

  /** White all around a circle, as round video notes are shown. */
  static BufferedImage porthole(int side) {
    BufferedImage plate = clear(side, side);
    Graphics2D pen = pen(plate);
    Area area = new Area(new Rectangle2D.Double(0, 0, side, side));
    area.subtract(new Area(new Ellipse2D.Double(0, 0, side, side)));
    pen.setColor(Color.WHITE);
    pen.fill(area);
    pen.dispose();
    return plate;
  }

  /** A player's window with a title, comments and a status bar; the film goes at the top left. */
  static BufferedImage player(Source source, int width, int height, int filmWidth, int filmHeight) {
    BufferedImage plate = clear(width, height);
    Graphics2D pen = pen(plate);
    pen.setColor(new Color(0xf4f4f6));
    pen.fillRect(0, 0, width, height);
    pen.setColor(new Color(0x20242c));
    pen.fillRect(0, 0, width, Math.max(2, height / 24));
    int top = playerTop(height);
    pen.setColor(source.colour());
    pen.fillRect(playerLeft(width), top + filmHeight, filmWidth / 3, Math.max(2, height / 120));
    comments(pen, source, width, height, top + filmHeight);
    suggestions(pen, source, width, height, playerLeft(width) + filmWidth);
    pen.dispose();
    return plate;
  }

  static int playerLeft(int width) {
    return width / 40;
  }

  static int playerTop(int height) {
    return height / 12;
  }

  private static void comments(Graphics2D pen, Source source, int width, int height, int below) {
    double size = height / 28.0;
    for (double y = below + 2 * size; y < height; y += 1.8 * size) {
      pen.setColor(source.colour());
      pen.fill(new Ellipse2D.Double(width / 40.0, y - size, size, size));
      pen.setColor(Color.DARK_GRAY);
      Lettering.line(pen, Lettering.phrase(source), size * 0.7, width / 40.0 + 1.5 * size, y);
    }
  }

  private static void suggestions(Graphics2D pen, Source source, int width, int height, int left) {
    int room = width - left - width / 20;
    for (int i = 0; i < 4; i++) {
      int y = playerTop(height) + i * height / 5;
      pen.setColor(source.colour());
      pen.fillRect(left + width / 40, y, Math.max(2, room), height / 8);
    }
  }

  /** One long line of news. */
  static BufferedImage ticker(Source source, int height) {
    String news =
        String.join("  +++  ", List.of(Lettering.phrase(source), Lettering.phrase(source)));
    int width = (int) Lettering.width(news, height * 0.6) + 2 * height;
    BufferedImage plate = clear(width, height);
    Graphics2D pen = pen(plate);
    pen.setColor(new Color(160, 0, 0, 230));
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.WHITE);
    Lettering.centred(pen, news, height * 0.6, width / 2.0, height / 2.0);
    pen.dispose();
    return plate;
  }
}
