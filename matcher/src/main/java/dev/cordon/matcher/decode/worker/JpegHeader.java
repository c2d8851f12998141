package dev.cordon.matcher.decode.worker;

import java.nio.ByteBuffer;

/** The segments of a JPEG up to its size, and whether it ends where it should. */
final class JpegHeader {
  private static final int EXIF_PREFIX = 6;

  /** TEM, which like the restart markers stands alone, without a length. */
  private static final int TEMPORARY = 0xff01;

  private JpegHeader() {}

  static Header read(ByteBuffer file) throws UnscannableException {
    int orientation = 1;
    int at = 2;
    while (true) {
      while (file.get(at + 1) == (byte) 0xff) {
        at++;
      }
      int marker = file.getShort(at) & 0xffff;
      if (isRestart(marker) || marker == TEMPORARY) {
        at += 2;
        continue;
      }
      int length = file.getShort(at + 2) & 0xffff;
      if (marker < 0xff00 || length < 2) {
        throw new UnscannableException("the JPEG header is damaged or cut off");
      } else if (isFrame(marker)) {
        return new Header(
            file.getShort(at + 7) & 0xffff, file.getShort(at + 5) & 0xffff, orientation);
      } else if (isExif(file, at, marker)) {
        int from = at + 4 + EXIF_PREFIX;
        orientation = TiffTags.orientation(file.slice(from, at + 2 + length - from));
      }
      at += length + 2;
    }
  }

  /** SOF0 to SOF15, without the tables and the extension that lie among them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xffc0
        && marker <= 0xffcf
        && marker != 0xffc4
        && marker != 0xffc8
        && marker != 0xffcc;
  }

  private static boolean isExif(ByteBuffer file, int at, int marker) {
    return marker == 0xffe1 && file.getInt(at + 4) == 0x45786966 && file.getShort(at + 8) == 0;
  }

  /**
   * Whether the end marker follows the picture's data. In that data 0xff is followed by 0 or a
   * restart marker, other segments by their length; what comes after the end does not matter.
   */
  static boolean isComplete(ByteBuffer bytes) {
    ByteBuffer file = bytes.duplicate(); // big-endian, whatever the original's order
    int last = file.limit() - 2;
    if ((file.getShort(last) & 0xffff) == 0xffd9) {
      return true;
    }
    int at = 2;
    while (at < last) {
      int marker = file.getShort(at) & 0xffff;
      if (marker == 0xffd9) {
        return true;
      }
      boolean segment = marker >= 0xffc0 && marker < 0xffff && !isRestart(marker);
      at += segment ? 2 + (file.getShort(at + 2) & 0xffff) : 1;
    }
    return false;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xffd0 && marker <= 0xffd7;
  }
}
