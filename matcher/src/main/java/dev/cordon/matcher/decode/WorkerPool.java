package dev.cordon.matcher.decode;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.Request.Task;
import dev.cordon.matcher.decode.WorkerProcess.Outcome;
import dev.cordon.matcher.signal.Depth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A {@link Fingerprinter} that keeps a fixed number of worker processes. A worker that dies is
 * replaced; the file it died of is answered with a problem and not tried again, unless the worker
 * was dead before it began, in which case it is tried once more.
 *
 * <p>Processes are started by {@link #start} or by the first file that needs them. Files wait in
 * order when all workers are busy.
 */
public final class WorkerPool implements Fingerprinter {
  private final DecoderOptions options;
  private final ExecutorService threads;
  private final ScheduledExecutorService clock;
  private final List<WorkerSlot> slots;

  /** As many as there are threads, so that a running thread always finds one. */
  private final Queue<WorkerSlot> idle;

  private volatile boolean closed;

  public WorkerPool(DecoderOptions options) {
    this.options = options;
    this.threads = Executors.newFixedThreadPool(options.workers(), named("decoder"));
    this.clock = Executors.newSingleThreadScheduledExecutor(named("decoder-deadline"));
    this.slots =
        Stream.generate(() -> new WorkerSlot(options, clock)).limit(options.workers()).toList();
    this.idle = new ConcurrentLinkedQueue<>(slots);
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Starts every worker; completes when all are ready, fails when one cannot be started. */
  public CompletionStage<Void> start() {
    return CompletableFuture.allOf(
        slots.stream().map(slot -> slot.start(threads)).toArray(CompletableFuture[]::new));
  }

  @Override
  public CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths) {
    return withSlot(slot -> examine(slot, new Order(Task.FINGERPRINT, depths), media).hashes());
  }

  @Override
  public CompletionStage<Optional<byte[]>> preview(Path media) {
    return shown(new Order(Task.PREVIEW, Set.of()), media);
  }

  @Override
  public CompletionStage<Optional<byte[]>> rendering(Path media) {
    return shown(new Order(Task.RENDERING, Set.of()), media);
  }

  @Override
  public CompletionStage<Optional<byte[]>> frames(
      Path media, List<Double> seconds, boolean blurred) {
    return shown(Order.at(blurred ? Task.PREVIEW : Task.RENDERING, seconds), media);
  }

  @Override
  public CompletionStage<Optional<byte[]>> spectrogram(Path media, double from, double to) {
    return shown(Order.at(Task.SPECTROGRAM, List.of(from, to)), media);
  }

  private CompletionStage<Optional<byte[]>> shown(Order order, Path media) {
    return withSlot(slot -> examine(slot, order, media).answer().png());
  }

  private <T> CompletionStage<T> withSlot(Function<WorkerSlot, T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      threads.execute(() -> runWithSlot(work, result));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(closedException());
    }
    return result;
  }

  private <T> void runWithSlot(Function<WorkerSlot, T> work, CompletableFuture<T> result) {
    WorkerSlot slot = idle.remove();
    try {
      result.complete(work.apply(slot));
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    } finally {
      slot.revive();
      idle.add(slot);
    }
  }

  /** What came of one file. */
  private record Examined(List<Signal> digests, Answer answer) {
    Hashes hashes() {
      return new Hashes(
          Stream.concat(digests.stream(), answer.signals().stream()).toList(), answer.problem());
    }
  }

  private Examined examine(WorkerSlot slot, Order order, Path file) {
    try {
      return attempt(slot, order, file, 1);
    } catch (NoSuchFileException e) {
      return new Examined(List.of(), Answer.problem("there is no such file"));
    } catch (IOException e) {
      return new Examined(List.of(), Answer.problem("the file cannot be read: " + e.getMessage()));
    }
  }

  private Examined attempt(WorkerSlot slot, Order order, Path file, int retries)
      throws IOException {
    try (Media media = Media.open(file, order.depths().contains(Depth.WHOLE))) {
      Optional<String> refusal = media.refusal(options.maxBytes());
      if (refusal.isPresent()) {
        media.copyTo(OutputStream.nullOutputStream());
        return new Examined(media.digests(), Answer.problem(refusal.get()));
      }
      Outcome outcome = slot.worker().ask(order, media, limit(media));
      if (outcome instanceof Outcome.Died died) {
        return died.begun() || retries == 0
            ? new Examined(media.digests(), Answer.problem(reason(died)))
            : attempt(slot, order, file, retries - 1);
      }
      return new Examined(media.digests(), ((Outcome.Answered) outcome).answer());
    }
  }

  private Duration limit(Media media) {
    return Duration.ofMillis(media.format().patience(options.perItem().toMillis(), media.size()));
  }

  private String reason(Outcome.Died died) {
    if (closed) {
      throw closedException();
    }
    return died.reason();
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("The decoder is closed");
  }

  /** Kills the workers; files that were not answered fail. */
  @Override
  public void close() {
    closed = true;
    slots.forEach(WorkerSlot::close);
    threads.shutdown();
    clock.shutdownNow();
  }

  /** The process ids of the live workers. */
  List<Long> pids() {
    return slots.stream().flatMap(slot -> slot.pid().stream()).toList();
  }
}
