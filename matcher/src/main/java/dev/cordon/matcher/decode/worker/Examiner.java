package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.Answer;
import dev.cordon.matcher.decode.MediaFormat;
import dev.cordon.matcher.decode.Request;
import dev.cordon.matcher.decode.Request.Task;
import dev.cordon.matcher.decode.worker.Decoder.Decoded;
import dev.cordon.matcher.parts.PdqParts;
import dev.cordon.matcher.qr.PictureLinks;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Extractor;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.SignalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_features2d;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Decodes a file and answers what was asked of it. */
public final class Examiner {
  private static final int WARM_UPS = 10;
  private static final Set<Depth> ALL = Set.of(Depth.values());
  private static final Set<Depth> CHEAP = Set.of(Depth.WHOLE);

  private final Decoder decoder;
  private final List<Extractor> extractors;
  private final FilmExaminer films;

  private Examiner(Decoder decoder, FilmExaminer films, List<Extractor> extractors) {
    this.decoder = decoder;
    this.films = films;
    this.extractors = extractors;
  }

  /**
   * Loads the native libraries and the signal types, and runs both a few times. Decodes in the
   * process that it is called in: only for a worker, and for measuring.
   */
  public static Examiner warm(long maxPixels) {
    Loader.load(opencv_core.class);
    Loader.load(opencv_imgproc.class);
    Loader.load(opencv_imgcodecs.class);
    Loader.load(opencv_features2d.class);
    opencv_core.setNumThreads(1);
    Examiner examiner =
        new Examiner(new Decoder(maxPixels), FilmExaminer.load(maxPixels), extractors());
    examiner.warmUp();
    return examiner;
  }

  /** What is found through {@link ServiceLoader}, then what only a worker can run. */
  private static List<Extractor> extractors() {
    List<Extractor> extractors = new ArrayList<>();
    ServiceLoader.load(SignalType.class).forEach(extractors::add);
    extractors.add(new PdqParts());
    extractors.add(new PictureLinks());
    extractors.add(new SiftExtractor());
    return extractors;
  }

  private void warmUp() {
    try (Scalar grey = new Scalar(128);
        Mat picture = new Mat(600, 800, CV_8UC1, grey);
        BytePointer jpeg = new BytePointer()) {
      imencode(".jpg", picture, jpeg);
      jpeg.limit(jpeg.limit() - Decoder.ROOM);
      examine(request(ALL, jpeg), jpeg);
      for (int i = 0; i < WARM_UPS; i++) {
        examine(request(CHEAP, jpeg), jpeg);
      }
    }
  }

  private static Request request(Set<Depth> depths, BytePointer jpeg) {
    return new Request(Task.FINGERPRINT, depths, MediaFormat.JPEG, (int) jpeg.limit());
  }

  /** Does what is asked with a file's bytes, which have {@link Decoder#ROOM} beyond their limit. */
  public Answer examine(Request request, BytePointer file) {
    try {
      return request.format().isPicture()
          ? films.examineMoving(request, file, examinePicture(request, file))
          : films.examine(request, file);
    } catch (UnscannableException e) {
      return Answer.problem(e.reason());
    }
  }

  private Answer examinePicture(Request request, BytePointer file) throws UnscannableException {
    int side = onlyPdqLooks(request.depths()) ? Decoder.WHOLE_SIDE : Decoder.CLOSE_SIDE;
    boolean colour = request.task() == Task.RENDERING;
    try (Decoded decoded = decoder.decode(request.format(), file, side, colour)) {
      Picture picture = decoded.picture();
      return switch (request.task()) {
        case PREVIEW -> shown(Preview.of(picture));
        case RENDERING -> shown(Rendering.of(picture));
        case SPECTROGRAM -> new Answer(List.of(), Optional.empty(), Optional.empty());
        case FINGERPRINT -> fingerprint(picture, request.depths(), cutOff(request.format(), file));
      };
    }
  }

  /** A plug-in's type must see of a query what it saw of the entry, which is looked at closely. */
  private boolean onlyPdqLooks(Set<Depth> depths) {
    return CHEAP.equals(depths)
        && extractors.stream()
            .filter(extractor -> extractor.depth() == Depth.WHOLE)
            .allMatch(extractor -> extractor.name().equals(Signal.PDQ));
  }

  private static Answer shown(byte[] png) {
    return new Answer(List.of(), Optional.of(png), Optional.empty());
  }

  /** What a decoder fills up with grey without a word. */
  private static Optional<String> cutOff(MediaFormat format, BytePointer file) {
    return format == MediaFormat.JPEG && !JpegHeader.isComplete(file.asByteBuffer())
        ? Optional.of("the JPEG is cut off; only a part of the picture could be compared")
        : Optional.empty();
  }

  private Answer fingerprint(Picture picture, Set<Depth> depths, Optional<String> cutOff) {
    List<Signal> signals = new ArrayList<>();
    List<String> problems = new ArrayList<>(cutOff.stream().toList());
    for (Extractor extractor : extractors) {
      if (depths.contains(extractor.depth())) {
        extract(extractor, picture, signals, problems);
      }
    }
    if (signals.isEmpty() && problems.isEmpty() && depths.contains(Depth.WHOLE)) {
      problems.add(
          "the picture is too small to compare: %d × %d pixels"
              .formatted(picture.width(), picture.height()));
    }
    return new Answer(
        signals,
        Optional.empty(),
        Optional.of(String.join("; ", problems)).filter(text -> !text.isEmpty()));
  }

  private static void extract(
      Extractor extractor, Picture picture, List<Signal> signals, List<String> problems) {
    try {
      signals.addAll(extractor.signals(picture));
    } catch (RuntimeException e) {
      problems.add("signal type " + extractor.name() + " failed: " + e);
    }
  }
}
