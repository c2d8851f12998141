package dev.cordon.bots.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What is still to be told to people; an item stays until every route has taken it. */
public interface Outbox {

  /**
   * Waits for items and takes some of them; one that is not {@link #done} comes back, here or to
   * another process, after the retry time.
   */
  List<Item> take(Duration wait, Duration retryAfter);

  /** The routes that have taken an item already. */
  CompletionStage<Set<String>> taken(Item item);

  /** Remembers that a route has taken an item. */
  CompletionStage<Void> taken(Item item, String route);

  /** Removes an item. */
  CompletionStage<Void> done(Item item);

  /**
   * One thing to tell.
   *
   * @param kind which of the two others is there and why
   */
  record Item(String id, Kind kind, String caseId, Optional<Alert> alert) {
    /** What is to be told. */
    public enum Kind {
      OPENED,
      SETTLED,
      ALERT
    }
  }
}
