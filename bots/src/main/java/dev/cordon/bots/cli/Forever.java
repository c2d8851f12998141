package dev.cordon.bots.cli;

import java.util.concurrent.CountDownLatch;

/** Runs until the process is asked to end, and then closes in order. */
final class Forever {
  private Forever() {}

  static void run(AutoCloseable service) {
    CountDownLatch never = new CountDownLatch(1);
    Closing closing = new Closing();
    closing.add(service);
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "shutdown"));
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
