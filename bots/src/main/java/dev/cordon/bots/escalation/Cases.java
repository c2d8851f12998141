package dev.cordon.bots.escalation;

import dev.cordon.adapters.AccountRef;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where cases live. Each change is durable, and on the outbox, when its stage completes. */
public interface Cases {

  /**
   * Opens a case, or finds the one of the same key.
   *
   * @param preview a blurred grey PNG of the media, kept as long as the case may be open
   * @return the case as it stands
   */
  CompletionStage<Case> open(Case candidate, Optional<byte[]> preview);

  /** The case of that id, with its reporters and its outcome. */
  CompletionStage<Optional<Case>> find(String id);

  /** The case about that key. */
  CompletionStage<Optional<Case>> about(String key);

  /** The newest open cases, newest first. */
  CompletionStage<List<Case>> open(int limit);

  /** The blurred picture of a case. */
  CompletionStage<Optional<byte[]>> preview(String id);

  /**
   * Settles a case. The first outcome stands, whoever comes later.
   *
   * @return the case with the outcome that stands; empty when there is no such case
   */
  CompletionStage<Optional<Case>> settle(String id, Case.Outcome outcome);

  /** Counts a member as a reporter of a case, once; how many there are now. */
  CompletionStage<Long> addReporter(String id, AccountRef reporter);

  /**
   * Whether a member may report once more within the hour.
   *
   * @param attempt identifies the report, so that the same one is counted once
   */
  CompletionStage<Boolean> mayReport(AccountRef reporter, String attempt, int perHour);

  /** Puts an alert that concerns no message on the outbox, once a key. */
  CompletionStage<Void> alert(Alert alert);
}
