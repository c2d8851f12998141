package dev.cordon.matcher.decode.worker;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends this process when a file takes far too long. The pool kills a slow worker before; this is
 * for a worker whose pool was killed itself.
 */
final class Watchdog {
  private static final int EXIT_CODE = 4;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<?> bite;

  /**
   * @param millis until the process is ended
   */
  void begin(long millis) {
    bite =
        timer.schedule(() -> Runtime.getRuntime().halt(EXIT_CODE), millis, TimeUnit.MILLISECONDS);
  }

  void end() {
    if (bite != null) {
      bite.cancel(false);
    }
  }
}
