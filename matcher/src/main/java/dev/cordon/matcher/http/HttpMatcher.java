package dev.cordon.matcher.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.matcher.IndexNotReadyException;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.MatcherJson;
import dev.cordon.matcher.MatcherUnavailableException;
import dev.cordon.matcher.Scan;
import dev.cordon.matcher.Signal;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Asks a {@link MatcherService} elsewhere. A malformed request fails with an {@link
 * IllegalArgumentException}, everything else that is no answer with one of the two exceptions that
 * mean "ask again".
 */
public final class HttpMatcher implements Matcher {
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final WebClient client;
  private final URI base;
  private final Optional<String> key;
  private final Duration timeout;
  private final CircuitBreaker breaker;

  /**
   * Connects to nothing yet.
   *
   * @param base for example {@code http://127.0.0.1:8650}
   * @param key an API key; not for logs
   * @param timeout of one request
   */
  public HttpMatcher(Vertx vertx, URI base, Optional<String> key, Duration timeout) {
    this.vertx = vertx;
    this.base = base;
    this.key = key;
    this.timeout = timeout;
    this.client = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
    this.breaker = CircuitBreaker.of("matcher", breakerSettings());
  }

  /** Only a matcher that cannot be reached counts; one that is loading or refuses is alive. */
  private static CircuitBreakerConfig breakerSettings() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(20)
        .minimumNumberOfCalls(10)
        .waitDurationInOpenState(Duration.ofSeconds(2))
        .recordException(MatcherUnavailableException.class::isInstance)
        .build();
  }

  @Override
  public CompletionStage<Scan> scan(Path media) {
    return send(() -> upload("/v1/match", media))
        .thenApply(body -> read(body, Scan.class))
        .exceptionallyCompose(
            failure ->
                Problem.cause(failure) instanceof TooLargeException large
                    ? digests(media).thenCompose(digests -> judge(digests, large))
                    : CompletableFuture.failedFuture(failure));
  }

  /** What is too large to be sent may still be known by its digest. */
  private CompletionStage<Scan> judge(List<Signal> digests, TooLargeException large) {
    return match(digests)
        .thenApply(
            result -> {
              boolean unknown =
                  result instanceof MatchResult.NoMatch clean && clean.allowedBy().isEmpty();
              return new Scan(
                  unknown ? new MatchResult.Unscannable(large.reason()) : result, digests);
            });
  }

  private CompletionStage<List<Signal>> digests(Path media) {
    return vertx.executeBlocking(() -> Digests.of(media), false).toCompletionStage();
  }

  private static final class TooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String detail) {
      super(detail);
    }

    String reason() {
      return "the file is too large for the matcher: " + getMessage();
    }
  }

  @Override
  public CompletionStage<MatchResult> match(List<Signal> signals) {
    return send(() -> post("/v1/match/signals", json(signals)))
        .thenApply(body -> read(body, MatchResult.class));
  }

  @Override
  public CompletionStage<Hashes> hash(Path media) {
    return send(() -> upload("/v1/hash", media))
        .thenApply(body -> read(body, Hashes.class))
        .exceptionallyCompose(
            failure ->
                Problem.cause(failure) instanceof TooLargeException large
                    ? digests(media)
                        .thenApply(digests -> new Hashes(digests, Optional.of(large.reason())))
                    : CompletableFuture.failedFuture(failure));
  }

  @Override
  public CompletionStage<Optional<byte[]>> preview(Path media) {
    return send(() -> upload("/v1/preview", media))
        .thenApply(HttpMatcher::picture)
        .exceptionallyCompose(
            failure ->
                Problem.cause(failure) instanceof TooLargeException
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : CompletableFuture.failedFuture(failure));
  }

  private static Optional<byte[]> picture(Buffer body) {
    return body.length() == 0 ? Optional.empty() : Optional.of(body.getBytes());
  }

  @Override
  public CompletionStage<Status> status() {
    return send(() -> request(HttpMethod.GET, "/v1/status").send())
        .thenApply(body -> read(body, Status.class));
  }

  private Future<HttpResponse<Buffer>> upload(String path, Path media) {
    return vertx
        .fileSystem()
        .open(media.toString(), new OpenOptions().setRead(true).setCreate(false).setWrite(false))
        .compose(file -> upload(path, file));
  }

  private Future<HttpResponse<Buffer>> upload(String path, AsyncFile file) {
    return file.size()
        .compose(
            size ->
                request(HttpMethod.POST, path)
                    .putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/octet-stream")
                    .putHeader(HttpHeaders.CONTENT_LENGTH.toString(), size.toString())
                    .sendStream(file))
        .eventually(() -> file.close().otherwiseEmpty());
  }

  private Future<HttpResponse<Buffer>> post(String path, String json) {
    return request(HttpMethod.POST, path)
        .putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/json")
        .sendBuffer(Buffer.buffer(json));
  }

  private HttpRequest<Buffer> request(HttpMethod method, String path) {
    HttpRequest<Buffer> request =
        client.requestAbs(method, base.resolve(path).toString()).timeout(timeout.toMillis());
    key.ifPresent(request::bearerTokenAuthentication);
    return request;
  }

  private CompletionStage<Buffer> send(Supplier<Future<HttpResponse<Buffer>>> request) {
    return breaker
        .executeCompletionStage(() -> answer(request))
        .exceptionally(
            failure -> {
              throw new CompletionException(translated(failure));
            });
  }

  private CompletionStage<Buffer> answer(Supplier<Future<HttpResponse<Buffer>>> request) {
    return request
        .get()
        .recover(failure -> Future.failedFuture(translated(failure)))
        .map(this::bodyOf)
        .toCompletionStage();
  }

  private RuntimeException translated(Throwable failure) {
    Throwable cause = Problem.cause(failure);
    boolean known =
        cause instanceof MatcherUnavailableException
            || cause instanceof IndexNotReadyException
            || cause instanceof IllegalArgumentException;
    return known ? (RuntimeException) cause : unavailable("cannot be reached", cause);
  }

  private MatcherUnavailableException unavailable(String why, Throwable cause) {
    return new MatcherUnavailableException(
        "The matcher at " + base + " " + why + "; see that it runs, and ask again", cause);
  }

  private Buffer bodyOf(HttpResponse<Buffer> response) {
    Buffer body = response.body() == null ? Buffer.buffer() : response.body();
    int status = response.statusCode();
    if (status / 100 == 2) {
      return body;
    }
    JsonNode problem = problem(body);
    String detail = problem.path("detail").asText("");
    if (status == 503 && problem.path("type").asText().equals(Problem.NOT_READY)) {
      throw new IndexNotReadyException(retryAfter(response));
    }
    if (status == 413) {
      throw new TooLargeException(detail);
    }
    if (status == 400) {
      throw new IllegalArgumentException(detail);
    }
    throw unavailable("answered " + status, new IllegalStateException(detail));
  }

  private static Duration retryAfter(HttpResponse<Buffer> response) {
    String seconds = response.getHeader("Retry-After");
    return seconds != null && seconds.matches("\\d{1,5}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : RETRY;
  }

  private static JsonNode problem(Buffer body) {
    try {
      return MatcherJson.mapper().readTree(body.getBytes());
    } catch (IOException e) {
      return MatcherJson.mapper().createObjectNode();
    }
  }

  private static <T> T read(Buffer body, Class<T> type) {
    try {
      return MatcherJson.mapper().readValue(body.getBytes(), type);
    } catch (IOException e) {
      throw new MatcherUnavailableException(
          "The matcher's answer is not a " + type.getSimpleName() + "; is it of this version?", e);
    }
  }

  private static String json(List<Signal> signals) {
    try {
      return MatcherJson.mapper().writeValueAsString(signals);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Could not write signals", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
