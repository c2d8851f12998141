package dev.cordon.matcher.http;

import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.redis.ApiKeys;
import dev.cordon.matcher.redis.ApiKeys.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The matcher over HTTP; its description is served at {@code /openapi.yaml}. */
public final class MatcherService implements AutoCloseable {
  private static final int MAX_HEADER_BYTES = 8 << 10;
  private static final int MAX_LINE_BYTES = 4 << 10;
  private static final int MAX_JSON_BYTES = 12 << 20;
  private static final int CLOSE_SECONDS = 10;

  private final Vertx vertx;
  private final ServiceSettings settings;
  private final Matcher matcher;
  private final Guard guard;
  private final Uploads uploads;
  private final MatchRoutes match;
  private final BankRoutes banks;
  private final MeterRegistry meters;
  private @Nullable HttpServer server;

  /**
   * A service that does nothing until {@link #start}; closes none of what it is given.
   *
   * @param matcher judges; usually a local one
   * @param keys decide who may ask
   */
  public MatcherService(
      Vertx vertx,
      ServiceSettings settings,
      Matcher matcher,
      BankStore store,
      ApiKeys keys,
      Clock clock,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.settings = settings;
    this.matcher = matcher;
    this.guard = new Guard(keys, settings.host());
    this.uploads = new Uploads(vertx, settings);
    this.match = new MatchRoutes(matcher, uploads);
    this.banks = new BankRoutes(store, matcher, uploads, clock);
    this.meters = meters;
  }

  /**
   * Listens.
   *
   * @return the port; fails with an {@link IllegalStateException} when anyone but this machine
   *     could ask without a key
   */
  public CompletionStage<Integer> start() {
    Gauge.builder("cordon.matcher.http.uploads", uploads, Uploads::running)
        .description("Requests with media that are being served")
        .register(meters);
    return guard
        .checkBinding(settings.host())
        .compose(allowed -> uploads.prepare())
        .compose(prepared -> listen())
        .toCompletionStage();
  }

  private Future<Integer> listen() {
    HttpServer created = vertx.createHttpServer(options()).requestHandler(router());
    server = created;
    return created.listen().map(HttpServer::actualPort);
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(settings.host())
        .setPort(settings.port())
        .setIdleTimeout((int) settings.idleTimeout().toSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxHeaderSize(MAX_HEADER_BYTES)
        .setMaxInitialLineLength(MAX_LINE_BYTES)
        .setHttp2ClearTextEnabled(false)
        .setDecompressionSupported(false);
  }

  Router router() {
    Router router = Router.router(vertx);
    router.errorHandler(404, Replies::problem);
    router.errorHandler(405, Replies::problem);
    health(router);
    matching(router);
    keeping(router);
    return router;
  }

  private void health(Router router) {
    router.get("/health/live").handler(request -> request.response().setStatusCode(204).end());
    router.get("/health/ready").handler(this::ready).failureHandler(Replies::problem);
    route(router, HttpMethod.GET, "/openapi.yaml", Role.MATCH, MatcherService::describe);
  }

  private void matching(Router router) {
    route(router, HttpMethod.GET, "/v1/status", Role.MATCH, match::status);
    route(router, HttpMethod.POST, "/v1/match", Role.MATCH, match::match);
    jsonRoute(router, HttpMethod.POST, "/v1/match/signals", Role.MATCH, match::matchSignals);
    route(router, HttpMethod.POST, "/v1/hash", Role.MATCH, match::hash);
    route(router, HttpMethod.POST, "/v1/preview", Role.MATCH, match::preview);
  }

  private void keeping(Router router) {
    route(router, HttpMethod.GET, "/v1/banks", Role.CURATE, banks::banks);
    route(router, HttpMethod.GET, "/v1/banks/:bank", Role.CURATE, banks::bank);
    jsonRoute(router, HttpMethod.PUT, "/v1/banks/:bank", Role.ADMIN, banks::putBank);
    route(router, HttpMethod.DELETE, "/v1/banks/:bank", Role.ADMIN, banks::removeBank);
    route(router, HttpMethod.GET, "/v1/banks/:bank/entries", Role.CURATE, banks::entries);
    jsonRoute(router, HttpMethod.POST, "/v1/banks/:bank/entries", Role.CURATE, banks::addBySignals);
    route(router, HttpMethod.POST, "/v1/banks/:bank/media", Role.CURATE, banks::addMedia);
    route(router, HttpMethod.GET, "/v1/entries/:id", Role.CURATE, banks::entry);
    jsonRoute(router, HttpMethod.PUT, "/v1/entries/:id", Role.CURATE, banks::putEntry);
    route(router, HttpMethod.DELETE, "/v1/entries/:id", Role.CURATE, banks::removeEntry);
  }

  /** What serves a request; what it throws becomes a problem. */
  private interface Endpoint {
    void serve(RoutingContext request) throws IOException;
  }

  private void route(Router router, HttpMethod method, String path, Role role, Endpoint endpoint) {
    router
        .route(method, path)
        .handler(admission(role))
        .handler(request -> serve(request, endpoint))
        .failureHandler(Replies::problem);
  }

  private void jsonRoute(
      Router router, HttpMethod method, String path, Role role, Endpoint endpoint) {
    router
        .route(method, path)
        .handler(admission(role))
        .handler(BodyHandler.create(false).setBodyLimit(MAX_JSON_BYTES))
        .handler(request -> serve(request, endpoint))
        .failureHandler(Replies::problem);
  }

  /** Vert.x lets only this kind of handler stand before one that reads the body. */
  private SecurityPolicyHandler admission(Role role) {
    return request -> guard.admit(request, role);
  }

  private static void serve(RoutingContext request, Endpoint endpoint) {
    try {
      endpoint.serve(request);
    } catch (IOException | RuntimeException e) {
      request.fail(e);
    }
  }

  private void ready(RoutingContext request) {
    Replies.on(request, matcher.status())
        .onSuccess(
            status -> {
              boolean ready = status.ready();
              if (!ready) {
                request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
              }
              request.response().setStatusCode(ready ? 204 : 503).end();
            })
        .onFailure(request::fail);
  }

  private static void describe(RoutingContext request) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
        .end(Buffer.buffer(description()));
  }

  static byte[] description() {
    try (InputStream yaml = MatcherService.class.getResourceAsStream("openapi.yaml")) {
      if (yaml == null) {
        throw new IllegalStateException("openapi.yaml is not on the class path");
      }
      return yaml.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops to listen and lets running requests end. */
  @Override
  public void close() {
    if (server != null) {
      server
          .shutdown(CLOSE_SECONDS, TimeUnit.SECONDS)
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    }
  }
}
