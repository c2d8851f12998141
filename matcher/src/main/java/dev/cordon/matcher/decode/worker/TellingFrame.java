package dev.cordon.matcher.decode.worker;

import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.decode.worker.FrameTimes.Way;
import dev.cordon.matcher.signal.Picture;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Shows one frame: the first from a place on that is not nearly black, else the one there. */
final class TellingFrame implements FramePick {
  /** Pixels that are decoded before only key frames are looked at, and at all. */
  private static final double DENSE_PIXELS = 4e8;

  private static final double MOST_PIXELS = 1.2e9;

  /** Mean luma, of 255; what is darker tells nobody anything. */
  private static final double DARK = 36;

  private static final int GRID = 24;
  private static final double SAME = 0.002;

  /** Seconds between two looks. */
  private static final double STEP = 0.2;

  private final Way way;
  private final long pixels;
  private final boolean blurred;
  private final FrameScaler scaler;
  private final Upright upright;
  private long decoded;
  private double last = Double.NEGATIVE_INFINITY;
  private byte @Nullable [] png;
  private boolean found;

  /**
   * @param way to the place
   * @param pixels that a frame has
   */
  TellingFrame(Way way, long pixels, Upright upright, boolean blurred) {
    this.upright = upright;
    this.way = way;
    this.pixels = Math.max(1, pixels);
    this.blurred = blurred;
    this.scaler = new FrameScaler(Fingerprinter.RENDERING_SIDE, !blurred);
  }

  @Override
  public boolean wants(double time, boolean key) {
    double spent = (double) decoded * pixels;
    boolean wanted =
        !found
            && time >= way.key() - SAME
            && spent < MOST_PIXELS
            && (key || spent < DENSE_PIXELS || way.frames() > decoded);
    decoded += wanted ? 1 : 0;
    return wanted;
  }

  @Override
  public void accept(double time, AVFrame frame) throws UnscannableException {
    if (found || time < way.time() - SAME || time - last < STEP) {
      return;
    }
    last = time;
    Picture picture = upright.turn(scaler.scale(frame));
    found = luma(picture) >= DARK;
    if (found || png == null) {
      png = blurred ? Preview.of(picture) : Rendering.of(picture);
    }
  }

  private static double luma(Picture picture) {
    double sum = 0;
    for (float[] row : picture.luma(GRID, GRID)) {
      for (float luma : row) {
        sum += luma;
      }
    }
    return sum / (GRID * GRID);
  }

  @Override
  public Optional<byte[]> png() {
    return Optional.ofNullable(png);
  }

  @Override
  public void close() {
    scaler.close();
    upright.close();
  }
}
