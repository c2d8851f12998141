package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import dev.cordon.matcher.decode.MediaFormat;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Bytes to pixels with OpenCV: upright, eight bits, with one, three or four channels. */
final class Decoder {
  /**
   * The shorter side that a reduced JPEG keeps at least. Measured on photographs at quality 80 and
   * more: at 500 and above the hash is at most 6 bits from the reference's, at 250 up to 12.
   */
  static final int MIN_SIDE = 500;

  /** Bytes that a file's buffer has beyond its limit. */
  static final int ROOM = 2;

  private static final double SIXTEEN_TO_EIGHT_BITS = 1 / 257.0;

  private final long maxPixels;

  Decoder(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  /**
   * Decodes a file, whose buffer has {@link #ROOM} at its end; the caller closes the result.
   *
   * @param colour whether a JPEG is wanted in colour, which takes longer; others are as stored
   */
  Mat decode(MediaFormat format, BytePointer file, boolean colour) throws UnscannableException {
    Header header = Header.read(format, file.asByteBuffer());
    if (header.pixels() > maxPixels) {
      throw new UnscannableException(
          "the picture is %d × %d pixels, more than the limit of %d pixels"
              .formatted(header.width(), header.height(), maxPixels));
    }
    long length = format == MediaFormat.JPEG ? endJpeg(file) : file.limit();
    try (Mat bytes = new Mat(1, (int) length, CV_8U, file)) {
      Mat stored = eightBits(read(bytes, flags(format, header, colour), format));
      return upright(stored, header.orientation());
    }
  }

  /** Of a JPEG that is cut off OpenCV then decodes what is there; elsewhere it does no harm. */
  private static long endJpeg(BytePointer file) {
    long size = file.limit();
    file.limit(size + ROOM);
    file.put(size, (byte) 0xff).put(size + 1, (byte) 0xd9);
    file.limit(size);
    return size + ROOM;
  }

  private static Mat read(Mat bytes, int flags, MediaFormat format) throws UnscannableException {
    Mat picture;
    try {
      picture = imdecode(bytes, flags);
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      throw new UnscannableException(
          message.contains("Insufficient memory") || message.contains("bad_alloc")
              ? "decoding needs more memory than a decoder may use"
              : "the " + format + " data is damaged");
    }
    if (picture.empty()) {
      picture.close();
      throw new UnscannableException("the " + format + " data is damaged or cut off");
    }
    return picture;
  }

  private static int flags(MediaFormat format, Header header, boolean colour) {
    return switch (format) {
      case JPEG -> jpegFlags(Math.min(header.width(), header.height()), colour);
      case BMP -> IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION; // its alpha is mostly rubbish
      default -> IMREAD_UNCHANGED;
    };
  }

  private static int jpegFlags(int side, boolean colour) {
    int size;
    if (side / 8 >= MIN_SIDE) {
      size = colour ? IMREAD_REDUCED_COLOR_8 : IMREAD_REDUCED_GRAYSCALE_8;
    } else if (side / 4 >= MIN_SIDE) {
      size = colour ? IMREAD_REDUCED_COLOR_4 : IMREAD_REDUCED_GRAYSCALE_4;
    } else if (side / 2 >= MIN_SIDE) {
      size = colour ? IMREAD_REDUCED_COLOR_2 : IMREAD_REDUCED_GRAYSCALE_2;
    } else {
      size = colour ? IMREAD_COLOR : IMREAD_GRAYSCALE;
    }
    return size | IMREAD_IGNORE_ORIENTATION;
  }

  private static Mat eightBits(Mat picture) throws UnscannableException {
    if (picture.depth() == CV_8U) {
      return picture;
    }
    try (picture) {
      if (picture.depth() != CV_16U) {
        throw new UnscannableException("pictures of floating-point numbers are not supported");
      }
      Mat narrow = new Mat();
      picture.convertTo(narrow, CV_8U, SIXTEEN_TO_EIGHT_BITS, 0);
      return narrow;
    }
  }

  /** Undoes an EXIF orientation. */
  private static Mat upright(Mat stored, int orientation) {
    if (orientation == 1) {
      return stored;
    }
    try (stored) {
      Mat upright = new Mat();
      switch (orientation) {
        case 2 -> flip(stored, upright, 1);
        case 3 -> rotate(stored, upright, ROTATE_180);
        case 4 -> flip(stored, upright, 0);
        case 5 -> transpose(stored, upright);
        case 6 -> rotate(stored, upright, ROTATE_90_CLOCKWISE);
        case 7 -> {
          transpose(stored, upright);
          rotate(upright, upright, ROTATE_180);
        }
        default -> rotate(stored, upright, ROTATE_90_COUNTERCLOCKWISE);
      }
      return upright;
    }
  }
}
