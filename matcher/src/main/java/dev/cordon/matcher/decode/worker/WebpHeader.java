package dev.cordon.matcher.decode.worker;

import java.nio.ByteBuffer;

/** The first chunks of a WebP file, little-endian. */
final class WebpHeader {
  private static final int EXTENDED = 0x58385056; // VP8X
  private static final int LOSSLESS = 0x4c385056; // VP8L
  private static final int LOSSY = 0x20385056; // "VP8 "
  private static final int EXIF = 0x46495845;
  private static final int FIRST_CHUNK = 12;
  private static final int DATA = 20;

  private WebpHeader() {}

  static Header read(ByteBuffer file) throws UnscannableException {
    int chunk = file.getInt(FIRST_CHUNK);
    if (chunk == EXTENDED) {
      return new Header(
          1 + (file.getInt(DATA + 4) & 0xffffff),
          1 + (file.getInt(DATA + 6) >>> 8),
          orientation(file));
    } else if (chunk == LOSSLESS) {
      int sizes = file.getInt(DATA + 1);
      return new Header(1 + (sizes & 0x3fff), 1 + (sizes >>> 14 & 0x3fff), 1);
    } else if (chunk == LOSSY) {
      return new Header(file.getShort(DATA + 6) & 0x3fff, file.getShort(DATA + 8) & 0x3fff, 1);
    }
    throw new UnscannableException("the WebP header is damaged or cut off");
  }

  /** Chunks are a name, a length and that many bytes, padded to an even number. */
  private static int orientation(ByteBuffer file) {
    int at = FIRST_CHUNK;
    while (at + 8 <= file.limit()) {
      int length = file.getInt(at + 4);
      if (length < 0 || length > file.limit() - at - 8) {
        return 1;
      } else if (file.getInt(at) == EXIF) {
        return TiffTags.orientation(file.slice(at + 8, length));
      }
      at += 8 + length + (length & 1);
    }
    return 1;
  }
}
