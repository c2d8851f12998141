package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import dev.cordon.matcher.audio.AudioExtractor;
import dev.cordon.matcher.audio.AudioFeatures;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Brings decoded sound to what the features are computed from: one channel, 11025 Hz. */
final class Resampler implements AutoCloseable {
  private static final int CHUNK = 1 << 14;
  private static final int MOST_CHANNELS = 64;
  private static final long MOST_SAMPLES = (long) AudioFeatures.MAX_SECONDS * AudioExtractor.RATE;

  private final Samples taker;
  private final FloatPointer chunk = new FloatPointer(CHUNK);
  private final PointerPointer<FloatPointer> target = new PointerPointer<>(1);
  private final float[] samples = new float[CHUNK];
  private final AVChannelLayout mono = new AVChannelLayout();
  private @Nullable SwrContext context;
  private int rate;
  private int layout;
  private int channels;
  private long passed;

  /** Takes samples of one channel; they are valid until it returns. */
  interface Samples {
    void accept(float[] samples, int length);
  }

  Resampler(Samples taker) {
    this.taker = taker;
    target.put(0, chunk);
    av_channel_layout_default(mono, 1);
  }

  /** Whether it has passed on as much as it may. */
  boolean isFull() {
    return passed >= MOST_SAMPLES;
  }

  void accept(AVFrame frame) throws UnscannableException {
    if (context == null
        || frame.sample_rate() != rate
        || frame.format() != layout
        || frame.ch_layout().nb_channels() != channels) {
      open(frame);
    }
    convert(frame.extended_data(), frame.nb_samples());
  }

  /** What the resampler still holds. */
  void finish() throws UnscannableException {
    if (context != null) {
      convert(null, 0);
    }
  }

  private void open(AVFrame frame) throws UnscannableException {
    finish();
    free();
    rate = frame.sample_rate();
    layout = frame.format();
    channels = frame.ch_layout().nb_channels();
    context = new SwrContext(null);
    int failed =
        channels > MOST_CHANNELS
            ? -1
            : swr_alloc_set_opts2(
                context,
                mono,
                AV_SAMPLE_FMT_FLT,
                AudioExtractor.RATE,
                frame.ch_layout(),
                layout,
                rate,
                0,
                null);
    if (failed < 0 || swr_init(context) < 0) {
      throw new UnscannableException(
          "the sound has %d channels at %d Hz, which is not supported".formatted(channels, rate));
    }
  }

  private void convert(@Nullable PointerPointer<?> input, int count) throws UnscannableException {
    int got = swr_convert(context, target, CHUNK, input, count);
    while (got > 0) {
      chunk.get(samples, 0, got);
      taker.accept(samples, got);
      passed += got;
      got = got == CHUNK ? swr_convert(context, target, CHUNK, null, 0) : 0;
    }
    if (got < 0) {
      throw new UnscannableException("the sound is damaged");
    }
  }

  @Override
  public void close() {
    free();
    chunk.close();
    target.close();
    mono.close();
  }

  private void free() {
    if (context != null) {
      swr_free(context);
      context = null;
    }
  }
}
