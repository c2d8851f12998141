package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Action;
import dev.cordon.bots.policy.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where decided actions wait to be carried out. */
public interface ActionQueue {

  /**
   * Queues an action once; the same key again changes nothing.
   *
   * @return completes when it is durable; true when it was new
   */
  CompletionStage<Boolean> enqueue(Order order);

  /**
   * An action to be carried out.
   *
   * @param key the idempotency key: platform, chat, message and action
   * @param mode ENFORCE carries it out, OBSERVE goes to the simulated twin
   * @param subject the message or case it is about, for the ledger and for escalation of refusals
   * @param caseId the case it belongs to; empty when there is none
   * @param since when the message that policy judged was received, to measure the time to removal
   *     and to tell what a moderator has undone since; empty for what people ordered
   */
  record Order(
      String key,
      Action action,
      Decision.Mode mode,
      String subject,
      String caseId,
      Optional<Instant> since) {

    /** An order that no message's arrival led to. */
    public Order(String key, Action action, Decision.Mode mode, String subject, String caseId) {
      this(key, action, mode, subject, caseId, Optional.empty());
    }
  }
}
