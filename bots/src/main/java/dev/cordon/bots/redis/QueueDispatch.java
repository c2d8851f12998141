package dev.cordon.bots.redis;

import dev.cordon.bots.work.WorkQueue.Handler;
import dev.cordon.bots.work.WorkQueue.Item;
import dev.cordon.bots.work.WorkQueue.Outcome;
import io.lettuce.core.StreamMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands items that were read to the handler, oldest first, so many at a time. */
final class QueueDispatch {
  private static final Logger LOG = LoggerFactory.getLogger(QueueDispatch.class);
  private static final Duration STORE_PAUSE = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE_DOUBLINGS = 6;

  /** Handlers give up earlier and tell people; this ends what they cannot even read. */
  private static final int MOST_FAILURES = 30;

  private final int concurrency;
  private final Handler handler;
  private final QueueSettler settler;
  private final ScheduledExecutorService executor;
  private final Queue<Item> waiting = new ArrayDeque<>();
  private final Set<String> held = new HashSet<>();
  private final Queue<Runnable> forRoom = new ArrayDeque<>();
  private int running;
  private volatile boolean closed;

  QueueDispatch(
      int concurrency, Handler handler, QueueSettler settler, ScheduledExecutorService executor) {
    this.concurrency = concurrency;
    this.handler = handler;
    this.settler = settler;
    this.executor = executor;
  }

  /** How many more items may be read. */
  synchronized int room() {
    return concurrency - running - waiting.size();
  }

  /** Runs a task as soon as there is room. */
  void whenRoom(Runnable task) {
    synchronized (this) {
      forRoom.add(task);
    }
    next();
  }

  synchronized boolean holds(String id) {
    return held.contains(id);
  }

  void close() {
    closed = true;
  }

  void add(String lane, StreamMessage<String, String> message, boolean claimed) {
    Item item = item(lane, message, claimed);
    synchronized (this) {
      if (!held.add(item.id())) {
        return;
      }
      waiting.add(item);
    }
    next();
  }

  private static Item item(String lane, StreamMessage<String, String> message, boolean claimed) {
    Map<String, String> fields = message.getBody();
    String id = message.getId();
    String since = fields.getOrDefault("since", id.substring(0, id.indexOf('-')));
    return new Item(
        id,
        lane,
        fields.getOrDefault("body", ""),
        Instant.ofEpochMilli(Long.parseLong(since)),
        Integer.parseInt(fields.getOrDefault("failures", "0")),
        claimed || fields.containsKey("again"));
  }

  private void next() {
    if (closed) {
      return;
    }
    Runnable task;
    synchronized (this) {
      Item first = running < concurrency ? waiting.poll() : null;
      if (first != null) {
        running++;
        task = () -> run(first);
      } else if (room() > 0 && !forRoom.isEmpty()) {
        task = forRoom.remove();
      } else {
        return;
      }
    }
    submit(task, Duration.ZERO);
    next();
  }

  private void submit(Runnable task, Duration delay) {
    try {
      executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Closed before an item was handled; it stays for others");
    }
  }

  private void run(Item item) {
    if (closed) {
      return;
    }
    handle(item)
        .whenComplete(
            (outcome, failure) -> {
              if (failure == null) {
                settle(item, outcome, item.failures());
              } else if (Failures.storeIsAway(failure)) {
                submit(() -> run(item), STORE_PAUSE);
              } else {
                failed(item, failure);
              }
            });
  }

  private CompletionStage<Outcome> handle(Item item) {
    try {
      return handler.handle(item);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void failed(Item item, Throwable failure) {
    int failures = item.failures() + 1;
    LOG.error(
        "Handling {} of {} failed for the {}. time; it is tried again",
        item.id(),
        item.lane(),
        failures,
        Failures.cause(failure));
    settle(item, afterBug(item, failures), failures);
  }

  private static Outcome afterBug(Item item, int failures) {
    int doublings = Math.min(item.failures(), LONGEST_PAUSE_DOUBLINGS);
    return failures < MOST_FAILURES
        ? new Outcome.Later(FIRST_PAUSE.multipliedBy(1L << doublings))
        : new Outcome.Dead("handling it failed " + failures + " times; see the log");
  }

  private void settle(Item item, Outcome outcome, int failures) {
    settler.settle(item, outcome, failures).whenComplete((done, failure) -> release(item));
  }

  private void release(Item item) {
    synchronized (this) {
      held.remove(item.id());
      running--;
    }
    next();
  }
}
