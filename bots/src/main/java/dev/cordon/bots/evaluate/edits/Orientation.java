package dev.cordon.bots.evaluate.edits;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/** How a camera was held, as EXIF says it (tag 0x0112, values 1 to 8); Java ignores it. */
final class Orientation {
  private static final int START = 0xd8;
  private static final int APP1 = 0xe1;
  private static final int SCAN = 0xda;
  private static final int TAG = 0x0112;
  private static final int FIELD = 12;

  private Orientation() {}

  /**
   * What a file says; 1, upright, when it says nothing. The segments are walked here, since ImageIO
   * refuses the metadata of many files whose pixels it reads.
   */
  static int of(ImageInputStream file) throws IOException {
    file.setByteOrder(ByteOrder.BIG_ENDIAN);
    file.mark();
    try {
      return file.readUnsignedShort() == (0xff00 | START) ? walked(file) : 1;
    } catch (EOFException e) {
      return 1;
    } finally {
      file.reset();
    }
  }

  private static int walked(ImageInputStream file) throws IOException {
    int orientation = 1;
    int marker = START;
    while (orientation == 1 && marker != SCAN) {
      marker = file.readUnsignedShort() & 0xff;
      byte[] segment = new byte[Math.max(0, file.readUnsignedShort() - 2)];
      file.readFully(segment);
      orientation = marker == APP1 ? of(segment) : 1;
    }
    return orientation;
  }

  private static int of(byte[] exif) {
    boolean named =
        exif.length > 14 && new String(exif, 0, 4, StandardCharsets.US_ASCII).equals("Exif");
    try {
      return named ? field(ByteBuffer.wrap(exif, 6, exif.length - 6).slice()) : 1;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return 1;
    }
  }

  private static int field(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int fields = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < fields; i++) {
      int at = directory + 2 + i * FIELD;
      if ((tiff.getShort(at) & 0xffff) == TAG) {
        return tiff.getShort(at + 8);
      }
    }
    return 1;
  }

  /** The picture as it was seen. */
  static BufferedImage upright(BufferedImage stored, int orientation) {
    if (orientation < 2 || orientation > 8) {
      return stored;
    }
    boolean across = orientation > 4;
    int width = across ? stored.getHeight() : stored.getWidth();
    int height = across ? stored.getWidth() : stored.getHeight();
    BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = upright.createGraphics();
    pen.drawImage(stored, turn(orientation, width, height), null);
    pen.dispose();
    return upright;
  }

  /** Coefficients as {@link AffineTransform} takes them: x' = a x + c y + e, y' = b x + d y + f. */
  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
      default -> new AffineTransform(0, -1, 1, 0, 0, height);
    };
  }
}
