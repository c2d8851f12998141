package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;

import dev.cordon.matcher.audio.Spectrogram;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.decode.Request;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/** Shows people what a stretch of sound looks like. */
final class SoundViewer {
  private static final double HUNDREDTHS = 100;

  private SoundViewer() {}

  /** The stretch between the two moments; empty when there is no sound. */
  static Optional<byte[]> png(Request request, BytePointer file) throws UnscannableException {
    if (request.moments().size() != 2 || request.format().demuxer().isEmpty()) {
      return Optional.empty();
    }
    double from = request.moments().get(0) / HUNDREDTHS;
    double to = request.moments().get(1) / HUNDREDTHS;
    if (!(to > from) || to - from > Fingerprinter.SPECTROGRAM_SECONDS + 1) {
      return Optional.empty();
    }
    try (Container container = Container.open(request.format(), file)) {
      AVStream sound = container.sound();
      return sound == null
          ? Optional.empty()
          : Optional.of(png(container, sound, new Spectrogram(from, to)));
    }
  }

  private static byte[] png(Container container, AVStream sound, Spectrogram spectrogram)
      throws UnscannableException {
    try (Resampler resampler = new Resampler(spectrogram::accept);
        StreamDecoder decoder =
            StreamDecoder.of(sound, AVDISCARD_DEFAULT, AVDISCARD_DEFAULT, resampler::accept)) {
      container.read(
          packet -> {
            if (!resampler.isFull() && !spectrogram.isFull()) {
              decoder.decode(packet);
            }
          },
          packet -> {});
      decoder.decode(null);
      resampler.finish();
      return Rendering.of(spectrogram.picture());
    }
  }
}
