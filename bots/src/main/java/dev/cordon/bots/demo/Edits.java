package dev.cordon.bots.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What people do to a picture before they post it again. JPEG bytes in, JPEG bytes out. */
final class Edits {
  private static final float FINE = 0.9f;

  private Edits() {}

  /** Encoded again, quality 0 to 1. */
  static byte[] reencoded(byte[] jpeg, float quality) {
    return encode(decode(jpeg), quality);
  }

  /** Both sides times a factor. */
  static byte[] resized(byte[] jpeg, double factor) {
    BufferedImage picture = decode(jpeg);
    int width = (int) Math.round(picture.getWidth() * factor);
    int height = (int) Math.round(picture.getHeight() * factor);
    return drawn(picture, width, height, AffineTransform.getScaleInstance(factor, factor));
  }

  /** Left and right exchanged. */
  static byte[] mirrored(byte[] jpeg) {
    BufferedImage picture = decode(jpeg);
    AffineTransform mirror = new AffineTransform(-1, 0, 0, 1, picture.getWidth(), 0);
    return drawn(picture, picture.getWidth(), picture.getHeight(), mirror);
  }

  /** Turned clockwise by quarters of a circle. */
  static byte[] turned(byte[] jpeg, int quarters) {
    BufferedImage picture = decode(jpeg);
    boolean upright = quarters % 2 == 0;
    int width = upright ? picture.getWidth() : picture.getHeight();
    int height = upright ? picture.getHeight() : picture.getWidth();
    AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    turn.quadrantRotate(quarters);
    turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
    return drawn(picture, width, height, turn);
  }

  /** A share of each side's length cut off all around. */
  static byte[] cropped(byte[] jpeg, double share) {
    BufferedImage picture = decode(jpeg);
    int dx = (int) (picture.getWidth() * share);
    int dy = (int) (picture.getHeight() * share);
    return drawn(
        picture,
        picture.getWidth() - 2 * dx,
        picture.getHeight() - 2 * dy,
        AffineTransform.getTranslateInstance(-dx, -dy));
  }

  private static byte[] drawn(BufferedImage picture, int width, int height, AffineTransform how) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = canvas.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, how, null);
    pen.dispose();
    return encode(canvas, FINE);
  }

  private static BufferedImage decode(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a photograph of the demo", e);
    }
  }

  private static byte[] encode(BufferedImage picture, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(jpeg)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a photograph of the demo", e);
    } finally {
      writer.dispose();
    }
    return jpeg.toByteArray();
  }
}
