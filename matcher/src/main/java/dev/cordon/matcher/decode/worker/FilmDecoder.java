package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import dev.cordon.matcher.decode.worker.Timetable.Plan;
import dev.cordon.matcher.signal.Picture;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Decodes the pictures of a film as far as its timetable says, and picks the frames to look at. */
final class FilmDecoder implements AutoCloseable {
  /** Seconds from one frame that is looked at to the next, unless there is a cut. */
  private static final double STEP = 0.98;

  /** The same for an entry, so that of whatever copy a frame is near, and for a short film. */
  private static final double SHORT_STEP = 0.48;

  private static final double SHORT = 20;

  private static final double LEAST_STEP = 0.15;

  private final AVStream stream;
  private final Timetable timetable;
  private final Plan plan;
  private final double step;
  private final Frames frames;
  private final StreamDecoder decoder;
  private final FrameScaler scaler = new FrameScaler();
  private final CutDetector cuts = new CutDetector();
  private double last = Double.NEGATIVE_INFINITY;

  /** Takes the frames that are looked at; a picture is valid until it returns. */
  interface Frames {
    void accept(double seconds, Picture picture, boolean cut);
  }

  private FilmDecoder(AVStream stream, Timetable timetable, Frames frames)
      throws UnscannableException {
    this.stream = stream;
    this.timetable = timetable;
    this.plan = timetable.plan();
    this.step = timetable.isOfEntry() || timetable.length() <= SHORT ? SHORT_STEP : STEP;
    this.frames = frames;
    int unfiltered = plan.isSparse() ? AVDISCARD_ALL : AVDISCARD_DEFAULT;
    this.decoder = StreamDecoder.of(stream, AVDISCARD_NONREF, unfiltered, this::accept);
  }

  static FilmDecoder of(AVStream stream, Timetable timetable, Frames frames)
      throws UnscannableException {
    return new FilmDecoder(stream, timetable, frames);
  }

  /** Takes the next packet of the stream, or null at the end. */
  void decode(@Nullable AVPacket packet) throws UnscannableException {
    if (packet == null || plan.wants(packet)) {
      decoder.decode(packet);
    }
  }

  private void accept(AVFrame frame) throws UnscannableException {
    double seconds = seconds(frame);
    boolean cut = cuts.isCut(frame);
    if (seconds - last >= step || cut && seconds - last >= LEAST_STEP) {
      last = seconds;
      frames.accept(seconds, scaler.scale(frame), cut);
    }
  }

  private double seconds(AVFrame frame) {
    long time = frame.best_effort_timestamp();
    double previous = Math.max(0, last);
    return time == AV_NOPTS_VALUE
        ? previous
        : Math.max(previous, time * av_q2d(stream.time_base()) - timetable.start());
  }

  boolean isDamaged() {
    return decoder.isDamaged();
  }

  @Override
  public void close() {
    decoder.close();
    scaler.close();
  }
}
