package dev.cordon.adapters.telegram.sandbox;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Edits that somebody makes to slip a known picture past a filter. */
final class Variants {

  /**
   * The picture, edited.
   *
   * @param how {@code mirrored}, {@code turned} or {@code smaller}; anything else leaves it as it
   *     is
   * @throws ApiError when an edit is asked for and this is no picture
   */
  static byte[] of(byte[] picture, String how) {
    return switch (how) {
      case "mirrored" -> edited(picture, Variants::mirrored);
      case "turned" -> edited(picture, Variants::turned);
      case "smaller" -> edited(picture, Variants::smaller);
      default -> picture;
    };
  }

  private static BufferedImage mirrored(BufferedImage image) {
    AffineTransform flip = AffineTransform.getScaleInstance(-1, 1);
    flip.translate(-image.getWidth(), 0);
    return drawn(image, flip, image.getWidth(), image.getHeight());
  }

  private static BufferedImage turned(BufferedImage image) {
    AffineTransform turn = AffineTransform.getTranslateInstance(image.getHeight(), 0);
    turn.quadrantRotate(1);
    return drawn(image, turn, image.getHeight(), image.getWidth());
  }

  private static BufferedImage smaller(BufferedImage image) {
    int width = Math.max(1, image.getWidth() / 2);
    int height = Math.max(1, image.getHeight() / 2);
    return drawn(image, AffineTransform.getScaleInstance(0.5, 0.5), width, height);
  }

  private static BufferedImage drawn(
      BufferedImage image, AffineTransform how, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    target
        .createGraphics()
        .drawImage(image, new AffineTransformOp(how, AffineTransformOp.TYPE_BILINEAR), 0, 0);
    return target;
  }

  /** One way to edit. */
  private interface Edit {
    BufferedImage apply(BufferedImage image);
  }

  private static byte[] edited(byte[] picture, Edit edit) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      if (image == null) {
        throw ApiError.badRequest("IMAGE_PROCESS_FAILED");
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(edit.apply(image), "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw ApiError.badRequest("IMAGE_PROCESS_FAILED");
    }
  }

  private Variants() {}
}
