package dev.cordon.matcher.decode;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.signal.Depth;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Computes signals from media that may be hostile: nothing of a file is decoded in this process.
 *
 * <p>A file that cannot be decoded is an answer ({@link Hashes#problem()}), not a failure; a stage
 * fails only when no worker can be had at all.
 */
public interface Fingerprinter extends AutoCloseable {
  /** The longer side of a {@link #rendering}, in pixels, when the file has as many. */
  int RENDERING_SIDE = 900;

  /** The longer side of each of the {@link #frames}, in pixels. */
  int FRAME_SIDE = 320;

  /** The most frames of a film that can be asked for at once. */
  int MOST_FRAMES = 12;

  /** The longest stretch of sound that is drawn, in seconds. */
  int SPECTROGRAM_SECONDS = 60;

  /**
   * The signals that the media yields at some depths; with {@link Depth#WHOLE} the digests (SHA256,
   * MD5) of its bytes.
   */
  CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths);

  /** The signals for an entry of a bank. */
  default CompletionStage<Hashes> fingerprint(Path media) {
    return fingerprint(media, Depth.KEPT);
  }

  /**
   * A grey, blurred PNG of at most 320 pixels a side, of a film a frame about a tenth into it that
   * is not black; empty when the file cannot be decoded or has no pictures.
   */
  CompletionStage<Optional<byte[]>> preview(Path media);

  /**
   * The picture as it is, for people who have to see it: a PNG of at most {@link #RENDERING_SIDE}
   * pixels a side, in colour when the file is, of a film a frame as of a {@link #preview}; empty
   * when it cannot be decoded.
   */
  default CompletionStage<Optional<byte[]>> rendering(Path media) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /**
   * What a film shows at some seconds: a PNG with as many frames one under another, each of the
   * same size and at most {@link #FRAME_SIDE} pixels a side. What would take too long to decode is
   * white.
   *
   * @param seconds at most {@link #MOST_FRAMES}, from the film's beginning
   * @param blurred whether they are to be grey and blurred as a {@link #preview} is
   * @return empty when there are none
   */
  default CompletionStage<Optional<byte[]>> frames(
      Path media, List<Double> seconds, boolean blurred) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /**
   * A stretch of a file's sound: a grey PNG, the louder the darker, time from left to right and
   * pitch upwards as {@link dev.cordon.matcher.audio.Spectrogram} has it.
   *
   * @param from where it begins, in seconds
   * @param to where it ends; at most {@link #SPECTROGRAM_SECONDS} later
   * @return empty when there is no sound
   */
  default CompletionStage<Optional<byte[]>> spectrogram(Path media, double from, double to) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  void close();
}
