package dev.cordon.matcher.decode.worker;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecodeanimation;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.cordon.matcher.decode.worker.FilmDecoder.Frames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs.Animation;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;

/** A WebP that moves, which FFmpeg cannot read; OpenCV decodes all of its frames at once. */
final class WebpAnimation {
  /** Pixels of all frames together that are decoded; what follows is not looked at. */
  private static final long MOST_PIXELS = 80_000_000;

  private static final int MOST_FRAMES = 1000;
  private static final int SIDE = 480;
  private static final double LEAST_STEP = 0.2;
  private static final double MILLIS = 1000;

  private final BytePointer file;

  /** How long each frame stands, in milliseconds. */
  private final int[] durations;

  private WebpAnimation(BytePointer file, int[] durations) {
    this.file = file;
    this.durations = durations;
  }

  /** The animation that a WebP is, if it is one. */
  static Optional<WebpAnimation> of(BytePointer file, long maxPixels) throws UnscannableException {
    ByteBuffer bytes = file.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    Header header = WebpHeader.read(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    long pixels = Math.max(1, header.pixels());
    int most = (int) Math.min(MOST_FRAMES, Math.min(maxPixels, MOST_PIXELS) / pixels);
    int[] millis = new int[most];
    int count = 0;
    int at = 12;
    while (at + 8 <= bytes.limit() && count < most) {
      int length = bytes.getInt(at + 4);
      if (bytes.getInt(at) == 0x464d4e41 && at + 24 <= bytes.limit()) { // ANMF
        millis[count++] = bytes.getInt(at + 20) & 0xffffff;
      }
      if (length < 0 || length > bytes.limit() - at - 8) {
        break;
      }
      at += 8 + length + (length & 1);
    }
    return count < 2
        ? Optional.empty()
        : Optional.of(new WebpAnimation(file, Arrays.copyOf(millis, count)));
  }

  double seconds() {
    return Arrays.stream(durations).sum() / MILLIS;
  }

  /** Passes on frames, as often as they tell. */
  void play(Frames target) throws UnscannableException {
    try (Mat bytes = new Mat(1, (int) file.limit(), CV_8U, file);
        Animation animation = new Animation()) {
      if (!imdecodeanimation(bytes, animation, 0, durations.length)) {
        throw new UnscannableException("the WEBP animation is damaged or cut off");
      }
      play(animation.frames(), target);
    }
  }

  private void play(MatVector pictures, Frames target) throws UnscannableException {
    double now = 0;
    double last = -1;
    for (long i = 0; i < Math.min(durations.length, pictures.size()); i++) {
      if (now - last >= LEAST_STEP) {
        pass(pictures.get(i), now, target);
        last = now;
      }
      now += durations[(int) i] / MILLIS;
    }
  }

  private static void pass(Mat picture, double seconds, Frames target) throws UnscannableException {
    double scale = Math.min(1, SIDE / (double) Math.max(picture.cols(), picture.rows()));
    int width = Math.max(1, (int) Math.round(picture.cols() * scale));
    int height = Math.max(1, (int) Math.round(picture.rows() * scale));
    try (Mat small = new Mat();
        Size size = new Size(width, height)) {
      resize(picture, small, size, 0, 0, INTER_AREA);
      target.accept(seconds, Pixels.of(small, 1, width, height), false);
    }
  }
}
