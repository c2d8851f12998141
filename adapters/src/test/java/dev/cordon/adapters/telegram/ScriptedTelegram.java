package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A server that answers Bot API methods as a test says, odd ways included. */
final class ScriptedTelegram implements AutoCloseable {
  static final String SECRET = "AAHfakeSecretOfATestBot-0123456789abc";
  static final String TOKEN = "4242:" + SECRET;

  /** How one request is answered. */
  interface Script {
    void answer(HttpServerRequest request, JsonNode parameters);
  }

  record Call(String method, JsonNode parameters, String body) {}

  private final HttpServer server;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<JsonNode> pending = new ConcurrentLinkedQueue<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();

  ScriptedTelegram(Vertx vertx) throws Exception {
    on("getMe", ok("{\"id\":4242,\"is_bot\":true,\"first_name\":\"Cordon\"}"));
    on("getChatAdministrators", ok("[]"));
    on("getChat", ok("{\"id\":-100}"));
    on("getUpdates", this::updates);
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS);
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  void on(String method, Script script) {
    scripts.put(method, script);
  }

  /** Queues an update, as Telegram keeps them: until a request's offset is beyond it. */
  void post(String update) {
    pending.add(json(update));
  }

  List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  static Script ok(String result) {
    return body(200, "{\"ok\":true,\"result\":" + result + "}");
  }

  static Script error(int code, String description) {
    return error(code, description, "{}");
  }

  static Script error(int code, String description, String parameters) {
    return body(
        code,
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\",\"parameters\":%s}"
            .formatted(code, description, parameters));
  }

  static Script body(int status, String body) {
    return (request, parameters) -> request.response().setStatusCode(status).end(body);
  }

  private void handle(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              String prefix = "/bot" + TOKEN + "/";
              String method =
                  request.path().startsWith(prefix)
                      ? request.path().substring(prefix.length())
                      : request.path().replace(TOKEN, "TOKEN");
              JsonNode parameters = parameters(body);
              calls.add(new Call(method, parameters, body.toString()));
              Optional.ofNullable(scripts.get(method))
                  .orElse(error(404, "Not Found"))
                  .answer(request, parameters);
            });
  }

  private static JsonNode parameters(Buffer body) {
    String text = body.toString();
    return text.startsWith("{") ? json(text) : Json.MAPPER.createObjectNode();
  }

  private void updates(HttpServerRequest request, JsonNode parameters) {
    long offset = parameters.path("offset").asLong(Long.MIN_VALUE);
    pending.removeIf(update -> update.path("update_id").asLong() < offset);
    ok(Json.MAPPER.createArrayNode().addAll(pending).toString()).answer(request, parameters);
  }

  static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() throws Exception {
    server.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }
}
