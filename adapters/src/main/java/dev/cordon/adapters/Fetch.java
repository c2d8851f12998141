package dev.cordon.adapters;

import java.time.Duration;

/** What came of fetching an attachment. */
public sealed interface Fetch {

  /** The whole file was written; {@code bytes} is its size. */
  record Fetched(long bytes) implements Fetch {}

  /** The file is larger than the platform gives out or than the caller's cap, in bytes. */
  record TooLarge(long limit) implements Fetch {}

  /** It is gone or may not be read; trying again is of no use. */
  record Gone(String reason) implements Fetch {}

  /** Worth another try: rate limit, server error, no connection. */
  record Deferred(Duration retryAfter, String reason) implements Fetch {}
}
