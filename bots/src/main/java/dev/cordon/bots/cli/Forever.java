package dev.cordon.bots.cli;

import java.util.concurrent.CountDownLatch;

/** Services that run until the process is asked to end. */
final class Forever {
  private Forever() {}

  /** What is added to it is closed in order when the process is asked to end. */
  static Closing closedAtExit() {
    Closing closing = new Closing();
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "shutdown"));
    return closing;
  }

  /** Waits for the end. */
  static void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs until the process is asked to end, and then closes. */
  static void run(AutoCloseable service) {
    closedAtExit().add(service);
    await();
  }
}
