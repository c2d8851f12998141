package dev.cordon.matcher;

import java.time.Duration;

/** The index is still loading; ask again. */
public final class IndexNotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Duration retryAfter;

  public IndexNotReadyException(Duration retryAfter) {
    super("The index is still loading the banks; ask again in " + retryAfter.toSeconds() + " s");
    this.retryAfter = retryAfter;
  }

  /** When to ask again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
