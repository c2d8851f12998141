package dev.cordon.matcher.redis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cordon.matcher.MatcherJson;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.IndexedEntry;
import dev.cordon.matcher.bank.Ulid;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what an index needs out of the JSON of a {@link BankEntry} and skips the rest. A million
 * entries are read at every start, which data binding would make twice as long.
 */
final class IndexedEntryReader {
  private final JsonParser json;
  private String id = "";
  private String bank = "";
  private Opinion opinion = Opinion.VIOLATING;
  private long until = Long.MAX_VALUE;
  private final List<Signal> signals = new ArrayList<>(4);

  private IndexedEntryReader(JsonParser json) {
    this.json = json;
  }

  static IndexedEntry read(String text) {
    try (JsonParser json = MatcherJson.mapper().getFactory().createParser(text)) {
      return new IndexedEntryReader(json).entry();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "A bank entry in Redis is not readable by this version of Cordon", e);
    }
  }

  private IndexedEntry entry() throws IOException {
    json.nextToken();
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      json.nextToken();
      take(field);
    }
    return new IndexedEntry(Ulid.parse(id), bank, signals, opinion, until);
  }

  private void take(String field) throws IOException {
    switch (field) {
      case "id" -> id = json.getText();
      case "bank" -> bank = json.getText();
      case "opinion" -> opinion = Opinion.valueOf(json.getText());
      case "expiresAt", "enabledUntil" -> until = Math.min(until, millis(json.getText()));
      case "signals" -> takeSignals();
      default -> json.skipChildren();
    }
  }

  /** A time too far off to be counted in milliseconds is as good as never over or long over. */
  private static long millis(String time) {
    Instant instant = Instant.parse(time);
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException e) {
      return instant.isAfter(Instant.EPOCH) ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
  }

  private void takeSignals() throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      signals.add(signal());
    }
  }

  private Signal signal() throws IOException {
    String type = "";
    String value = "";
    int quality = 0;
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      json.nextToken();
      switch (field) {
        case "type" -> type = json.getText();
        case "value" -> value = json.getText();
        case "quality" -> quality = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new Signal(type, value, quality);
  }
}
