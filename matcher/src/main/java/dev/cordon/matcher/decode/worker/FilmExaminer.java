package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.AudioExtractor;
import dev.cordon.matcher.audio.AudioFeatures;
import dev.cordon.matcher.decode.Answer;
import dev.cordon.matcher.decode.MediaFormat;
import dev.cordon.matcher.decode.Request;
import dev.cordon.matcher.decode.Request.Task;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.video.VideoExtractor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** Answers what was asked of a file that lasts: a recording, or a film. */
final class FilmExaminer {
  private final long maxPixels;
  private final Sift sift = Sift.ofFrames();

  private FilmExaminer(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  /**
   * Loads FFmpeg, and keeps it from writing about files.
   *
   * @param maxPixels the most that a frame may have
   */
  static FilmExaminer load(long maxPixels) {
    Loader.load(avutil.class);
    Loader.load(swresample.class);
    Loader.load(swscale.class);
    Loader.load(avcodec.class);
    Loader.load(avformat.class);
    av_log_set_level(AV_LOG_QUIET);
    return new FilmExaminer(maxPixels);
  }

  Answer examine(Request request, BytePointer file) throws UnscannableException {
    if (request.task() != Task.FINGERPRINT) {
      return show(request, file);
    } else if (Collections.disjoint(request.depths(), Depth.KEPT)) {
      return new Answer(List.of(), Optional.empty(), Optional.empty());
    }
    Look look = new Look(request, file);
    look.listen();
    look.watch();
    return look.answer();
  }

  /**
   * Adds the signals of a picture that moves, or shows it at some moments.
   *
   * @param still the answer for the first of its frames
   */
  Answer examineMoving(Request request, BytePointer file, Answer still)
      throws UnscannableException {
    if (!request.moments().isEmpty()) {
      return show(request, file);
    }
    boolean wanted =
        request.task() == Task.FINGERPRINT && !Collections.disjoint(request.depths(), Depth.KEPT);
    Look look = new Look(request, file);
    if (wanted && request.format() == MediaFormat.GIF) {
      look.listen();
      if (look.moves()) {
        look.watch();
      }
    } else if (wanted && request.format() == MediaFormat.WEBP) {
      look.watchWebp();
    }
    return look.answerWith(still);
  }

  /** For people. */
  private Answer show(Request request, BytePointer file) throws UnscannableException {
    Optional<byte[]> png =
        request.task() == Task.SPECTROGRAM
            ? SoundViewer.png(request, file)
            : new FilmViewer(request, file, maxPixels).png();
    return new Answer(List.of(), png, Optional.empty());
  }

  /** Refuses a film whose frames are too large. */
  static void check(AVStream pictures, long maxPixels) throws UnscannableException {
    int width = pictures.codecpar().width();
    int height = pictures.codecpar().height();
    if ((long) width * height > maxPixels) {
      throw new UnscannableException(
          "the film is %d × %d pixels, more than the limit of %d pixels"
              .formatted(width, height, maxPixels));
    }
  }

  /** One look at one file. */
  private final class Look {
    private final Request request;
    private final BytePointer file;
    private final List<Signal> signals = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Timetable timetable;

    Look(Request request, BytePointer file) {
      this.request = request;
      this.file = file;
    }

    /** Decodes the sound, and takes note of when the pictures come. */
    void listen() throws UnscannableException {
      try (Container container = Container.open(request.format(), file)) {
        AVStream pictures = container.pictures();
        AVStream sound = container.sound();
        timetable = pictures == null ? null : new Timetable(pictures, request.depths());
        if (sound == null || !request.depths().contains(Depth.WHOLE)) {
          container.read(packet -> {}, this::note);
        } else {
          listen(container, sound);
        }
      }
    }

    private void note(org.bytedeco.ffmpeg.avcodec.AVPacket packet) {
      if (timetable != null) {
        timetable.note(packet);
      }
    }

    private void listen(Container container, AVStream sound) throws UnscannableException {
      AudioExtractor extractor = new AudioExtractor();
      try (Resampler resampler = new Resampler(extractor::accept);
          StreamDecoder decoder =
              StreamDecoder.of(sound, AVDISCARD_DEFAULT, AVDISCARD_DEFAULT, resampler::accept)) {
        container.read(
            packet -> {
              if (!resampler.isFull()) {
                decoder.decode(packet);
              }
            },
            this::note);
        decoder.decode(null);
        resampler.finish();
        heard(extractor.features());
        if (decoder.isDamaged()) {
          problems.add("the sound is damaged; only a part of it could be compared");
        } else if (resampler.isFull()) {
          problems.add("the sound is longer than four hours; the rest was not compared");
        }
      }
    }

    private void heard(AudioFeatures features) {
      if (features.isTelling()) {
        signals.add(new Signal(Signal.AUDIO, features.toString(), 100));
      }
    }

    /** Decodes the pictures. */
    void watch() throws UnscannableException {
      if (timetable == null) {
        return;
      }
      try (Container container = Container.open(request.format(), file)) {
        AVStream pictures = container.pictures();
        if (pictures == null) {
          throw new UnscannableException("the film's header is damaged");
        }
        check(pictures, maxPixels);
        watch(container, pictures, timetable);
      }
    }

    private void watch(Container container, AVStream pictures, Timetable times)
        throws UnscannableException {
      VideoExtractor extractor = new VideoExtractor(request.depths(), times.length(), sift::find);
      try (FilmDecoder decoder = FilmDecoder.of(pictures, times, extractor::accept)) {
        container.read(packet -> {}, decoder::decode);
        decoder.decode(null);
        signals.addAll(extractor.signals(times.length()));
        if (decoder.isDamaged()) {
          problems.add("the film is damaged; only a part of it could be compared");
        }
      }
    }

    private void watchWebp() throws UnscannableException {
      Optional<WebpAnimation> animation = WebpAnimation.of(file, maxPixels);
      if (animation.isPresent()) {
        VideoExtractor extractor =
            new VideoExtractor(request.depths(), animation.get().seconds(), sift::find);
        animation.get().play(extractor::accept);
        signals.addAll(extractor.signals(animation.get().seconds()));
      }
    }

    boolean moves() {
      return timetable != null && timetable.frames() > 1;
    }

    Answer answerWith(Answer still) {
      List<String> all = new ArrayList<>(still.problem().stream().toList());
      all.addAll(problems);
      return new Answer(
          Stream.concat(still.signals().stream(), signals.stream()).toList(),
          still.png(),
          Optional.of(String.join("; ", all)).filter(text -> !text.isEmpty()));
    }

    Answer answer() {
      if (signals.isEmpty() && problems.isEmpty() && request.depths().contains(Depth.WHOLE)) {
        problems.add(nothing());
      }
      return new Answer(
          signals,
          Optional.empty(),
          Optional.of(String.join("; ", problems)).filter(text -> !text.isEmpty()));
    }

    private String nothing() {
      return timetable == null
          ? "the sound is too short, too quiet or too even to compare"
          : "the pictures and the sound are too plain or too short to compare";
    }
  }
}
