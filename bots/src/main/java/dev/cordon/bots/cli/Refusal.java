package dev.cordon.bots.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot go on, for a reason that is told in one line. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;

  private Refusal(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Wrong use or settings: what is wrong and what to do. */
  static Refusal usage(String message) {
    return new Refusal(Exit.USAGE, message, null);
  }

  /** Something that must be reached cannot be: what, and what to do. */
  static Refusal unreachable(String message, Throwable cause) {
    return new Refusal(Exit.UNREACHABLE, message, cause);
  }

  int exitCode() {
    return exitCode;
  }
}
