package dev.cordon.matcher.decode.worker;

/** A file cannot be decoded; the message says why, in one line for a moderator. */
final class UnscannableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnscannableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
