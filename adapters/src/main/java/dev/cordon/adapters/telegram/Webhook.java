package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives updates that Telegram posts. A request is answered with 200 only once its update was
 * delivered; any other answer makes Telegram send it again.
 */
final class Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final long MAX_BODY = 1 << 20;

  private final Vertx vertx;
  private final BotApi api;
  private final Deliveries deliveries;
  private final TelegramOptions.WebhookOptions options;
  private final String connection;
  private volatile Future<HttpServer> server = Future.failedFuture("not started");
  private Future<Void> tail = Future.succeededFuture();

  Webhook(
      Vertx vertx,
      BotApi api,
      Deliveries deliveries,
      TelegramOptions.WebhookOptions options,
      String connection) {
    this.vertx = vertx;
    this.api = api;
    this.deliveries = deliveries;
    this.options = options;
    this.connection = connection;
  }

  /** Opens the port. */
  Future<HttpServer> listen() {
    Router router = Router.router(vertx);
    String given = options.url().getPath();
    String path = given == null || given.isEmpty() ? "/" : given;
    router.post(path).handler(this::checkSecret);
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
        .handler(this::receive)
        .failureHandler(Webhook::refuse);
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost(options.host()))
            .requestHandler(router)
            .listen(options.port(), options.host());
    return server;
  }

  /** The port in use, of interest when the settings say 0. */
  int port() {
    return server.result().actualPort();
  }

  void close() {
    server.onSuccess(HttpServer::close);
  }

  /** Tells Telegram where to post. */
  Future<Answer> announce() {
    return api.call(
        "setWebhook",
        Map.of(
            "url", options.url().toString(),
            "secret_token", options.secret(),
            "allowed_updates", UpdateReader.KINDS));
  }

  /** Before the body is read, and in a time that does not depend on how much was right. */
  private void checkSecret(RoutingContext context) {
    String given = context.request().getHeader(SECRET_HEADER);
    byte[] expected = options.secret().getBytes(StandardCharsets.UTF_8);
    if (given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
      context.next();
    } else {
      context.response().setStatusCode(401).end();
    }
  }

  /** Too large, or cut off. */
  private static void refuse(RoutingContext context) {
    context.response().setStatusCode(Math.max(400, context.statusCode())).end();
  }

  private void receive(RoutingContext context) {
    Optional<JsonNode> update = read(context.body().buffer());
    if (update.isEmpty()) {
      context.response().setStatusCode(400).end();
      return;
    }
    inTurn(update.get())
        .onSuccess(done -> context.response().setStatusCode(200).end())
        .onFailure(
            failure -> {
              LOG.warn(
                  "{}: an update could not be stored ({}); Telegram will send it again",
                  connection,
                  failure.getClass().getSimpleName());
              context.response().setStatusCode(503).end();
            });
  }

  private static Optional<JsonNode> read(@Nullable Buffer body) {
    try {
      JsonNode json = Json.MAPPER.readTree(body == null ? new byte[0] : body.getBytes());
      return Optional.of(json).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** One after another: Telegram posts over several connections, the sink wants order. */
  private synchronized Future<Void> inTurn(JsonNode update) {
    Future<Void> mine =
        tail.otherwiseEmpty().compose(before -> deliveries.deliver(List.of(update)));
    tail = mine;
    return mine;
  }
}
