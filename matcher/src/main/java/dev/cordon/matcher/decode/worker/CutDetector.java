package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;

/**
 * Tells when the picture of a film changes at once, from a few of its pixels: where a cut is, both
 * a film and its copy take a still.
 */
final class CutDetector {
  private static final int SIDE = 16;

  /** Mean steps of luma between two frames, of 255, that may make a cut. */
  private static final int LEAST = 6;

  /** The same, as a share of how far luma is from its mean: a copy may have less contrast. */
  private static final double CUT = 0.55;

  private final int[] before = new int[SIDE * SIDE];
  private boolean seen;

  /** Takes the next frame and tells whether it is another scene. */
  boolean isCut(AVFrame frame) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
    if (format == null || !hasBytes(format)) {
      return false;
    }
    AVComponentDescriptor first = format.comp(0);
    BytePointer plane = frame.data(first.plane());
    int stride = frame.linesize(first.plane());
    int steps = 0;
    int sum = 0;
    for (int y = 0; y < SIDE; y++) {
      long row = (long) ((2 * y + 1) * frame.height() / (2 * SIDE)) * stride + first.offset();
      for (int x = 0; x < SIDE; x++) {
        int column = (2 * x + 1) * frame.width() / (2 * SIDE);
        int value = plane.get(row + (long) column * first.step()) & 0xff;
        steps += Math.abs(value - before[y * SIDE + x]);
        before[y * SIDE + x] = value;
        sum += value;
      }
    }
    boolean cut = seen && steps > LEAST * before.length && steps > CUT * deviation(sum);
    seen = true;
    return cut;
  }

  private int deviation(int sum) {
    int mean = sum / before.length;
    int deviation = 0;
    for (int value : before) {
      deviation += Math.abs(value - mean);
    }
    return deviation;
  }

  /** Whether the first component of a pixel, luma or red, is a byte of its own. */
  private static boolean hasBytes(AVPixFmtDescriptor format) {
    boolean indexed = (format.flags() & AV_PIX_FMT_FLAG_PAL) != 0;
    return !indexed && format.comp(0).depth() == 8;
  }
}
