package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.EventSink;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.PlatformEvent.Joined;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings updates to the sink, each once: Telegram repeats what was not acknowledged, and what was
 * delivered is remembered only after the sink took it.
 */
final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final int REMEMBERED = 10_000;

  /** How far apart Telegram's two tellings of one joining may be. */
  private static final Duration SAME_JOINING = Duration.ofSeconds(60);

  private final UpdateReader reader;
  private final Administrators administrators;
  private final EventSink sink;
  private final Clock clock;
  private final MeterRegistry meters;
  private final String connection;
  private final Map<String, Instant> seen = new Recent<>();

  Deliveries(
      UpdateReader reader,
      Administrators administrators,
      EventSink sink,
      Clock clock,
      MeterRegistry meters,
      String connection) {
    this.reader = reader;
    this.administrators = administrators;
    this.sink = sink;
    this.clock = clock;
    this.meters = meters;
    this.connection = connection;
  }

  /**
   * Completes once the sink has all that is new in the updates. Fails when it could not take it.
   */
  Future<Void> deliver(Iterable<JsonNode> updates) {
    List<String> keys = new ArrayList<>();
    List<PlatformEvent> events = new ArrayList<>();
    Future<Void> read = Future.succeededFuture();
    for (JsonNode update : updates) {
      read = read.compose(done -> take(update, keys, events));
    }
    return read.compose(
            done ->
                events.isEmpty()
                    ? Future.<Void>succeededFuture()
                    : Future.fromCompletionStage(sink.accept(List.copyOf(events))))
        .onSuccess(done -> remember(keys));
  }

  /** One after another, because a change of administrators counts from the next update on. */
  private Future<Void> take(JsonNode update, List<String> keys, List<PlatformEvent> events) {
    String id = "update/" + update.path("update_id").asText();
    if (known(id, Optional.empty()) || keys.contains(id)) {
      return Future.succeededFuture();
    }
    String kind = UpdateReader.kind(update);
    meters.counter("cordon.telegram.updates", "connection", connection, "kind", kind).increment();
    keys.add(id);
    Optional<JsonNode> group = UpdateReader.group(update);
    if (kind.equals("chat_member") || kind.equals("my_chat_member")) {
      group.ifPresent(chat -> administrators.forget(chat.path("id").asText()));
    }
    return staff(group)
        .map(
            staff -> {
              read(update, staff, keys, events);
              return null;
            });
  }

  private Future<Staff> staff(Optional<JsonNode> group) {
    return group
        .map(chat -> administrators.of(chat.path("id").asText()))
        .orElse(Future.succeededFuture(Staff.NONE));
  }

  private void read(JsonNode update, Staff staff, List<String> keys, List<PlatformEvent> events) {
    try {
      for (PlatformEvent event : reader.read(update, staff)) {
        if (event instanceof PlatformEvent.Posted posted) {
          recordLag(posted);
        }
        if (!(event instanceof Joined joined) || firstTelling(joined, keys)) {
          events.add(event);
        }
      }
    } catch (RuntimeException e) {
      // Skipped rather than repeated for ever; the class alone, for the text may quote the update.
      LOG.error(
          "{}: update {} cannot be read ({}) and is skipped; please report its kind, {}",
          connection,
          update.path("update_id").asText(),
          e.getClass().getName(),
          UpdateReader.kind(update));
      meters.counter("cordon.telegram.unreadable", "connection", connection).increment();
    }
  }

  private void recordLag(PlatformEvent.Posted posted) {
    Duration lag = Duration.between(posted.message().sentAt(), clock.instant());
    meters
        .timer("cordon.telegram.update.lag", "connection", connection)
        .record(lag.isNegative() ? Duration.ZERO : lag);
  }

  /** A joining comes as a change of membership and, in most groups, as a message too. */
  private boolean firstTelling(Joined joined, List<String> keys) {
    if (joined.request()) {
      return true;
    }
    String key = "joined/" + joined.chat().id() + "/" + joined.member().account().id();
    boolean told = keys.contains(key) || known(key, Optional.of(SAME_JOINING));
    keys.add(key);
    return !told;
  }

  private boolean known(String key, Optional<Duration> within) {
    synchronized (seen) {
      Instant at = seen.get(key);
      return at != null && within.map(span -> at.plus(span).isAfter(clock.instant())).orElse(true);
    }
  }

  private void remember(List<String> keys) {
    synchronized (seen) {
      keys.forEach(key -> seen.put(key, clock.instant()));
    }
  }

  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
