package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import dev.cordon.matcher.decode.MediaFormat;
import dev.cordon.matcher.decode.Request;
import dev.cordon.matcher.decode.Request.Task;
import dev.cordon.matcher.signal.Picture;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Shows people a film: what it shows at some moments, or one frame that tells. */
final class FilmViewer {
  private static final double HUNDREDTHS = 100;

  /** How far into a film it is looked at when no moments are named. */
  private static final double PLACE = 0.1;

  private final Request request;
  private final BytePointer file;
  private final long maxPixels;
  private final List<Double> seconds;
  private final boolean blurred;

  FilmViewer(Request request, BytePointer file, long maxPixels) {
    this.request = request;
    this.file = file;
    this.maxPixels = maxPixels;
    this.seconds = request.moments().stream().map(moment -> moment / HUNDREDTHS).toList();
    this.blurred = request.task() == Task.PREVIEW;
  }

  /** Empty when the file has no moving pictures. */
  Optional<byte[]> png() throws UnscannableException {
    if (request.format() == MediaFormat.WEBP) {
      return webp();
    } else if (request.format().demuxer().isEmpty()) {
      return Optional.empty();
    }
    try (Container container = Container.open(request.format(), file)) {
      AVStream pictures = container.pictures();
      if (pictures == null) {
        return Optional.empty();
      }
      FilmExaminer.check(pictures, maxPixels);
      FrameTimes times = new FrameTimes(pictures);
      container.read(packet -> {}, times::note);
      times.sort();
      return times.isEmpty() ? Optional.empty() : png(times);
    }
  }

  private Optional<byte[]> png(FrameTimes times) throws UnscannableException {
    try (Container container = Container.open(request.format(), file)) {
      AVStream pictures = container.pictures();
      if (pictures == null) {
        return Optional.empty();
      }
      try (FramePick pick = pick(times, pictures)) {
        decode(container, pictures, times, pick);
        return pick.png();
      }
    }
  }

  private FramePick pick(FrameTimes times, AVStream pictures) {
    long pixels = (long) pictures.codecpar().width() * pictures.codecpar().height();
    Upright upright = new Upright(pictures);
    return seconds.isEmpty()
        ? new TellingFrame(times.atShare(PLACE), pixels, upright, blurred)
        : new FramesAt(seconds.stream().map(times::at).toList(), pixels, upright, blurred);
  }

  private static void decode(
      Container container, AVStream pictures, FrameTimes times, FramePick pick)
      throws UnscannableException {
    double unit = av_q2d(pictures.time_base());
    try (StreamDecoder decoder =
        StreamDecoder.of(
            pictures, AVDISCARD_DEFAULT, AVDISCARD_DEFAULT, frame -> pass(frame, unit, pick))) {
      container.read(
          packet -> {},
          packet -> {
            if (pick.wants(times.seconds(packet), Timetable.isKey(packet))) {
              decoder.decode(packet);
            }
          });
      decoder.decode(null);
    }
  }

  private static void pass(AVFrame frame, double unit, FramePick pick) throws UnscannableException {
    if (frame.best_effort_timestamp() != AV_NOPTS_VALUE) {
      pick.accept(frame.best_effort_timestamp() * unit, frame);
    }
  }

  /** Its frames are there all at once. */
  private Optional<byte[]> webp() throws UnscannableException {
    Optional<WebpAnimation> animation = WebpAnimation.of(file, maxPixels);
    if (animation.isEmpty()) {
      return Optional.empty();
    }
    try (FrameSheet sheet = new FrameSheet(seconds.size(), blurred)) {
      animation.get().play((time, picture, cut) -> put(sheet, time, picture));
      return sheet.png();
    }
  }

  private void put(FrameSheet sheet, double time, Picture picture) {
    for (int i = 0; i < seconds.size(); i++) {
      if (time <= seconds.get(i) || time == 0) {
        sheet.put(i, picture);
      }
    }
  }
}
