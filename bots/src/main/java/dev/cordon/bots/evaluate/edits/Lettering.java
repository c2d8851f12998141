package dev.cordon.bots.evaluate.edits;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in the machine's own sans-serif font; where there is no font at all, as in small containers,
 * rectangles as wide and high as letters are.
 */
final class Lettering {
  private static final boolean FONTS = fonts();
  private static final double LEADING = 1.2;

  private static final List<String> PHRASES =
      List.of(
          "When you see it",
          "Share before it is gone",
          "Breaking: more news at eight",
          "This happened yesterday",
          "Nobody talks about this",
          "Wait for the end",
          "Only real fans remember",
          "Join the channel for more",
          "Me on Monday morning",
          "What a day it was",
          "You will not believe it",
          "Forwarded many times");

  private Lettering() {}

  private static boolean fonts() {
    try {
      BufferedImage probe = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = probe.createGraphics();
      return pen.getFontMetrics(new Font(Font.SANS_SERIF, Font.BOLD, 12)).stringWidth("M") > 0;
    } catch (RuntimeException | LinkageError | InternalError e) {
      // Without a font configuration or FreeType, AWT throws any of these.
      return false;
    }
  }

  /** Something that people write on pictures. */
  static String phrase(Source source) {
    return source.oneOf(PHRASES);
  }

  /** The outline of a line of text, its left end on the base line at the origin. */
  static Shape outline(String text, double size) {
    if (!FONTS) {
      return blocks(text, size);
    }
    BufferedImage any = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = any.createGraphics();
    Font font = new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size);
    return font.createGlyphVector(pen.getFontRenderContext(), text).getOutline();
  }

  private static Shape blocks(String text, double size) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter != ' ') {
        double height = size * (Character.isUpperCase(letter) ? 0.7 : 0.45 + letter % 3 * 0.1);
        double x = i * size * 0.58;
        path.append(
            new Rectangle2D.Double(x, -height, size * (0.3 + letter % 4 * 0.05), height), false);
      }
    }
    return new Area(path);
  }

  /** The size at which a line is not wider than so many pixels, at most the one wished for. */
  static double fitting(String text, double size, double width) {
    return Math.min(size, size * width / width(text, size));
  }

  static double width(String text, double size) {
    return outline(text, size).getBounds2D().getWidth();
  }

  /** One line, its middle at a place. */
  static void centred(Graphics2D pen, String text, double size, double x, double y) {
    pen.fill(placed(text, size, x, y));
  }

  private static Shape placed(String text, double size, double x, double y) {
    Shape outline = outline(text, size);
    Rectangle2D box = outline.getBounds2D();
    return AffineTransform.getTranslateInstance(x - box.getCenterX(), y - box.getCenterY())
        .createTransformedShape(outline);
  }

  /** One line, its left end on the base line at a place. */
  static void line(Graphics2D pen, String text, double size, double x, double y) {
    pen.fill(
        AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline(text, size)));
  }

  /** One line with an edge of another colour, its middle at a place. */
  static void edged(Graphics2D pen, String text, double size, double x, double y) {
    Shape placed = placed(text, size, x, y);
    pen.setStroke(
        new BasicStroke((float) (size / 6), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(Color.BLACK);
    pen.draw(placed);
    pen.setColor(Color.WHITE);
    pen.fill(placed);
  }

  /** The text in lines that are not wider than so many pixels. */
  static List<String> wrapped(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  /** Lines under each other, the block's middle at a place. */
  static void block(Graphics2D pen, List<String> lines, double size, double x, double y) {
    double top = y - (lines.size() - 1) * size * LEADING / 2;
    for (int i = 0; i < lines.size(); i++) {
      centred(pen, lines.get(i), size, x, top + i * size * LEADING);
    }
  }

  /** How high so many lines are. */
  static double height(int lines, double size) {
    return lines * size * LEADING;
  }
}
