package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;

/**
 * Tells when the picture of a film changes at once, from a few of its pixels: where a cut is, both
 * a film and its copy take a still.
 */
final class CutDetector {
  private static final int SIDE = 16;

  /** Mean steps of luma between two frames, of 255, that make a cut. */
  private static final int CUT = 18;

  private final int[] before = new int[SIDE * SIDE];
  private boolean seen;

  /** Takes the next frame and tells whether it is another scene. */
  boolean isCut(AVFrame frame) {
    if (!isPlanar(frame)) {
      return false;
    }
    BytePointer luma = frame.data(0);
    int stride = frame.linesize(0);
    int steps = 0;
    for (int y = 0; y < SIDE; y++) {
      long row = (long) ((2 * y + 1) * frame.height() / (2 * SIDE)) * stride;
      for (int x = 0; x < SIDE; x++) {
        int value = luma.get(row + (2 * x + 1) * frame.width() / (2 * SIDE)) & 0xff;
        steps += Math.abs(value - before[y * SIDE + x]);
        before[y * SIDE + x] = value;
      }
    }
    boolean cut = seen && steps > CUT * SIDE * SIDE;
    seen = true;
    return cut;
  }

  /** Whether a byte is the luma of a pixel. */
  private static boolean isPlanar(AVFrame frame) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
    return format != null
        && format.comp(0).depth() == 8
        && format.comp(0).step() == 1
        && format.nb_components() != 1
        && frame.linesize(0) > 0;
  }
}
