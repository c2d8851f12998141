package dev.cordon.matcher.decode;

import dev.cordon.matcher.Matcher.Hashes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Computes signals from media that may be hostile: nothing of a file is decoded in this process.
 *
 * <p>A file that cannot be decoded is an answer ({@link Hashes#problem()}), not a failure; a stage
 * fails only when no worker can be had at all.
 */
public interface Fingerprinter extends AutoCloseable {

  /** Digests (SHA256, MD5) of the bytes and every perceptual signal that the media yields. */
  CompletionStage<Hashes> fingerprint(Path media);

  /** A grey, blurred PNG of at most 320 pixels a side; empty when the file cannot be decoded. */
  CompletionStage<Optional<byte[]>> preview(Path media);

  @Override
  void close();
}
