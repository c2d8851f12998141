package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.core.IntervalFunction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for updates by long polling, for ever. Asking from an offset acknowledges all before it, so
 * the offset moves only after the updates were delivered; until then, or after a crash, Telegram
 * gives them again.
 */
final class Poller {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  /**
   * After a week without updates Telegram goes on from a random number, which may be a lower one:
   * an offset kept longer could acknowledge what was never seen.
   */
  private static final Duration OFFSET_HOLDS = Duration.ofDays(6);

  private final Vertx vertx;
  private final BotApi api;
  private final Deliveries deliveries;
  private final TelegramOptions.Timing timing;
  private final Clock clock;
  private final String connection;
  private final IntervalFunction backoff;
  private final Context context;

  private Optional<Long> offset = Optional.empty();
  private Instant lastUpdate = Instant.MIN;
  private int failures;
  private volatile Optional<String> problem = Optional.empty();
  private volatile boolean closed;

  Poller(
      Vertx vertx,
      BotApi api,
      Deliveries deliveries,
      TelegramOptions.Timing timing,
      Clock clock,
      String connection) {
    this.vertx = vertx;
    this.api = api;
    this.deliveries = deliveries;
    this.timing = timing;
    this.clock = clock;
    this.connection = connection;
    this.context = vertx.getOrCreateContext();
    this.backoff =
        IntervalFunction.ofExponentialRandomBackoff(
            timing.backoffLeast(), 2.0, 0.3, timing.backoffMost());
  }

  void start() {
    context.runOnContext(ready -> poll());
  }

  void close() {
    closed = true;
  }

  /** What keeps updates from coming, in one line; empty when they come. */
  Optional<String> problem() {
    return problem;
  }

  private void poll() {
    if (!closed) {
      api.call("getUpdates", parameters(), timing.poll().plus(timing.call()))
          .compose(this::taken)
          .onSuccess(this::next)
          .onFailure(failure -> next(Optional.of(notStored(failure))));
    }
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (lastUpdate.isAfter(clock.instant().minus(OFFSET_HOLDS))) {
      offset.ifPresent(from -> parameters.put("offset", from));
    }
    parameters.put("limit", 100);
    parameters.put("timeout", timing.poll().toSeconds());
    parameters.put("allowed_updates", UpdateReader.KINDS);
    return parameters;
  }

  /** Gives the pause and reason before asking again; empty to ask at once. */
  private Future<Optional<Pause>> taken(Answer answer) {
    if (!(answer instanceof Answer.Ok ok)) {
      return afterFailure(answer).map(Optional::of);
    }
    JsonNode updates = ok.result();
    return deliveries
        .deliver(updates)
        .map(
            delivered -> {
              updates.forEach(this::acknowledge);
              return Optional.empty();
            });
  }

  private void acknowledge(JsonNode update) {
    lastUpdate = clock.instant();
    offset = Optional.of(update.path("update_id").asLong() + 1);
  }

  private record Pause(Optional<Duration> asked, String reason) {}

  private Future<Pause> afterFailure(Answer answer) {
    if (answer instanceof Answer.Failed failed && failed.code() == 409) {
      return failed.says("webhook") ? withoutWebhook(failed) : Future.succeededFuture(rival());
    }
    Optional<Duration> asked =
        answer instanceof Answer.Failed failed ? failed.retryAfter() : Optional.empty();
    return Future.succeededFuture(new Pause(asked, answer.reason()));
  }

  private static Pause rival() {
    return new Pause(
        Optional.empty(),
        "409: another program asks for this bot's updates; stop it or use another token");
  }

  /** Long polling was configured, so a webhook left over from before is taken off. */
  private Future<Pause> withoutWebhook(Answer.Failed failed) {
    LOG.info("{}: a webhook is set; removing it, for long polling is configured", connection);
    return api.call("deleteWebhook", Map.of())
        .map(answer -> new Pause(Optional.empty(), failed.reason()));
  }

  private Pause notStored(Throwable failure) {
    return new Pause(
        Optional.empty(),
        "received updates could not be stored ("
            + failure.getClass().getSimpleName()
            + "); Telegram keeps them, they are asked for again");
  }

  private void next(Optional<Pause> pause) {
    if (pause.isEmpty()) {
      if (failures > 0) {
        LOG.info("{}: updates come again", connection);
      }
      failures = 0;
      problem = Optional.empty();
      context.runOnContext(ready -> poll());
    } else {
      rest(pause.get());
    }
  }

  private void rest(Pause pause) {
    failures++;
    if (!closed && !problem.equals(Optional.of(pause.reason()))) {
      LOG.warn("{}: no updates: {}", connection, pause.reason());
    }
    problem = Optional.of(pause.reason());
    long own = backoff.apply(failures);
    long millis = Math.max(own, pause.asked().map(Duration::toMillis).orElse(0L));
    if (!closed) {
      vertx.setTimer(Math.max(1, millis), timer -> context.runOnContext(ready -> poll()));
    }
  }
}
