package dev.cordon.bots.work;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Work that many processes share and that survives all of them: an item stays until a worker says
 * what came of it, and an item of a worker that died is given to another. So every item is handed
 * out at least once and its handling must be idempotent.
 */
public interface WorkQueue {

  /**
   * Starts to hand out items.
   *
   * @param concurrency the most that are handled at a time in each lane, at least 1
   * @param open which lanes are served now; asked before every read
   */
  Consumption consume(int concurrency, Predicate<String> open, Handler handler);

  /** Handles items. */
  @FunctionalInterface
  interface Handler {

    /**
     * Handles one item. When the stage fails because the store cannot be reached it is called again
     * with the same item; any other failure is a bug and counted in {@link Item#failures()}.
     */
    CompletionStage<Outcome> handle(Item item);
  }

  /** Work going on; closing stops it, and what was not done yet stays for others. */
  interface Consumption extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * One piece of work.
   *
   * @param id for logs
   * @param lane which lane it waited in
   * @param since when it was first queued
   * @param failures how often handling it failed by a bug
   * @param again whether it may have been handled before, in part or whole
   */
  record Item(String id, String lane, String body, Instant since, int failures, boolean again) {}

  /** What came of an item. */
  sealed interface Outcome {

    /** It is done with. */
    record Done() implements Outcome {}

    /** It is to be handed out again after a while, by whatever process there is then. */
    record Later(Duration delay) implements Outcome {}

    /** It cannot be handled; it is put aside for an operator. */
    record Dead(String why) implements Outcome {}
  }
}
