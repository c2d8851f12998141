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
import dev.cordon.matcher.signal.Picture;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Bytes to pixels with OpenCV: upright, eight bits, with one, three or four channels. */
final class Decoder {
  /**
   * The shorter side that a reduced JPEG keeps at least when only the whole of it is compared. At
   * 251 rows of 1004 the hash of photographs is 1.5 bits from the reference's in the mean and 8 at
   * most (119 of them, quality 70 to 90), at 180 rows of 720 it is up to 22.
   */
  static final int WHOLE_SIDE = 250;

  /** The shorter side that a reduced JPEG keeps at least when it is looked at more closely. */
  static final int CLOSE_SIDE = 500;

  /** Bytes that a file's buffer has beyond its limit. */
  static final int ROOM = 2;

  private static final double SIXTEEN_TO_EIGHT_BITS = 1 / 257.0;

  private final long maxPixels;

  Decoder(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  /** What a file held; the picture is valid until it is closed. */
  record Decoded(Mat mat, Picture picture) implements AutoCloseable {
    @Override
    public void close() {
      mat.close();
    }
  }

  /**
   * Decodes a file, whose buffer has {@link #ROOM} at its end; the caller closes the result.
   *
   * @param side what the shorter side of a reduced JPEG keeps at least
   * @param colour whether a JPEG is wanted in colour, which takes longer; others are as stored
   */
  Decoded decode(MediaFormat format, BytePointer file, int side, boolean colour)
      throws UnscannableException {
    Header header = Header.read(format, file.asByteBuffer());
    if (header.pixels() > maxPixels) {
      throw new UnscannableException(
          "the picture is %d × %d pixels, more than the limit of %d pixels"
              .formatted(header.width(), header.height(), maxPixels));
    }
    long length = format == MediaFormat.JPEG ? endJpeg(file) : file.limit();
    int reduction = format == MediaFormat.JPEG ? reduction(header, side) : 1;
    try (Mat bytes = new Mat(1, (int) length, CV_8U, file)) {
      Mat stored = eightBits(read(bytes, flags(format, reduction, colour), format));
      return decoded(upright(stored, header.orientation()), header, reduction);
    }
  }

  private static Decoded decoded(Mat mat, Header header, int reduction)
      throws UnscannableException {
    boolean lies = header.orientation() > 4;
    int width = lies ? header.height() : header.width();
    int height = lies ? header.width() : header.height();
    try {
      return new Decoded(
          mat,
          reduction == 1
              ? Pixels.of(mat, 1, mat.cols(), mat.rows())
              : Pixels.of(mat, reduction, width, height));
    } catch (UnscannableException e) {
      mat.close();
      throw e;
    } catch (IllegalArgumentException e) {
      mat.close();
      throw new UnscannableException("the picture is not as large as its header says");
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

  /** How many stored columns and rows become one; a decoder of JPEG then has less to transform. */
  private static int reduction(Header header, int side) {
    int shorter = Math.min(header.width(), header.height());
    int reduction = 8;
    while (reduction > 1 && (shorter / reduction < side || startsUneven(header, reduction))) {
      reduction /= 2;
    }
    return reduction;
  }

  /**
   * Whether a turned picture would begin with a mean of fewer pixels, which nobody reckons with.
   */
  private static boolean startsUneven(Header header, int reduction) {
    return header.orientation() != 1
        && (header.width() % reduction != 0 || header.height() % reduction != 0);
  }

  private static int flags(MediaFormat format, int reduction, boolean colour) {
    return switch (format) {
      case JPEG -> jpegFlags(reduction, colour);
      case BMP -> IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION; // its alpha is mostly rubbish
      default -> IMREAD_UNCHANGED;
    };
  }

  private static int jpegFlags(int reduction, boolean colour) {
    int size =
        switch (reduction) {
          case 8 -> colour ? IMREAD_REDUCED_COLOR_8 : IMREAD_REDUCED_GRAYSCALE_8;
          case 4 -> colour ? IMREAD_REDUCED_COLOR_4 : IMREAD_REDUCED_GRAYSCALE_4;
          case 2 -> colour ? IMREAD_REDUCED_COLOR_2 : IMREAD_REDUCED_GRAYSCALE_2;
          default -> colour ? IMREAD_COLOR : IMREAD_GRAYSCALE;
        };
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
