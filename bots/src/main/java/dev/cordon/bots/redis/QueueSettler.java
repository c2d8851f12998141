package dev.cordon.bots.redis;

import dev.cordon.bots.work.WorkQueue.Item;
import dev.cordon.bots.work.WorkQueue.Outcome;
import dev.cordon.matcher.redis.RedisLink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes items off the queue by what came of them; does not give up while Redis is away. */
final class QueueSettler {
  private static final Logger LOG = LoggerFactory.getLogger(QueueSettler.class);
  private static final long PAUSE_MILLIS = 250;

  private final RedisLink redis;
  private final QueueKeys keys;
  private final ScheduledExecutorService timer;

  QueueSettler(RedisLink redis, QueueKeys keys, ScheduledExecutorService timer) {
    this.redis = redis;
    this.keys = keys;
    this.timer = timer;
  }

  CompletionStage<Long> settle(Item item, Outcome outcome, int failures) {
    return once(item, outcome, failures)
        .<CompletionStage<Long>>handle(
            (done, failure) -> {
              if (failure == null) {
                return CompletableFuture.completedFuture(done);
              }
              LOG.warn(
                  "Cannot take {} off the queue {}: {}; trying again",
                  item.id(),
                  keys.area(),
                  Failures.line(failure));
              return Failures.storeIsAway(failure)
                  ? pause().thenCompose(over -> settle(item, outcome, failures))
                  : CompletableFuture.failedFuture(failure);
            })
        .thenCompose(stage -> stage);
  }

  private CompletableFuture<Boolean> pause() {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    timer.schedule(() -> over.complete(true), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return over;
  }

  private CompletionStage<Long> once(Item item, Outcome outcome, int failures) {
    String stream = keys.stream(item.lane());
    String since = Long.toString(item.since().toEpochMilli());
    if (outcome instanceof Outcome.Later later) {
      return QueueScripts.LATER.run(
          redis.commands(),
          List.of(stream, keys.delayed(item.lane())),
          QueueKeys.GROUP,
          item.id(),
          item.body(),
          since,
          Integer.toString(failures),
          Long.toString(later.delay().toMillis()));
    }
    if (outcome instanceof Outcome.Dead dead) {
      return QueueScripts.DEAD.run(
          redis.commands(),
          List.of(stream, keys.dead()),
          QueueKeys.GROUP,
          item.id(),
          item.lane(),
          item.body(),
          since,
          dead.why());
    }
    return QueueScripts.DONE.run(redis.commands(), List.of(stream), QueueKeys.GROUP, item.id());
  }
}
