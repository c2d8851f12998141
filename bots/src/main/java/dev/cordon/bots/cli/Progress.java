package dev.cordon.bots.cli;

import java.io.PrintStream;

/** A counting line on standard error when that is a terminal, and remarks between. */
final class Progress implements AutoCloseable {
  private static final long NANOS_BETWEEN = 100_000_000;
  private static final long NANOS_A_MINUTE = 60_000_000_000L;

  private final PrintStream out = System.err;
  private final boolean terminal = Boolean.getBoolean("cordon.terminal");
  private final String what;
  private final int total;
  private int done;
  private final long begunAt = System.nanoTime();
  private long shownAt = begunAt;

  /** Counts up to a total. */
  Progress(String what, int total) {
    this.what = what;
    this.total = total;
  }

  synchronized void step() {
    done++;
    if (terminal && System.nanoTime() - shownAt > NANOS_BETWEEN) {
      shownAt = System.nanoTime();
      out.printf(
          "\r\033[K%s %d of %d (%d %%%s)",
          what, done, total, 100L * done / Math.max(1, total), left());
      out.flush();
    }
  }

  /** What is said of the time only matters when it is minutes. */
  private String left() {
    long minutes = (shownAt - begunAt) / done * (total - done) / NANOS_A_MINUTE;
    return minutes == 0 ? "" : ", about " + minutes + " min left";
  }

  /** Tells something in a line of its own. */
  synchronized void remark(String line) {
    wipe();
    out.println("cordon: " + line);
  }

  private void wipe() {
    if (terminal) {
      out.print("\r\033[K");
    }
  }

  @Override
  public synchronized void close() {
    wipe();
    out.flush();
  }
}
