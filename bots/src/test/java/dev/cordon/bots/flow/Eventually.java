package dev.cordon.bots.flow;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for real processes and servers, with a deadline. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Eventually() {}

  /** Returns as soon as the condition holds. */
  public static void eventually(String what, BooleanSupplier condition) throws TimeoutException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("Not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
