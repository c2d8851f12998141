package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.Answer;
import dev.cordon.matcher.decode.MediaFormat;
import dev.cordon.matcher.decode.Request.Task;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.SignalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Decodes a file and answers what was asked of it. */
final class Examiner {
  private static final int WARM_UPS = 10;

  private final Decoder decoder;
  private final List<SignalType> types;

  private Examiner(Decoder decoder, List<SignalType> types) {
    this.decoder = decoder;
    this.types = types;
  }

  /** Loads the native libraries and the signal types, and runs both a few times. */
  static Examiner warm(long maxPixels) {
    Loader.load(opencv_core.class);
    Loader.load(opencv_imgproc.class);
    Loader.load(opencv_imgcodecs.class);
    opencv_core.setNumThreads(1);
    List<SignalType> types =
        ServiceLoader.load(SignalType.class).stream().map(ServiceLoader.Provider::get).toList();
    Examiner examiner = new Examiner(new Decoder(maxPixels), types);
    examiner.warmUp();
    return examiner;
  }

  private void warmUp() {
    try (Scalar grey = new Scalar(128);
        Mat picture = new Mat(600, 800, CV_8UC1, grey);
        BytePointer jpeg = new BytePointer()) {
      imencode(".jpg", picture, jpeg);
      jpeg.limit(jpeg.limit() - Decoder.ROOM);
      for (int i = 0; i < WARM_UPS; i++) {
        examine(Task.FINGERPRINT, MediaFormat.JPEG, jpeg);
      }
    }
  }

  Answer examine(Task task, MediaFormat format, BytePointer file) {
    try (Mat mat = decoder.decode(format, file)) {
      Picture picture = Pixels.of(mat);
      return task == Task.PREVIEW
          ? new Answer(List.of(), Optional.of(Preview.of(picture)), Optional.empty())
          : fingerprint(picture, cutOff(format, file));
    } catch (UnscannableException e) {
      return Answer.problem(e.reason());
    }
  }

  /** What a decoder fills up with grey without a word. */
  private static Optional<String> cutOff(MediaFormat format, BytePointer file) {
    return format == MediaFormat.JPEG && !JpegHeader.isComplete(file.asByteBuffer())
        ? Optional.of("the JPEG is cut off; only a part of the picture could be compared")
        : Optional.empty();
  }

  private Answer fingerprint(Picture picture, Optional<String> cutOff) {
    List<Signal> signals = new ArrayList<>();
    List<String> problems = new ArrayList<>(cutOff.stream().toList());
    for (SignalType type : types) {
      try {
        signals.addAll(type.signals(picture));
      } catch (RuntimeException e) {
        problems.add("signal type " + type.name() + " failed: " + e);
      }
    }
    if (signals.isEmpty() && problems.isEmpty()) {
      problems.add(
          "the picture is too small to compare: %d × %d pixels"
              .formatted(picture.width(), picture.height()));
    }
    return new Answer(
        signals,
        Optional.empty(),
        Optional.of(String.join("; ", problems)).filter(text -> !text.isEmpty()));
  }
}
