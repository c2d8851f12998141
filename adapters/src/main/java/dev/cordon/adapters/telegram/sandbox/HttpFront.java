package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP side of the Bot API: {@code /bot<token>/<method>} and {@code /file/bot<token>/<path>}.
 * Answers only to loopback names, against DNS rebinding.
 */
final class HttpFront {
  private static final Pattern CALL = Pattern.compile("/bot([^/]*)/([A-Za-z]+)");
  private static final Pattern DOWNLOAD = Pattern.compile("/file/bot([^/]*)/(.+)");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private final Vertx vertx;
  private final World world;
  private final Api api;
  private final Knobs knobs;
  private final PageFront page;

  HttpFront(Vertx vertx, World world, Api api, Knobs knobs, PageFront page) {
    this.vertx = vertx;
    this.world = world;
    this.api = api;
    this.knobs = knobs;
    this.page = page;
  }

  void handle(HttpServerRequest request) {
    String path = Optional.ofNullable(request.path()).orElse("/").replace("%3A", ":");
    Matcher call = CALL.matcher(path);
    Matcher download = DOWNLOAD.matcher(path);
    if (request.authority() == null || !LOOPBACK.contains(request.authority().host())) {
      refuse(request, ApiError.of(403, "Forbidden: the sandbox answers to loopback names only"));
    } else if (call.matches()) {
      call(request, call.group(1), api.canonical(call.group(2)));
    } else if (download.matches()) {
      download(request, download.group(1), download.group(2));
    } else {
      page.handle(request, path);
    }
  }

  private void call(HttpServerRequest request, String token, String method) {
    world.journal().called(method);
    Optional<Fault> fault = knobs.next(method);
    if (fault.filter(f -> f instanceof Fault.DropBefore).isPresent()) {
      request.connection().close();
      return;
    }
    Params.read(request)
        .compose(params -> later(fault).map(v -> params))
        .compose(params -> outcome(request, token, method, params, fault))
        .onSuccess(result -> answer(request, Json.object().put("ok", true), result, fault))
        .onFailure(failure -> failed(request, method, failure));
  }

  private Future<JsonNode> outcome(
      HttpServerRequest request,
      String token,
      String method,
      Params params,
      Optional<Fault> fault) {
    Optional<ApiError> forced = fault.flatMap(HttpFront::error);
    if (forced.isPresent()) {
      return Future.failedFuture(forced.get());
    }
    Bot bot = world.bot(token).orElseThrow(() -> unknown(token));
    return api.call(
        method,
        new Call(world, bot, params),
        gone -> request.response().closeHandler(closed -> gone.run()));
  }

  private static ApiError unknown(String token) {
    boolean formed = token.matches("\\d+:[A-Za-z0-9_-]+");
    return formed ? ApiError.of(401, "Unauthorized") : ApiError.of(404, "Not Found");
  }

  private static Optional<ApiError> error(Fault fault) {
    if (fault instanceof Fault.TooMany tooMany) {
      return Optional.of(ApiError.tooMany(tooMany.retryAfterSeconds()));
    }
    if (fault instanceof Fault.ServerError error) {
      boolean plain = error.code() == 500;
      return Optional.of(
          ApiError.of(error.code(), plain ? "Internal Server Error" : "Bad Gateway"));
    }
    return fault instanceof Fault.HtmlError
        ? Optional.of(ApiError.of(502, "<html>"))
        : Optional.empty();
  }

  private Future<Void> later(Optional<Fault> fault) {
    Duration delay = knobs.latency();
    if (fault.isPresent() && fault.get() instanceof Fault.Slow slow) {
      delay = delay.plus(slow.by());
    }
    return delay.isZero()
        ? Future.succeededFuture()
        : vertx.timer(Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS).mapEmpty();
  }

  private static void answer(
      HttpServerRequest request, ObjectNode envelope, JsonNode result, Optional<Fault> fault) {
    Buffer body = Buffer.buffer(envelope.set("result", result).toString());
    request.response().putHeader("Content-Type", "application/json");
    send(request, body, fault);
  }

  /** Sends a body whole, by half or not at all. */
  private static void send(HttpServerRequest request, Buffer body, Optional<Fault> fault) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }
    Fault how = fault.orElse(null);
    if (how instanceof Fault.DropAfter) {
      request.connection().close();
    } else if (how instanceof Fault.CutAnswer) {
      response.putHeader("Content-Length", Integer.toString(body.length()));
      response
          .write(body.slice(0, body.length() / 2))
          .onComplete(written -> request.connection().close());
    } else {
      response.end(body);
    }
  }

  private void failed(HttpServerRequest request, String method, Throwable failure) {
    ApiError error =
        failure instanceof ApiError known ? known : ApiError.of(500, "Internal Server Error");
    world.journal().failed(method, String.valueOf(error.getMessage()));
    refuse(request, error);
  }

  private static void refuse(HttpServerRequest request, ApiError error) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(error.code());
    if ("<html>".equals(error.getMessage())) {
      response.putHeader("Content-Type", "text/html").end("<html><h1>502 Bad Gateway</h1></html>");
      return;
    }
    ObjectNode body = error.json();
    if (error.code() == 429) {
      response.putHeader("Retry-After", body.at("/parameters/retry_after").asText());
    }
    response.putHeader("Content-Type", "application/json").end(body.toString());
  }

  private void download(HttpServerRequest request, String token, String path) {
    Optional<Fault> fault = knobs.next(Knobs.FILE);
    world.journal().called(Knobs.FILE);
    if (fault.filter(f -> f instanceof Fault.DropBefore).isPresent()) {
      request.connection().close();
      return;
    }
    later(fault)
        .compose(v -> file(token, path, fault))
        .onSuccess(bytes -> sendFile(request, bytes, fault))
        .onFailure(failure -> failed(request, Knobs.FILE, failure));
  }

  private Future<Buffer> file(String token, String path, Optional<Fault> fault) {
    Optional<ApiError> forced = fault.flatMap(HttpFront::error);
    if (forced.isPresent()) {
      return Future.failedFuture(forced.get());
    }
    if (world.bot(token).isEmpty()) {
      return Future.failedFuture(unknown(token));
    }
    return world
        .files()
        .byPath(path)
        .filter(file -> file.size() <= Files.MAX_DOWNLOAD)
        .map(file -> Future.succeededFuture(Buffer.buffer(file.bytes())))
        .orElseGet(() -> Future.failedFuture(ApiError.of(404, "Not Found")));
  }

  private void sendFile(HttpServerRequest request, Buffer bytes, Optional<Fault> fault) {
    world.journal().downloaded();
    request.response().putHeader("Content-Type", "application/octet-stream");
    send(request, bytes, fault);
  }
}
