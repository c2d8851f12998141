package dev.cordon.matcher.bank;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes expired entries from a store now and then. Verdicts do not wait for it: an entry does not
 * match from the moment it expires. Any number may run on one store.
 */
public final class ExpirySweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExpirySweeper.class);

  private final BankStore store;
  private final Clock clock;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "expiry-sweeper");
            thread.setDaemon(true);
            return thread;
          });

  public ExpirySweeper(BankStore store, Clock clock, Duration every) {
    this.store = store;
    this.clock = clock;
    this.every = every;
  }

  /** Begins to sweep, at once for the first time. */
  public void start() {
    timer.scheduleWithFixedDelay(this::sweep, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      long removed = store.removeExpired(clock.instant()).toCompletableFuture().join();
      if (removed > 0) {
        LOG.info("Removed {} expired bank entries", removed);
      }
    } catch (RuntimeException e) {
      LOG.warn("Expired bank entries could not be removed; trying again later: {}", e.toString());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
