package dev.cordon.matcher.bank;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a replica of the banks follows: all of them once, then every change in order. Its methods
 * block and fail with a {@link RuntimeException} when the store cannot be reached; the caller tries
 * again.
 */
public interface BankFeed {

  /**
   * Reads everything. Changes made meanwhile may be in it or not; they all come after the
   * checkpoint.
   *
   * @return the checkpoint from which to poll
   */
  String snapshot(Consumer<Bank> banks, Consumer<IndexedEntry> entries);

  /** Waits up to about a second for what changed after a checkpoint. */
  Poll poll(String checkpoint);

  /** What a poll finds. */
  sealed interface Poll {}

  /**
   * What changed, as it is now; empty where something was removed. Applying it twice does no harm.
   *
   * @param checkpoint from which to poll next; the one asked for when nothing changed
   * @param pending changes that were known to wait behind these; 0 when the replica is up to date
   */
  record Changes(
      String checkpoint,
      Map<String, Optional<Bank>> banks,
      Map<String, Optional<IndexedEntry>> entries,
      long pending)
      implements Poll {}

  /**
   * Changes after the checkpoint are gone (trimmed, or the store was replaced): read everything.
   */
  record Lost() implements Poll {}
}
