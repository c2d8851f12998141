package dev.cordon.benchmarks.hard;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A picture being drawn. Lengths are pixels, the origin is the upper left corner. */
final class Sheet {
  /** The longer side of a picture that is a photograph with something on it. */
  static final int SIDE = 1080;

  private final BufferedImage picture;
  private final Graphics2D pen;

  private Sheet(BufferedImage picture) {
    this.picture = picture;
    this.pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  static Sheet of(int width, int height, Color ground) {
    Sheet sheet = new Sheet(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    return sheet.fill(ground, 0, 0, width, height);
  }

  /** A sheet that a photograph fills, in the photograph's own shape. */
  static Sheet over(BufferedImage photo) {
    double scale = (double) SIDE / Math.max(photo.getWidth(), photo.getHeight());
    int width = (int) Math.round(photo.getWidth() * scale);
    int height = (int) Math.round(photo.getHeight() * scale);
    return of(width, height, Color.BLACK).photo(photo, 0, 0, width, height);
  }

  BufferedImage picture() {
    return picture;
  }

  Graphics2D pen() {
    return pen;
  }

  int width() {
    return picture.getWidth();
  }

  int height() {
    return picture.getHeight();
  }

  Sheet fill(Color colour, int x, int y, int width, int height) {
    pen.setColor(colour);
    pen.fillRect(x, y, width, height);
    return this;
  }

  Sheet fill(Color colour, Shape shape) {
    pen.setColor(colour);
    pen.fill(shape);
    return this;
  }

  Sheet round(Color colour, int x, int y, int width, int height, int radius) {
    pen.setColor(colour);
    pen.fillRoundRect(x, y, width, height, radius, radius);
    return this;
  }

  Sheet disc(Color colour, int centreX, int centreY, int radius) {
    pen.setColor(colour);
    pen.fillOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
    return this;
  }

  Sheet outline(Color colour, float stroke, Shape shape) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(stroke));
    pen.draw(shape);
    return this;
  }

  Sheet line(Color colour, float stroke, int x1, int y1, int x2, int y2) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(stroke));
    pen.drawLine(x1, y1, x2, y2);
    return this;
  }

  /** The middle of a photograph, as much of it as fills the rectangle. */
  Sheet photo(BufferedImage photo, int x, int y, int width, int height) {
    double scale = Math.max((double) width / photo.getWidth(), (double) height / photo.getHeight());
    int cutWidth = (int) (width / scale);
    int cutHeight = (int) (height / scale);
    int left = (photo.getWidth() - cutWidth) / 2;
    int top = (photo.getHeight() - cutHeight) / 2;
    pen.drawImage(
        photo
            .getSubimage(left, top, cutWidth, cutHeight)
            .getScaledInstance(width, height, BufferedImage.SCALE_AREA_AVERAGING),
        x,
        y,
        null);
    return this;
  }

  /** Text whose base line starts at a point. */
  Sheet text(String text, Font font, Color colour, int x, int y) {
    pen.setFont(font);
    pen.setColor(colour);
    pen.drawString(text, x, y);
    return this;
  }

  Sheet centred(String text, Font font, Color colour, int centreX, int y) {
    pen.setFont(font);
    return text(text, font, colour, centreX - pen.getFontMetrics().stringWidth(text) / 2, y);
  }

  /** Centred text with an outline, made smaller until it is no wider than a share of the sheet. */
  Sheet outlined(String text, Font font, Color colour, double share, int y) {
    Font fitting = fitted(text, font, (int) (width() * share));
    Shape shape = fitting.createGlyphVector(pen.getFontRenderContext(), text).getOutline();
    double left = (width() - shape.getBounds2D().getWidth()) / 2;
    Shape placed = AffineTransform.getTranslateInstance(left, y).createTransformedShape(shape);
    return outline(Color.BLACK, fitting.getSize() / 8f, placed).fill(colour, placed);
  }

  Font fitted(String text, Font font, int width) {
    int needed = pen.getFontMetrics(font).stringWidth(text);
    return needed <= width ? font : font.deriveFont((float) font.getSize() * width / needed);
  }

  /** Everything drawn by the action is so opaque, 0 to 1. */
  Sheet translucent(double opacity, Runnable action) {
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    action.run();
    pen.setComposite(AlphaComposite.SrcOver);
    return this;
  }

  static Font bold(int size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, size);
  }

  static Font plain(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  static Font serif(int size) {
    return new Font(Font.SERIF, Font.PLAIN, size);
  }

  static Font mono(int size) {
    return new Font(Font.MONOSPACED, Font.PLAIN, size);
  }
}
