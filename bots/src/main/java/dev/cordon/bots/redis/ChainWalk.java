package dev.cordon.bots.redis;

import dev.cordon.bots.ledger.Ledger.Verification;
import io.lettuce.core.StreamMessage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks entries one after the other against each other and against the head of the chain. */
final class ChainWalk {
  private final long headSequence;
  private final String headHash;
  private long entries;
  private String previous = LedgerCodec.FIRST;
  private @Nullable String problem;

  /**
   * @param head as it was before the walk; entries appended meanwhile are checked too
   */
  ChainWalk(Map<String, String> head) {
    headSequence = Long.parseLong(head.getOrDefault("sequence", "0"));
    headHash = head.getOrDefault("hash", LedgerCodec.FIRST);
  }

  void next(StreamMessage<String, String> stored) {
    if (problem == null) {
      problem = check(stored);
      previous = stored.getBody().getOrDefault("hash", "");
      entries++;
    }
  }

  Verification finish() {
    if (problem == null && entries < headSequence) {
      problem =
          "the ledger ends with entry %d, but its head says %d: the last entries are missing"
              .formatted(entries, headSequence);
    }
    if (problem == null && headSequence == 0 && entries > 0) {
      problem = "the ledger has entries but no head: the head was removed";
    }
    return new Verification(entries, Optional.ofNullable(problem));
  }

  private @Nullable String check(StreamMessage<String, String> stored) {
    long sequence = LedgerCodec.sequence(stored);
    Map<String, String> body = stored.getBody();
    String hash = body.getOrDefault("hash", "");
    if (sequence != entries + 1) {
      return "entry %d is missing: after entry %d comes entry %d"
          .formatted(entries + 1, entries, sequence);
    }
    if (!LedgerCodec.expectedHash(stored).equals(hash)) {
      return "entry %d (%s) was changed: its content does not have its hash"
          .formatted(sequence, body.get("key"));
    }
    if (!body.getOrDefault("previous", "").equals(previous)) {
      return "entry %d (%s) does not follow entry %d: the chain was rewritten or reordered there"
          .formatted(sequence, body.get("key"), entries);
    }
    if (sequence == headSequence && !hash.equals(headHash)) {
      return "entry %d (%s) is not the one that the head of the chain names"
          .formatted(sequence, body.get("key"));
    }
    return null;
  }
}
