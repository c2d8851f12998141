package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** What came of a call to the Bot API. No text in it holds the token. */
sealed interface Answer {

  /** It was done; {@code result} is what the method gives. */
  record Ok(JsonNode result) implements Answer {}

  /**
   * The server said no.
   *
   * @param code the error code, like an HTTP status
   * @param retryAfter how long to wait, when it said so
   * @param movedTo the chat's new id, when it moved
   */
  record Failed(
      int code, String description, Optional<Duration> retryAfter, Optional<String> movedTo)
      implements Answer {

    boolean says(String words) {
      return description
          .toLowerCase(java.util.Locale.ROOT)
          .contains(words.toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** No answer that can be read: connection, timeout, foreign content. */
  record Broken(Outage outage) implements Answer {}

  /** It was not sent, because it is not its turn. */
  record Held(Duration retryAfter, String reason) implements Answer {}

  /** The word for metrics: {@code ok}, an error code, or what broke. */
  default String outcome() {
    if (this instanceof Failed failed) {
      return Integer.toString(failed.code());
    }
    if (this instanceof Broken broken) {
      return broken.outage().word();
    }
    return this instanceof Ok ? "ok" : "held";
  }

  /** One line for an operator or a moderator. */
  default String reason() {
    if (this instanceof Failed failed) {
      return "Telegram answered " + failed.code() + " " + failed.description();
    }
    if (this instanceof Broken broken) {
      return broken.outage().sentence();
    }
    return this instanceof Held held ? held.reason() : "done";
  }
}
