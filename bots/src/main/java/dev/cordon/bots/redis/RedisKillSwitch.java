package dev.cordon.bots.redis;

import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.KillSwitch;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.matcher.redis.RedisLink;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kill switch as a key in Redis, asked for four times a second. Until the first answer actions
 * are held; while Redis is away the last answer stands, and no action can be read from the queue.
 */
public final class RedisKillSwitch implements KillSwitch, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisKillSwitch.class);
  private static final String KEY = "cordon:{actions}:held";
  private static final long PERIOD_MILLIS = 250;

  private final RedisLink redis;
  private final Ledger ledger;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "cordon-kill-switch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean engaged = true;

  public RedisKillSwitch(RedisLink redis, Ledger ledger) {
    this.redis = redis;
    this.ledger = ledger;
  }

  /** Starts to follow the key; completes with the first answer. */
  public CompletionStage<Void> start() {
    CompletionStage<Void> first = refresh();
    var unused =
        timer.scheduleWithFixedDelay(
            this::refresh, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return first;
  }

  @Override
  public boolean engaged() {
    return engaged;
  }

  @Override
  public CompletionStage<Void> set(boolean engage, String who, String why) {
    CompletionStage<?> written =
        engage
            ? redis.commands().set(KEY, Json.write(Map.of("who", who, "why", why)))
            : redis.commands().del(KEY);
    return written
        .thenCompose(
            done -> {
              engaged = engage;
              LOG.warn("Actions are {} by {}: {}", engage ? "held" : "released", who, why);
              return record(engage, who, why);
            })
        .thenApply(entry -> null);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private CompletionStage<?> record(boolean engage, String who, String why) {
    return ledger.append(
        "kill-switch:" + UUID.randomUUID(),
        Ledger.Kind.OPERATED,
        "kill-switch",
        Json.tree(Map.of("operation", engage ? "hold" : "release", "who", who, "why", why)));
  }

  private CompletionStage<Void> refresh() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    redis
        .commands()
        .exists(KEY)
        .whenComplete(
            (found, failure) -> {
              if (failure == null) {
                engaged = found > 0;
                done.complete(null);
              } else {
                LOG.debug("Cannot ask for the kill switch: {}", Failures.line(failure));
                done.completeExceptionally(failure);
              }
            });
    return done;
  }
}
