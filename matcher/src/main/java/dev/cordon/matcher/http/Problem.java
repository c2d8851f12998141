package dev.cordon.matcher.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cordon.matcher.IndexNotReadyException;
import dev.cordon.matcher.MatcherJson;
import dev.cordon.matcher.MatcherUnavailableException;
import dev.cordon.matcher.bank.NoSuchBankException;
import dev.cordon.matcher.redis.RedisOutage;
import io.vertx.core.VertxException;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * What went wrong with a request, as {@code application/problem+json} (RFC 9457) says it.
 *
 * @param type a URN that tells kinds of problems apart
 * @param title the kind in words
 * @param status of the answer
 * @param detail what happened and what to do
 */
record Problem(String type, String title, int status, String detail) {
  static final String NOT_READY = "urn:cordon:problem:index-not-ready";
  static final String OVERLOADED = "urn:cordon:problem:overloaded";

  /** Ends a request with a problem. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Failure(Problem problem) {
      super(problem.detail, null, false, false);
      this.problem = problem;
    }
  }

  static Failure failure(int status, String kind, String detail) {
    return new Failure(of(status, kind, detail));
  }

  private static Problem of(int status, String kind, String detail) {
    String type = "urn:cordon:problem:" + kind.replace(' ', '-');
    return new Problem(type, kind, status, detail);
  }

  static Failure badRequest(String detail) {
    return failure(400, "bad request", detail);
  }

  static Failure notFound(String detail) {
    return failure(404, "not found", detail);
  }

  static Failure overloaded(String detail) {
    return failure(503, "overloaded", detail);
  }

  static Failure tooLarge(long limit) {
    return failure(
        413, "too large", "A body may have " + limit + " bytes here; send a smaller one");
  }

  /** The problem behind a failure. */
  static Problem of(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof Failure known) {
      return known.problem;
    }
    if (cause instanceof IndexNotReadyException) {
      return of(503, "index not ready", String.valueOf(cause.getMessage()));
    }
    if (cause instanceof NoSuchBankException) {
      return of(404, "not found", String.valueOf(cause.getMessage()));
    }
    return cause instanceof JsonProcessingException json ? unreadable(json) : other(cause);
  }

  private static Problem other(Throwable cause) {
    if (cause instanceof IllegalArgumentException) {
      return of(400, "bad request", String.valueOf(cause.getMessage()));
    }
    if (cause instanceof HttpException http) {
      return ofStatus(http.getStatusCode());
    }
    if (cause instanceof MatcherUnavailableException || RedisOutage.is(cause)) {
      return of(503, "unavailable", "Something that the matcher needs is down; ask again");
    }
    return cause instanceof VertxException
        ? of(400, "bad request", "The body did not arrive whole; send it again")
        : of(500, "internal error", "The request failed here; the service's log says why");
  }

  /** A constructor's complaint about a value is worth more than the parser's about the place. */
  private static Problem unreadable(JsonProcessingException json) {
    Throwable root = json;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why =
        root instanceof JsonProcessingException parser
            ? parser.getOriginalMessage()
            : String.valueOf(root.getMessage());
    return of(400, "bad request", "The JSON of the body does not fit: " + why);
  }

  static Problem ofStatus(int status) {
    return switch (status) {
      case 404 -> of(404, "not found", "There is no such path; /openapi.yaml lists all");
      case 405 -> of(405, "method not allowed", "The path has other methods; see /openapi.yaml");
      case 413 ->
          of(413, "too large", "The body is larger than this path takes; send a smaller one");
      default -> of(status, "refused", "The request cannot be served; see /openapi.yaml");
    };
  }

  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? cause(failure.getCause())
        : failure;
  }

  Map<String, Object> json() {
    return Map.of("type", type, "title", title, "status", status, "detail", detail);
  }

  String text() {
    try {
      return MatcherJson.mapper().writeValueAsString(json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Could not write a problem", e);
    }
  }
}
