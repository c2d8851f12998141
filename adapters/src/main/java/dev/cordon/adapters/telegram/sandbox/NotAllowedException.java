package dev.cordon.adapters.telegram.sandbox;

/** A person of the sandbox tried what Telegram's own apps would not let it do. */
public final class NotAllowedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAllowedException(String message) {
    super(message);
  }
}
