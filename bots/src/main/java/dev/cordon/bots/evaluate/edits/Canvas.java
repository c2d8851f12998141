package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Drawing on pictures. All pictures here are {@link BufferedImage#TYPE_INT_RGB}. */
final class Canvas {
  private static final int MOST = 4096;

  private Canvas() {}

  /** At least one pixel a side. */
  static BufferedImage blank(int width, int height, Color colour) {
    BufferedImage canvas =
        new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return canvas;
  }

  /** A pen with smooth edges. */
  static Graphics2D pen(BufferedImage canvas) {
    Graphics2D pen = canvas.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return pen;
  }

  /** A copy to draw on, transparency laid on white. */
  static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy = blank(picture.getWidth(), picture.getHeight(), Color.WHITE);
    Graphics2D pen = copy.createGraphics();
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return copy;
  }

  /** A copy that something was drawn on. */
  static BufferedImage over(BufferedImage picture, Consumer<Graphics2D> drawing) {
    BufferedImage copy = copy(picture);
    Graphics2D pen = pen(copy);
    drawing.accept(pen);
    pen.dispose();
    return copy;
  }

  /** A canvas of one colour that something was drawn on. */
  static BufferedImage drawn(int width, int height, Color ground, Consumer<Graphics2D> drawing) {
    BufferedImage canvas = blank(width, height, ground);
    Graphics2D pen = pen(canvas);
    drawing.accept(pen);
    pen.dispose();
    return canvas;
  }

  /** To a size, halved as often as it can be first, so that nothing is skipped. */
  static BufferedImage scaled(BufferedImage picture, int width, int height) {
    int columns = Math.max(1, width);
    int rows = Math.max(1, height);
    BufferedImage from = picture;
    while (from.getWidth() > 2 * columns && from.getHeight() > 2 * rows) {
      from = stretched(from, (from.getWidth() + 1) / 2, (from.getHeight() + 1) / 2);
    }
    return stretched(from, columns, rows);
  }

  private static BufferedImage stretched(BufferedImage picture, int width, int height) {
    return drawn(
        width, height, Color.BLACK, pen -> pen.drawImage(picture, 0, 0, width, height, null));
  }

  /**
   * Both sides times a factor, as far as {@value #MOST} pixels allow: there are very thin pictures.
   */
  static BufferedImage scaled(BufferedImage picture, double factor) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    double bounded = Math.min(factor, (double) MOST / longer);
    return scaled(
        picture,
        (int) Math.round(picture.getWidth() * bounded),
        (int) Math.round(picture.getHeight() * bounded));
  }

  /** At most so long a side; smaller ones stay as they are. */
  static BufferedImage within(BufferedImage picture, int side) {
    double factor = (double) side / Math.max(picture.getWidth(), picture.getHeight());
    return factor < 1 ? scaled(picture, factor) : picture;
  }

  /** As large as fits into a frame. */
  static BufferedImage fitted(BufferedImage picture, int width, int height) {
    return scaled(
        picture,
        Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight()));
  }

  /** As small as fills a frame, what hangs over cut off evenly. */
  static BufferedImage filling(BufferedImage picture, int width, int height) {
    return scaled(Crops.shaped(picture, (double) width / height), width, height);
  }

  /** A rectangle of a picture. */
  static BufferedImage cut(BufferedImage picture, int x, int y, int width, int height) {
    return drawn(width, height, Color.BLACK, pen -> pen.drawImage(picture, -x, -y, null));
  }
}
