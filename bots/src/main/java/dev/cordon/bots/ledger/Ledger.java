package dev.cordon.bots.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Append-only and chained: each entry holds the SHA-256 of the one before, so that a changed,
 * missing or reordered entry is found.
 */
public interface Ledger {

  /**
   * Appends once: when an entry with this key is there already, it is returned as it stands and
   * nothing is written.
   *
   * @param key what makes the entry unique, for example {@code decided:telegram/-100/5:<version>}
   * @param subject the message, case or entry that it is about, for look-up
   */
  CompletionStage<LedgerEntry> append(String key, Kind kind, String subject, JsonNode body);

  /** The entry of that key. */
  CompletionStage<Optional<LedgerEntry>> find(String key);

  /**
   * The key of the entry that says that what policy decided about a message is not to be carried
   * out any more.
   *
   * @param subject the message
   */
  static String overruled(String subject) {
    return "overruled:" + subject;
  }

  /** Passes entries on, oldest first, from a sequence number, in bounded memory. */
  CompletionStage<Void> read(long fromSequence, Consumer<LedgerEntry> consumer);

  /** Walks the whole chain. */
  CompletionStage<Verification> verify();

  /** What an entry records. */
  enum Kind {
    DECIDED,
    ENFORCED,
    ESCALATED,
    REVIEWED,
    REVERSED,
    /** Settings, kill switch, banks: what operators did. */
    OPERATED
  }

  /**
   * What a walk of the chain found.
   *
   * @param entries how many were read
   * @param problem the first thing wrong, naming the entry; empty when the chain is whole
   */
  record Verification(long entries, Optional<String> problem) {}
}
