package dev.cordon.bots.endtoend;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Drawn landscapes of hills and discs, each unlike the others; JPEG. */
final class TestPictures {
  private static final int KNOWN = 12;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 360;

  private final Random random;
  private final List<byte[]> known;

  TestPictures(Random random) {
    this.random = random;
    this.known = Stream.generate(() -> jpeg(draw())).limit(KNOWN).toList();
  }

  List<byte[]> known() {
    return known;
  }

  byte[] unknown() {
    return jpeg(draw());
  }

  /** One of the known ones, encoded again with a stray pixel, so that the bytes are new. */
  byte[] copyOfKnown() {
    try {
      BufferedImage picture =
          ImageIO.read(new ByteArrayInputStream(known.get(random.nextInt(KNOWN))));
      picture.setRGB(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt());
      return jpeg(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedImage draw() {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, colour(), random.nextInt(WIDTH), HEIGHT, colour()));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < 40; i++) {
      pen.setColor(colour());
      int size = 20 + random.nextInt(120);
      pen.fill(
          new Ellipse2D.Double(
              random.nextInt(WIDTH) - size / 2.0,
              random.nextInt(HEIGHT) - size / 2.0,
              size,
              20 + random.nextInt(120)));
    }
    pen.dispose();
    return picture;
  }

  private Color colour() {
    return new Color(random.nextInt(1 << 24));
  }

  private static byte[] jpeg(BufferedImage picture) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
