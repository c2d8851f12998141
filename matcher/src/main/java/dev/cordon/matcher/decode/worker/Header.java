package dev.cordon.matcher.decode.worker;

import dev.cordon.matcher.decode.MediaFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a file says of its picture before anything is decoded.
 *
 * @param width columns as stored
 * @param height rows as stored
 * @param orientation EXIF orientation, 1 to 8; 1 is upright
 */
record Header(int width, int height, int orientation) {
  private static final int TIFF_WIDTH = 0x100;
  private static final int TIFF_HEIGHT = 0x101;

  /** Reads the header of a file of a format. */
  static Header read(MediaFormat format, ByteBuffer file) throws UnscannableException {
    try {
      Header header = parse(format, file.duplicate());
      if (header.width < 1 || header.height < 1) {
        throw new UnscannableException("the " + format + " header gives no size");
      }
      return header;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new UnscannableException("the " + format + " header is damaged or cut off");
    }
  }

  private static Header parse(MediaFormat format, ByteBuffer file) throws UnscannableException {
    return switch (format) {
      case JPEG -> JpegHeader.read(file);
      case PNG -> png(file);
      case GIF -> gif(file.order(ByteOrder.LITTLE_ENDIAN));
      case WEBP -> WebpHeader.read(file.order(ByteOrder.LITTLE_ENDIAN));
      case BMP -> bmp(file.order(ByteOrder.LITTLE_ENDIAN));
      case TIFF -> tiff(file);
      default -> throw new UnscannableException(format + " is no picture");
    };
  }

  private static Header png(ByteBuffer file) {
    return new Header(file.getInt(16), file.getInt(20), pngOrientation(file));
  }

  /** Chunks are a length, a name, that many bytes and a checksum. */
  private static int pngOrientation(ByteBuffer file) {
    int at = 8;
    while (at + 12 <= file.limit()) {
      int length = file.getInt(at);
      int name = file.getInt(at + 4);
      if (name == 0x65584966 && length > 0 && length <= file.limit() - at - 8) { // eXIf
        return TiffTags.orientation(file.slice(at + 8, length));
      } else if (name == 0x49444154 || length < 0 || length > file.limit() - at - 12) { // IDAT
        return 1;
      }
      at += length + 12;
    }
    return 1;
  }

  private static Header gif(ByteBuffer file) {
    return new Header(file.getShort(6) & 0xffff, file.getShort(8) & 0xffff, 1);
  }

  private static Header bmp(ByteBuffer file) {
    boolean os2 = file.getInt(14) == 12;
    return os2
        ? new Header(file.getShort(18) & 0xffff, file.getShort(20) & 0xffff, 1)
        : new Header(file.getInt(18), Math.abs(file.getInt(22)), 1);
  }

  /** OpenCV turns a TIFF itself. */
  private static Header tiff(ByteBuffer file) {
    TiffTags tags = TiffTags.of(file);
    return new Header(tags.get(TIFF_WIDTH, 0), tags.get(TIFF_HEIGHT, 0), 1);
  }

  long pixels() {
    return (long) width * height;
  }
}
