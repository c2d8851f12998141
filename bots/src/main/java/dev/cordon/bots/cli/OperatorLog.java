package dev.cordon.bots.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.matcher.bank.Ulid;
import java.util.Map;

/** Puts what operators do at the command line on the ledger. */
final class OperatorLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ledger ledger;

  OperatorLog(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Records one thing done.
   *
   * @param what a verb, for example {@code bank-add}
   * @param subject what it was done to
   */
  void record(String what, String subject, Map<String, String> details) {
    ObjectNode body = JSON.createObjectNode().put("what", what).put("by", operator());
    details.forEach(body::put);
    String key = "operated:" + Ulid.at(System.currentTimeMillis());
    ledger.append(key, Ledger.Kind.OPERATED, subject, body).toCompletableFuture().join();
  }

  /** Who sits at the command line, as the system says. */
  static String operator() {
    return "cli:" + System.getProperty("user.name", "unknown");
  }
}
