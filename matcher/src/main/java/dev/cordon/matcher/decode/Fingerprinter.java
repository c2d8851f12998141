package dev.cordon.matcher.decode;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.signal.Depth;
import java.nio.file.Path;
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

  /**
   * The signals that the media yields at some depths; with {@link Depth#WHOLE} the digests (SHA256,
   * MD5) of its bytes.
   */
  CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths);

  /** The signals for an entry of a bank. */
  default CompletionStage<Hashes> fingerprint(Path media) {
    return fingerprint(media, Depth.KEPT);
  }

  /** A grey, blurred PNG of at most 320 pixels a side; empty when the file cannot be decoded. */
  CompletionStage<Optional<byte[]>> preview(Path media);

  /**
   * The picture as it is, for people who have to see it: a PNG of at most {@link #RENDERING_SIDE}
   * pixels a side, in colour when the file is; empty when it cannot be decoded.
   */
  default CompletionStage<Optional<byte[]>> rendering(Path media) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  void close();
}
