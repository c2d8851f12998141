package dev.cordon.bots.intake;

import java.time.Duration;

/** The platform does not give a file out now. */
public final class MediaDeferredException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Duration retryAfter;

  /** Says when to try again. */
  public MediaDeferredException(Duration retryAfter, String reason) {
    super(reason);
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
