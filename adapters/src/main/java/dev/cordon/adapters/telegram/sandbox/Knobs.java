package dev.cordon.adapters.telegram.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What makes the sandbox behave badly, to be turned while it runs. Methods are named as in the Bot
 * API; {@link #FILE} stands for a download and {@link #ANY} for every call and download.
 */
public final class Knobs {
  /** Every method, and downloads. */
  public static final String ANY = "*";

  /** The download of a file. */
  public static final String FILE = "file";

  /** Applies to calls number {@code every}, 2 × {@code every} and so on, {@code times} times. */
  private record Rule(String method, int every, long times, Fault fault, AtomicLong seen) {
    boolean hits(String called) {
      if (!method.equals(ANY) && !method.equalsIgnoreCase(called)) {
        return false;
      }
      long n = seen.incrementAndGet();
      return n % every == 0 && n / every <= times;
    }
  }

  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private volatile Duration latency = Duration.ZERO;
  private volatile boolean strict = true;
  private volatile boolean outage;

  Knobs() {}

  /** Every answer comes this much later. */
  public void latency(Duration delay) {
    latency = delay;
  }

  /** Whether unknown parameters and wrong types are refused, which Telegram would ignore; on. */
  public void strict(boolean on) {
    strict = on;
  }

  /** While on, every connection is closed without an answer. */
  public void outage(boolean on) {
    outage = on;
  }

  /** Every n-th call of a method goes wrong, {@code n} at least 1. */
  public void every(int n, String method, Fault fault) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be at least 1, got " + n);
    }
    rules.add(new Rule(method, n, Long.MAX_VALUE, fault, new AtomicLong()));
  }

  /** The next call of a method goes wrong. */
  public void once(String method, Fault fault) {
    rules.add(new Rule(method, 1, 1, fault, new AtomicLong()));
  }

  /** Takes back all faults, latency and outage; strictness stays. */
  public void clear() {
    rules.clear();
    latency = Duration.ZERO;
    outage = false;
  }

  Duration latency() {
    return latency;
  }

  boolean strict() {
    return strict;
  }

  /** What goes wrong with this call. */
  Optional<Fault> next(String method) {
    if (outage) {
      return Optional.of(new Fault.DropBefore());
    }
    Optional<Fault> fault = Optional.empty();
    for (Rule rule : rules) {
      if (rule.hits(method) && fault.isEmpty()) {
        fault = Optional.of(rule.fault());
      }
    }
    return fault;
  }
}
