package dev.cordon.matcher.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Makes pictures with QR codes. */
public final class Codes {
  private Codes() {}

  /** A code with its quiet zone, one pixel a module. */
  public static BufferedImage code(String text, Color dark, Color light) {
    BitMatrix modules = modules(text);
    BufferedImage image =
        new BufferedImage(modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        image.setRGB(x, y, (modules.get(x, y) ? dark : light).getRGB());
      }
    }
    return image;
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1);
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A dark code on light, at some pixels a module. */
  public static BufferedImage code(String text, int module) {
    BufferedImage code = code(text, Color.BLACK, Color.WHITE);
    BufferedImage large =
        new BufferedImage(
            code.getWidth() * module, code.getHeight() * module, BufferedImage.TYPE_INT_RGB);
    draw(large, code, AffineTransform.getScaleInstance(module, module));
    return large;
  }

  /**
   * Lays a code into a picture.
   *
   * @param side of the code in pixels, quiet zone included
   */
  public static void lay(
      BufferedImage picture, BufferedImage code, int x, int y, double side, double degrees) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(Math.toRadians(degrees), side / 2, side / 2);
    place.scale(side / code.getWidth(), side / code.getHeight());
    draw(picture, large(code), withPixels(place));
  }

  /** Ten pixels a module, so that a turned code has smooth edges. */
  private static BufferedImage large(BufferedImage code) {
    BufferedImage large =
        new BufferedImage(code.getWidth() * 10, code.getHeight() * 10, BufferedImage.TYPE_INT_RGB);
    draw(large, code, AffineTransform.getScaleInstance(10, 10));
    return large;
  }

  private static AffineTransform withPixels(AffineTransform modules) {
    AffineTransform pixels = new AffineTransform(modules);
    pixels.scale(0.1, 0.1);
    return pixels;
  }

  static void draw(BufferedImage on, BufferedImage what, AffineTransform place) {
    Graphics2D graphics = on.createGraphics();
    boolean smooth = what.getWidth() >= 200;
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        smooth
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(what, place, null);
    graphics.dispose();
  }
}
