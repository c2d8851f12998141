package dev.cordon.matcher.decode;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One worker process; used by one thread at a time. */
final class WorkerProcess implements Closeable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration DYING = Duration.ofSeconds(2);

  private final Process process;
  private final ScheduledExecutorService clock;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final StderrTail stderr;

  private WorkerProcess(Process process, ScheduledExecutorService clock) {
    this.process = process;
    this.clock = clock;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.stderr = StderrTail.of(process);
  }

  /** Starts a process and waits until it is ready. */
  static WorkerProcess start(DecoderOptions options, ScheduledExecutorService clock)
      throws IOException {
    Files.createDirectories(options.natives());
    Files.createDirectories(options.scratch());
    WorkerProcess worker = new WorkerProcess(WorkerCommand.of(options).start(), clock);
    try (Deadline deadline = worker.killAfter(START)) {
      if (worker.in.read() != Answer.READY) {
        throw new IOException(
            "A decoder worker did not start"
                + (deadline.passed() ? " within " + START.toSeconds() + " s" : "")
                + "; it wrote: "
                + worker.stderr.text());
      }
      return worker;
    } catch (IOException | RuntimeException e) {
      worker.close();
      throw e;
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** The outcome of one item. */
  sealed interface Outcome {
    /** The worker answered and lives. */
    record Answered(Answer answer) implements Outcome {}

    /**
     * The worker is dead.
     *
     * @param begun whether it had begun to decode the item
     * @param reason one line for a moderator
     */
    record Died(boolean begun, String reason) implements Outcome {}
  }

  /** Sends the file and waits for the answer. An exception tells that the file cannot be read. */
  Outcome ask(Order order, Media media, Duration limit) throws IOException {
    try (Deadline deadline = killAfter(limit)) {
      boolean sent = send(order, media);
      Outcome outcome = sent ? answer() : new Outcome.Died(false, "");
      return outcome instanceof Outcome.Died died ? explain(died, deadline, limit) : outcome;
    }
  }

  private boolean send(Order order, Media media) throws IOException {
    try {
      order.of(media).writeTo(out);
    } catch (IOException e) {
      media.copyTo(OutputStream.nullOutputStream());
      return false;
    }
    return media.copyTo(out);
  }

  private Outcome answer() {
    boolean begun = false;
    try {
      begun = in.read() == Answer.BEGUN;
      return begun ? new Outcome.Answered(Answer.readFrom(in)) : new Outcome.Died(false, "");
    } catch (IOException e) {
      return new Outcome.Died(begun, "");
    }
  }

  private Outcome.Died explain(Outcome.Died died, Deadline deadline, Duration limit) {
    letDie();
    close();
    if (deadline.passed()) {
      return new Outcome.Died(true, "decoding took longer than " + limit.toMillis() + " ms");
    } else if (process.exitValue() == WorkerCommand.OUT_OF_MEMORY) {
      return new Outcome.Died(died.begun(), "decoding needs more memory than a decoder may use");
    }
    return new Outcome.Died(
        died.begun(), "the decoder died of this file (exit code " + process.exitValue() + ")");
  }

  /** Its pipe ends before it does; killed in between, it could not say any more what it died of. */
  private void letDie() {
    try {
      process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Deadline killAfter(Duration limit) {
    return new Deadline(clock, limit);
  }

  /** Kills the process when it passes. */
  private final class Deadline implements AutoCloseable {
    private final AtomicBoolean passed = new AtomicBoolean();
    private final ScheduledFuture<?> kill;

    Deadline(ScheduledExecutorService clock, Duration limit) {
      this.kill =
          clock.schedule(
              () -> {
                passed.set(true);
                process.destroyForcibly();
              },
              limit.toMillis(),
              TimeUnit.MILLISECONDS);
    }

    boolean passed() {
      return passed.get();
    }

    @Override
    public void close() {
      kill.cancel(false);
    }
  }

  /** Kills the process and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    boolean interrupted = false;
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
