package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * How an edited picture is written.
 *
 * @param format as ImageIO names it
 * @param quality of a JPEG, 1 to 100
 */
record Encoding(String format, int quality) {
  /** What most programs write unless they are told otherwise. */
  static final Encoding USUAL = jpeg(88);

  static final Encoding PNG = new Encoding("png", 100);
  static final Encoding GIF = new Encoding("gif", 100);

  static Encoding jpeg(int quality) {
    return new Encoding("jpeg", quality);
  }

  String extension() {
    return format.equals("jpeg") ? "jpg" : format;
  }

  byte[] bytes(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters(writer));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a picture as " + format, e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private ImageWriteParam parameters(ImageWriter writer) {
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (format.equals("jpeg")) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality / 100f);
    }
    return parameters;
  }

  /** Written and read again. */
  BufferedImage through(BufferedImage picture) {
    try {
      return Canvas.copy(ImageIO.read(new ByteArrayInputStream(bytes(picture))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a picture that was just written", e);
    }
  }
}
