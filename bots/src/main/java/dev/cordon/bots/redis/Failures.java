package dev.cordon.bots.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Tells a store that cannot be reached now from a bug. */
final class Failures {
  private static final List<String> PASSING =
      List.of(
          "LOADING", "READONLY", "OOM", "CLUSTERDOWN", "TRYAGAIN", "MASTERDOWN", "MISCONF", "BUSY");

  private Failures() {}

  /** What went wrong, out of its wrappers. */
  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Whether Redis could not be reached or cannot serve at the moment. */
  static boolean storeIsAway(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof RedisCommandExecutionException refused) {
      String message = String.valueOf(refused.getMessage());
      return PASSING.stream().anyMatch(message::startsWith);
    }
    return cause instanceof RedisException;
  }

  /** One line for the log. */
  static String line(Throwable failure) {
    Throwable cause = cause(failure);
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
