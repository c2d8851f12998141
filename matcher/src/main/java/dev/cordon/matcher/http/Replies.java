package dev.cordon.matcher.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.cordon.matcher.MatcherJson;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes bodies. */
final class Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final String RETRY_SECONDS = "1";
  private static final int LINGER_MILLIS = 10_000;

  private Replies() {}

  static <T> T body(RoutingContext request, TypeReference<T> type) throws JsonProcessingException {
    String text = request.body().asString();
    T value = MatcherJson.mapper().readValue(text == null ? "" : text, type);
    if (value == null) {
      throw Problem.badRequest("The body is null; see /openapi.yaml for what it must hold");
    }
    return value;
  }

  static <T> List<T> list(RoutingContext request, TypeReference<List<T>> type)
      throws JsonProcessingException {
    List<T> values = body(request, type);
    if (values.stream().anyMatch(Objects::isNull)) {
      throw Problem.badRequest("The body holds a null; see /openapi.yaml for what it must hold");
    }
    return values;
  }

  static <T> Future<T> on(RoutingContext request, CompletionStage<T> stage) {
    return Future.fromCompletionStage(stage, request.vertx().getOrCreateContext());
  }

  static void json(RoutingContext request, int status, Future<?> value) {
    value.onSuccess(body -> send(request, status, body)).onFailure(request::fail);
  }

  static <T> T orNotFound(Optional<T> value, String what) {
    return value.orElseThrow(() -> Problem.notFound(what));
  }

  private static void send(RoutingContext request, int status, Object body) {
    try {
      String text = MatcherJson.mapper().writeValueAsString(body);
      if (!request.response().closed()) {
        request
            .response()
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .end(text);
      }
    } catch (JsonProcessingException e) {
      request.fail(e);
    }
  }

  /** Ends a request that failed. */
  static void problem(RoutingContext request) {
    Problem problem =
        request.failure() == null
            ? Problem.ofStatus(request.statusCode())
            : Problem.of(request.failure());
    if (problem.status() >= 500 && problem.status() != 503) {
      LOG.error(
          "{} {} failed", request.request().method(), request.normalizedPath(), request.failure());
    }
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    var response = request.response().setStatusCode(problem.status());
    if (problem.status() == 503) {
      response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    dropRest(request);
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json").end(problem.text());
  }

  /** A connection that is closed on a caller who still sends loses the answer on its way. */
  private static void dropRest(RoutingContext request) {
    HttpServerRequest body = request.request();
    if (body.isEnded()) {
      return;
    }
    body.handler(data -> {}).resume();
    long timer =
        request
            .vertx()
            .setTimer(
                LINGER_MILLIS,
                late -> {
                  if (!body.isEnded()) {
                    body.connection().close();
                  }
                });
    body.endHandler(ended -> request.vertx().cancelTimer(timer));
  }
}
