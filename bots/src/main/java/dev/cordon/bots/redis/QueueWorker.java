package dev.cordon.bots.redis;

import dev.cordon.bots.work.WorkQueue.Consumption;
import dev.cordon.bots.work.WorkQueue.Handler;
import dev.cordon.matcher.redis.RedisLink;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one lane of a queue with blocking reads and keeps the lease on what was read. */
final class QueueWorker implements Consumption {
  private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
  private static final Duration BLOCK = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final RedisLink redis;
  private final QueueKeys keys;
  private final String lane;
  private final Duration lease;
  private final Predicate<String> open;
  private final String name = WorkerName.fresh();
  private final ScheduledExecutorService timer;
  private final QueueDispatch dispatch;
  private final QueueClaims claims;
  private volatile boolean closed;

  QueueWorker(
      RedisLink redis,
      QueueKeys keys,
      String lane,
      Duration lease,
      int concurrency,
      Predicate<String> open,
      Handler handler) {
    this.redis = redis;
    this.keys = keys;
    this.lane = lane;
    this.lease = lease;
    this.open = open;
    this.timer = Executors.newScheduledThreadPool(2, this::thread);
    QueueSettler settler = new QueueSettler(redis, keys, timer);
    this.dispatch = new QueueDispatch(concurrency, handler, settler, timer);
    this.claims = new QueueClaims(redis, keys, lane, name, dispatch);
  }

  void start() {
    RedisClusterAsyncCommands<String, String> reading = redis.dedicated();
    timer.execute(() -> prepare().whenComplete((done, failure) -> read(reading)));
    every(Duration.ofMillis(Math.max(lease.toMillis() / 3, 50)), this::keepAlive);
    every(Duration.ofMillis(Math.min(lease.toMillis() / 2, 1000)), claims::run);
    every(Duration.ofMillis(100), this::promote);
  }

  @Override
  public void close() {
    closed = true;
    dispatch.close();
    timer.shutdownNow();
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "cordon-" + keys.area() + "-" + lane);
    thread.setDaemon(true);
    return thread;
  }

  /** Every round waits for the one before, and a failed one does not end them. */
  private void every(Duration period, java.util.function.Supplier<CompletionStage<?>> round) {
    if (closed) {
      return;
    }
    CompletionStage<?> running;
    try {
      running = round.get();
    } catch (RuntimeException e) {
      running = CompletableFuture.failedFuture(e);
    }
    running.whenComplete(
        (done, failure) -> {
          if (failure != null && !closed) {
            LOG.debug("Upkeep of the queue {} failed and is tried again", keys.area(), failure);
          }
          later(period, () -> every(period, round));
        });
  }

  private void later(Duration delay, Runnable task) {
    if (!closed) {
      try {
        timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (java.util.concurrent.RejectedExecutionException e) {
        LOG.debug("The queue {} was closed meanwhile", keys.area());
      }
    }
  }

  private CompletionStage<?> keepAlive() {
    return redis.commands().psetex(keys.alive(name), lease.toMillis(), "1");
  }

  private CompletionStage<?> promote() {
    return QueueScripts.PROMOTE.run(
        redis.commands(), List.of(keys.delayed(lane), keys.stream(lane)));
  }

  private CompletionStage<?> prepare() {
    return keepAlive().thenCompose(alive -> makeGroup());
  }

  private CompletionStage<?> makeGroup() {
    return redis
        .commands()
        .xgroupCreate(
            StreamOffset.from(keys.stream(lane), "0"),
            QueueKeys.GROUP,
            XGroupCreateArgs.Builder.mkstream())
        .exceptionally(
            failure -> {
              if (failure instanceof RedisBusyException || isBusyGroup(failure)) {
                return "OK";
              }
              throw new java.util.concurrent.CompletionException(failure);
            });
  }

  private static boolean isBusyGroup(Throwable failure) {
    Throwable cause = Failures.cause(failure);
    return cause.getMessage() != null && cause.getMessage().startsWith("BUSYGROUP");
  }

  private void read(RedisClusterAsyncCommands<String, String> reading) {
    if (closed) {
      return;
    }
    int room = dispatch.room();
    if (room <= 0) {
      dispatch.whenRoom(() -> read(reading));
    } else if (!open.test(lane)) {
      later(PAUSE, () -> read(reading));
    } else {
      reading
          .xreadgroup(
              Consumer.from(QueueKeys.GROUP, name),
              XReadArgs.Builder.block(BLOCK).count(room),
              StreamOffset.lastConsumed(keys.stream(lane)))
          .whenComplete((messages, failure) -> took(reading, messages, failure));
    }
  }

  private void took(
      RedisClusterAsyncCommands<String, String> reading,
      @Nullable List<StreamMessage<String, String>> messages,
      @Nullable Throwable failure) {
    if (failure == null) {
      if (messages != null) {
        messages.forEach(message -> dispatch.add(lane, message, false));
      }
      read(reading);
    } else if (!closed) {
      LOG.warn("Cannot read the queue {}: {}; trying again", keys.area(), Failures.line(failure));
      later(PAUSE, () -> prepare().whenComplete((done, again) -> read(reading)));
    }
  }
}
