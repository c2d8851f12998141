package dev.cordon.bots.redis;

import dev.cordon.matcher.redis.RedisLink;
import io.lettuce.core.Consumer;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.XClaimArgs;
import io.lettuce.core.XPendingArgs;
import io.lettuce.core.models.stream.PendingMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what dead workers held, and what this worker was given but never saw because the
 * answer was lost on a broken connection.
 */
final class QueueClaims {
  private static final Logger LOG = LoggerFactory.getLogger(QueueClaims.class);
  private static final Duration LOST = Duration.ofSeconds(3);
  private static final int LOOK_AT = 1000;

  private final RedisLink redis;
  private final QueueKeys keys;
  private final String lane;
  private final String self;
  private final QueueDispatch dispatch;

  QueueClaims(RedisLink redis, QueueKeys keys, String lane, String self, QueueDispatch dispatch) {
    this.redis = redis;
    this.keys = keys;
    this.lane = lane;
    this.self = self;
    this.dispatch = dispatch;
  }

  CompletionStage<?> run() {
    return redis
        .commands()
        .xinfoConsumers(keys.stream(lane), QueueKeys.GROUP)
        .thenCompose(
            rows -> {
              CompletionStage<?> all = CompletableFuture.completedFuture(null);
              for (Object row : rows) {
                Map<String, Object> worker = fields((List<?>) row);
                all = all.thenCompose(before -> worker(worker));
              }
              return all;
            });
  }

  private CompletionStage<?> worker(Map<String, Object> worker) {
    String name = String.valueOf(worker.get("name"));
    boolean holdsNothing = Long.valueOf(0).equals(worker.get("pending"));
    if (name.equals(self)) {
      return holdsNothing ? nothing() : take(self, LOST);
    }
    return dead(name)
        .thenCompose(
            dead -> {
              if (!dead) {
                return nothing();
              }
              return holdsNothing ? forget(name) : take(name, Duration.ZERO);
            });
  }

  private static CompletionStage<@Nullable Object> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<Boolean> dead(String name) {
    if (WorkerName.knownDead(name)) {
      return CompletableFuture.completedFuture(true);
    }
    return redis.commands().exists(keys.alive(name)).thenApply(alive -> alive == 0);
  }

  private CompletionStage<@Nullable Object> forget(String name) {
    return redis
        .commands()
        .xgroupDelconsumer(keys.stream(lane), Consumer.from(QueueKeys.GROUP, name))
        .thenApply(pending -> null);
  }

  private CompletionStage<@Nullable Object> take(String from, Duration idle) {
    int room = dispatch.room();
    if (room <= 0) {
      return nothing();
    }
    XPendingArgs<String> pending =
        new XPendingArgs<String>()
            .consumer(Consumer.from(QueueKeys.GROUP, from))
            .range(Range.unbounded())
            .idle(idle)
            .limit(Limit.from(LOOK_AT));
    return redis
        .commands()
        .xpending(keys.stream(lane), pending)
        .thenCompose(found -> claim(from, found, idle, room));
  }

  private CompletionStage<@Nullable Object> claim(
      String from, List<PendingMessage> found, Duration idle, int room) {
    String[] ids =
        found.stream()
            .map(PendingMessage::getId)
            .filter(id -> !dispatch.holds(id))
            .limit(room)
            .toArray(String[]::new);
    if (ids.length == 0) {
      return nothing();
    }
    return redis
        .commands()
        .xclaim(
            keys.stream(lane),
            Consumer.from(QueueKeys.GROUP, self),
            XClaimArgs.Builder.minIdleTime(idle),
            ids)
        .thenApply(
            messages -> {
              LOG.info("Took over {} items of {} from {}", messages.size(), lane, from);
              messages.forEach(message -> dispatch.add(lane, message, true));
              return null;
            });
  }

  private static Map<String, Object> fields(List<?> row) {
    Map<String, Object> fields = new HashMap<>();
    for (int i = 0; i + 1 < row.size(); i += 2) {
      fields.put(String.valueOf(row.get(i)), row.get(i + 1));
    }
    return fields;
  }
}
