package dev.cordon.adapters.telegram.sandbox;

import java.time.Duration;

/** A way for a call to go wrong. */
public sealed interface Fault {

  /** 429 with {@code retry_after}, nothing done. */
  record TooMany(int retryAfterSeconds) implements Fault {}

  /** A 5xx answer in Telegram's form, nothing done. */
  record ServerError(int code) implements Fault {}

  /** A 502 whose body is a proxy's HTML page, nothing done. */
  record HtmlError() implements Fault {}

  /** The connection is closed before anything is done. */
  record DropBefore() implements Fault {}

  /** Everything is done, but the connection is closed in place of an answer. */
  record DropAfter() implements Fault {}

  /** Everything is done, but the connection is closed half-way through the answer. */
  record CutAnswer() implements Fault {}

  /** Done and answered, but late. */
  record Slow(Duration by) implements Fault {}
}
