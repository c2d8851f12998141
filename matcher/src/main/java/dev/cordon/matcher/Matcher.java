package dev.cordon.matcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Judges media against the banks. There is a local implementation (index in this process) and an
 * HTTP one (a matcher elsewhere); both pass one contract test.
 *
 * <p>A stage fails with {@link IndexNotReadyException} while the index is still loading and with
 * {@link MatcherUnavailableException} when the service cannot be reached: both mean "ask again",
 * never "clean".
 */
public interface Matcher extends AutoCloseable {

  /** Judges the bytes of a file, whatever they claim to be. */
  CompletionStage<Scan> scan(Path media);

  /** Judges media by signals computed before. */
  CompletionStage<MatchResult> match(List<Signal> signals);

  /** Computes the signals of a file without judging it; {@code Unscannable} when it cannot. */
  CompletionStage<Hashes> hash(Path media);

  /**
   * A picture of the file that is safe to show to a moderator: grey, blurred beyond recognition of
   * detail, PNG, at most 320 pixels a side; empty when it cannot be decoded.
   */
  CompletionStage<Optional<byte[]>> preview(Path media);

  /** How far the index is. */
  CompletionStage<Status> status();

  @Override
  void close();

  /**
   * Signals of one file.
   *
   * @param problem why no perceptual signal could be computed; the digests are there all the same
   */
  record Hashes(List<Signal> signals, Optional<String> problem) {
    public Hashes {
      signals = List.copyOf(signals);
    }
  }

  /**
   * State of the index.
   *
   * @param ready whether verdicts are given
   * @param entries in the index, of all banks
   * @param indexCheckpoint the last bank change that it holds
   * @param mediaCheckpoint the last of them that may match media by what the signals of an earlier
   *     {@link Scan} do not hold
   */
  record Status(boolean ready, long entries, String indexCheckpoint, String mediaCheckpoint) {

    /**
     * Whether media found clean at that checkpoint has to be looked at again: its signals alone do
     * not tell any more.
     */
    public boolean needsMedia(String checkpoint) {
      return Checkpoints.ORDER.compare(checkpoint, mediaCheckpoint) < 0;
    }
  }
}
