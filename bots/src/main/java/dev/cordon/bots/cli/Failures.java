package dev.cordon.bots.cli;

import dev.cordon.matcher.MatcherUnavailableException;
import dev.cordon.matcher.bank.NoSuchBankException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.LoggerFactory;

/** Tells failures that no command expected, in one line; the stack goes to the log at debug. */
final class Failures {
  private Failures() {}

  static int told(Throwable failure, String command) {
    Throwable cause = cause(failure);
    LoggerFactory.getLogger(Failures.class).debug("{} failed", command, cause);
    if (cause instanceof MatcherUnavailableException) {
      Main.tell(cause.getMessage() + "; check matcher.url and matcher.key");
      return Exit.UNREACHABLE;
    }
    if (cause instanceof NoSuchBankException || cause instanceof IllegalArgumentException) {
      Main.tell(String.valueOf(cause.getMessage()));
      return Exit.USAGE;
    }
    Main.tell(line(cause) + "; CORDON_LOG_LEVEL=debug shows more");
    return Exit.FINDINGS;
  }

  /** What went wrong beneath the wrappers that futures put around it. */
  static Throwable cause(Throwable failure) {
    Throwable beneath = failure.getCause();
    return beneath != null && wraps(failure, beneath) ? cause(beneath) : failure;
  }

  /** One line for people. */
  static String line(Throwable cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no file " + cause.getMessage();
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  private static boolean wraps(Throwable failure, Throwable beneath) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || (failure instanceof UncheckedIOException && beneath instanceof IOException);
  }
}
