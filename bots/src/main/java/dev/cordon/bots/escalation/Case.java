package dev.cordon.bots.escalation;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.bots.policy.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an abuse desk works on: one message that people must look at.
 *
 * @param id short and speakable, for example {@code C-7K2M9}
 * @param key what it is about, unique: opening a case with the same key again finds this one
 * @param why one line: the policy's reason, a refusal, a report
 * @param decision what policy decided, when it did
 * @param reporters members who reported the message
 * @param outcome how it was settled; empty while open
 */
public record Case(
    String id,
    String key,
    Instant openedAt,
    String why,
    IncomingMessage message,
    Optional<Decision> decision,
    Set<AccountRef> reporters,
    Optional<Outcome> outcome) {
  public Case {
    reporters = Set.copyOf(reporters);
  }

  /**
   * How a case was settled.
   *
   * @param by the moderator
   */
  public record Outcome(Choice choice, AccountRef by, Instant at) {}

  /** What a moderator can choose. */
  public enum Choice {
    /** It was right: remove what still stands and ban the sender. */
    CONFIRM_AND_BAN,
    /** It was wrong: reinstate, unban, mark the entry disputed. */
    UNDO,
    /** This media is harmless: undo, and enrol it as allowed. */
    ALLOW
  }
}
