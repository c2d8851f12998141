package dev.cordon.bots.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.bots.ledger.LedgerEntry;
import java.util.Locale;

/** Ledger entries as lines. */
final class LedgerLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 160;

  private LedgerLines() {}

  static String text(LedgerEntry entry) {
    String kind = entry.kind().name().toLowerCase(Locale.ROOT);
    return String.format(
        "%6d  %s  %-9s  %s  %s",
        entry.sequence(), entry.at(), kind, entry.subject(), brief(entry.body()));
  }

  static String json(LedgerEntry entry) {
    ObjectNode line = JSON.createObjectNode();
    line.put("sequence", entry.sequence());
    line.put("at", entry.at().toString());
    line.put("key", entry.key());
    line.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
    line.put("subject", entry.subject());
    line.set("body", entry.body());
    line.put("previous", entry.previous());
    line.put("hash", entry.hash());
    return line.toString();
  }

  /** Control characters are escaped by JSON itself: what members wrote cannot drive a terminal. */
  private static String brief(JsonNode body) {
    String text = body.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
