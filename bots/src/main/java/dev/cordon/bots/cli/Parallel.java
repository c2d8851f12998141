package dev.cordon.bots.cli;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many things at the same time and hands the results over in the things' own order. */
final class Parallel {
  /** How far workers may run ahead of the slowest item, so that memory stays flat. */
  private static final int AHEAD = 1000;

  private Parallel() {}

  static <T, R> void each(List<T> things, int threads, Function<T, R> work, Consumer<R> results) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    Queue<Future<R>> running = new ArrayDeque<>();
    try {
      for (T thing : things) {
        running.add(pool.submit(() -> work.apply(thing)));
        if (running.size() > AHEAD) {
          results.accept(finished(running.remove()));
        }
      }
      while (!running.isEmpty()) {
        results.accept(finished(running.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R finished(Future<R> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
