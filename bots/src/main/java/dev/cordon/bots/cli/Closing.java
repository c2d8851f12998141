package dev.cordon.bots.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, the last first; one that fails does not keep the others open. */
final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private boolean closed;

  /** Takes care of closing something and hands it back; at once when all else is closed already. */
  <T extends AutoCloseable> T add(T resource) {
    synchronized (this) {
      if (!closed) {
        opened.push(resource);
        return resource;
      }
    }
    closeOne(resource);
    return resource;
  }

  @Override
  public void close() {
    for (AutoCloseable next = last(); next != null; next = last()) {
      closeOne(next);
    }
  }

  private synchronized @Nullable AutoCloseable last() {
    closed = true;
    return opened.poll();
  }

  private static void closeOne(AutoCloseable resource) {
    try {
      resource.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("{} did not close: {}", resource.getClass().getSimpleName(), Failures.line(e));
    }
  }
}
