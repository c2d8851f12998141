package dev.cordon.bots.console;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What operators' machines ask: {@code /health/live}, {@code /health/ready} (503 with the reasons
 * while something is not well) and {@code /metrics} in Prometheus' text form.
 */
public final class Operations {
  private static final int IDLE_SECONDS = 30;

  private final Vertx vertx;
  private final PrometheusMeterRegistry meters;
  private final Supplier<CompletionStage<Map<String, String>>> problems;

  /**
   * Answers from these.
   *
   * @param problems what is not well now, by part; empty when all is well. No secret may be in it
   */
  public Operations(
      Vertx vertx,
      PrometheusMeterRegistry meters,
      Supplier<CompletionStage<Map<String, String>>> problems) {
    this.vertx = vertx;
    this.meters = meters;
    this.problems = problems;
  }

  /** Listens; the port that it got, when {@code port} is 0. */
  public CompletionStage<HttpServer> listen(String host, int port) {
    Router router = Router.router(vertx);
    router.get("/health/live").handler(call -> call.json(new JsonObject().put("live", true)));
    router.get("/health/ready").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
    HttpServerOptions options =
        new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setMaxHeaderSize(8192);
    Future<HttpServer> listening =
        vertx.createHttpServer(options).requestHandler(router).listen(port, host);
    return listening.toCompletionStage();
  }

  private void ready(RoutingContext call) {
    problems
        .get()
        .whenComplete(
            (found, failure) ->
                vertx.runOnContext(
                    go -> {
                      if (failure == null && found.isEmpty()) {
                        call.json(new JsonObject().put("ready", true));
                      } else {
                        notReady(call, failure == null ? found : Map.of("check", "failed"));
                      }
                    }));
  }

  private static void notReady(RoutingContext call, Map<String, String> found) {
    JsonObject reasons = new JsonObject();
    new TreeMap<>(found).forEach(reasons::put);
    call.response().setStatusCode(503);
    call.json(new JsonObject().put("ready", false).put("problems", reasons));
  }

  private void metrics(RoutingContext call) {
    call.response().putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
    call.response().end(meters.scrape());
  }
}
