package dev.cordon.matcher.decode.worker;

import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.decode.worker.FrameTimes.Way;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Shows the frames of some moments. Those that it would take too long to come to stay white. */
final class FramesAt implements FramePick {
  /** What all frames together may cost in pixels decoded, some seconds of work. */
  private static final double MOST_PIXELS = 8e9;

  /** Seconds behind a frame whose packets come before it, or that its time may be off. */
  private static final double BEHIND = 0.7;

  private static final double SAME = 0.002;

  private final List<Way> ways;
  private final boolean[] done;
  private final FrameSheet sheet;
  private final FrameScaler scaler;
  private final Upright upright;

  /**
   * @param ways to the frames, in the order of the sheet
   * @param pixels that a frame has
   */
  FramesAt(List<Way> ways, long pixels, Upright upright, boolean blurred) {
    this.upright = upright;
    this.ways = ways;
    this.done = new boolean[ways.size()];
    this.sheet = new FrameSheet(ways.size(), blurred);
    this.scaler = new FrameScaler(Fingerprinter.FRAME_SIDE, !blurred);
    for (int i = 0; i < done.length; i++) {
      done[i] = (double) ways.get(i).frames() * pixels > MOST_PIXELS / done.length;
    }
  }

  @Override
  public boolean wants(double time, boolean key) {
    for (int i = 0; i < done.length; i++) {
      if (!done[i] && time >= ways.get(i).key() - SAME && time <= ways.get(i).time() + BEHIND) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void accept(double time, AVFrame frame) throws UnscannableException {
    for (int i = 0; i < done.length; i++) {
      double late = time - ways.get(i).time();
      if (!done[i] && late >= -SAME && late <= BEHIND) {
        sheet.put(i, upright.turn(scaler.scale(frame)));
        done[i] = true;
      }
    }
  }

  @Override
  public Optional<byte[]> png() {
    return sheet.png();
  }

  @Override
  public void close() {
    sheet.close();
    scaler.close();
    upright.close();
  }
}
