package dev.cordon.bots.explain;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;

/**
 * Text in the machine's own sans-serif font, in any script and direction it has letters for. Where
 * there is no font at all, as in small containers, nothing is written.
 */
final class Letters {
  static final boolean THERE = probe();

  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
  private static final String GAP = "…";

  private Letters() {}

  private static boolean probe() {
    try {
      BufferedImage any = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      return any.createGraphics().getFontMetrics(font(Font.PLAIN, 12)).stringWidth("M") > 0;
    } catch (RuntimeException | LinkageError | InternalError e) {
      // Without a font configuration or FreeType, AWT throws any of these.
      return false;
    }
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /** How text looks. */
  record Look(int style, int size, Color colour) {
    static Look plain(int size, Color colour) {
      return new Look(Font.PLAIN, size, colour);
    }

    static Look bold(int size, Color colour) {
      return new Look(Font.BOLD, size, colour);
    }
  }

  /** Writes a line that begins at a place on its base line, shortened when it is too wide. */
  static void write(Graphics2D pen, String text, Look look, double x, double y, double width) {
    if (!THERE || text.isEmpty()) {
      return;
    }
    Font font = font(look.style, look.size);
    pen.setColor(look.colour);
    layout(fitted(text, font, width), font).draw(pen, (float) x, (float) y);
  }

  /** Writes a line about a middle. */
  static void centre(Graphics2D pen, String text, Look look, double x, double y, double width) {
    if (THERE && !text.isEmpty()) {
      double taken = Math.min(width, width(text, font(look.style, look.size)));
      write(pen, text, look, x - taken / 2, y, width);
    }
  }

  /** Writes a line that ends at a place. */
  static void end(Graphics2D pen, String text, Look look, double x, double y, double width) {
    if (THERE && !text.isEmpty()) {
      double taken = Math.min(width, width(text, font(look.style, look.size)));
      write(pen, text, look, x - taken, y, width);
    }
  }

  /**
   * From left to right as a whole, so that a name of another direction keeps its end at its end.
   */
  private static TextLayout layout(String text, Font font) {
    AttributedString line = new AttributedString(text);
    line.addAttribute(TextAttribute.FONT, font);
    line.addAttribute(TextAttribute.RUN_DIRECTION, TextAttribute.RUN_DIRECTION_LTR);
    return new TextLayout(line.getIterator(), SMOOTH);
  }

  /** The text with as much of its middle left out as need be: both ends of a name tell most. */
  private static String fitted(String text, Font font, double width) {
    int[] letters = text.codePoints().toArray();
    String fitted = text;
    for (int kept = letters.length - 1; kept > 1 && width(fitted, font) > width; kept--) {
      int head = (kept + 1) / 2;
      int tail = kept - head;
      fitted =
          new String(letters, 0, head) + GAP + new String(letters, letters.length - tail, tail);
    }
    return fitted;
  }

  private static double width(String text, Font font) {
    return layout(text, font).getAdvance();
  }
}
