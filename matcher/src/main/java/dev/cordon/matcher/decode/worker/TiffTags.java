package dev.cordon.matcher.decode.worker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The whole numbers in the first directory of a TIFF structure, which EXIF is too. */
final class TiffTags {
  private static final int ORIENTATION = 0x112;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private final Map<Integer, Integer> values = new HashMap<>();

  private TiffTags() {}

  /**
   * Reads the tags.
   *
   * @throws IndexOutOfBoundsException when it is cut off
   */
  static TiffTags of(ByteBuffer tiff) {
    ByteBuffer in = tiff.duplicate();
    in.order(in.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    TiffTags tags = new TiffTags();
    int directory = in.getInt(4);
    int count = in.getShort(directory) & 0xffff;
    for (int i = 0; i < count; i++) {
      tags.read(in, directory + 2 + i * 12);
    }
    return tags;
  }

  private void read(ByteBuffer in, int at) {
    int tag = in.getShort(at) & 0xffff;
    int type = in.getShort(at + 2);
    if (type == SHORT) {
      values.put(tag, in.getShort(at + 8) & 0xffff);
    } else if (type == LONG) {
      values.put(tag, in.getInt(at + 8));
    }
  }

  int get(int tag, int otherwise) {
    return values.getOrDefault(tag, otherwise);
  }

  /** The orientation that EXIF data gives; 1, upright, when it gives none or is damaged. */
  static int orientation(ByteBuffer exif) {
    try {
      int orientation = of(exif).get(ORIENTATION, 1);
      return orientation >= 1 && orientation <= 8 ? orientation : 1;
    } catch (IndexOutOfBoundsException e) {
      return 1;
    }
  }
}
