package dev.cordon.matcher.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place in the pool: a worker process and, when it dies, the next. */
final class WorkerSlot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerSlot.class);

  private final DecoderOptions options;
  private final ScheduledExecutorService clock;
  private volatile @Nullable WorkerProcess worker;
  private volatile boolean closed;

  WorkerSlot(DecoderOptions options, ScheduledExecutorService clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * The worker, started when there is none or it is dead.
   *
   * @throws UncheckedIOException when it cannot be started
   */
  synchronized WorkerProcess worker() {
    WorkerProcess current = worker;
    if (current == null || !current.alive()) {
      current = startProcess();
      worker = current;
    }
    return current;
  }

  private WorkerProcess startProcess() {
    if (closed) {
      throw new IllegalStateException("The decoder is closed");
    }
    try {
      return WorkerProcess.start(options, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("No decoder worker: " + e.getMessage(), e);
    }
  }

  CompletableFuture<Void> start(Executor executor) {
    return CompletableFuture.runAsync(this::worker, executor);
  }

  /** Replaces a worker that died; one that never started is left to the first file. */
  void revive() {
    WorkerProcess current = worker;
    if (current == null || current.alive() || closed) {
      return;
    }
    try {
      worker();
    } catch (RuntimeException e) {
      LOG.warn("A decoder worker died and could not be replaced; the next file will try again", e);
    }
  }

  Optional<Long> pid() {
    return Optional.ofNullable(worker).filter(WorkerProcess::alive).map(WorkerProcess::pid);
  }

  @Override
  public void close() {
    closed = true;
    WorkerProcess current = worker;
    if (current != null) {
      current.close();
    }
  }
}
