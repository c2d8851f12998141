package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Methods by which a bot gets its updates. */
final class UpdateMethods {
  private static final int MAX_LONG_POLL_SECONDS = 50;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Vertx vertx;
  private final HttpClient client;

  UpdateMethods(Vertx vertx, HttpClient client) {
    this.vertx = vertx;
    this.client = client;
  }

  List<Method> all() {
    return List.of(
        Method.of(
            "setWebhook",
            "url certificate ip_address max_connections allowed_updates drop_pending_updates"
                + " secret_token",
            this::setWebhook),
        Method.of("deleteWebhook", "drop_pending_updates", this::deleteWebhook),
        Method.of("getWebhookInfo", "", call -> call.bot().webhook().info()));
  }

  /** The parameters of {@code getUpdates}, whose answer may take its time. */
  static Method getUpdates() {
    return Method.of("getUpdates", "offset limit timeout allowed_updates", call -> Json.array());
  }

  Future<ArrayNode> poll(Call call) {
    if (call.bot().webhook().active()) {
      throw ApiError.of(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first");
    }
    call.json("allowed_updates").ifPresent(call.bot().updates()::allow);
    int offset = (int) call.number("offset", 0);
    int limit = call.within("limit", 100, 1, 100);
    int timeout = call.within("timeout", 0, 0, MAX_LONG_POLL_SECONDS);
    return call.bot().updates().poll(vertx, offset, limit, timeout);
  }

  private JsonNode setWebhook(Call call) {
    String secret = call.text("secret_token");
    if (secret.length() > 256) {
      throw ApiError.badRequest("secret token is too long");
    }
    if (!secret.matches("[A-Za-z0-9_-]*")) {
      throw ApiError.badRequest("secret token contains unallowed characters");
    }
    call.json("allowed_updates").ifPresent(call.bot().updates()::allow);
    dropPending(call);
    String url = call.text("url");
    if (url.isEmpty()) {
      call.bot().webhook().remove();
    } else {
      call.bot().webhook().set(vertx, client, loopback(url), secret);
    }
    return BooleanNode.TRUE;
  }

  /** Telegram wants HTTPS at a public address; the sandbox leaves this machine alone. */
  private static String loopback(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw ApiError.badRequest("invalid webhook URL specified");
    }
    if (uri.getHost() == null || !LOOPBACK.contains(uri.getHost())) {
      throw ApiError.badRequest("bad webhook: the sandbox delivers to loopback addresses only");
    }
    return url;
  }

  private JsonNode deleteWebhook(Call call) {
    call.bot().webhook().remove();
    dropPending(call);
    return BooleanNode.TRUE;
  }

  private static void dropPending(Call call) {
    if (call.flag("drop_pending_updates")) {
      call.bot().updates().clear();
    }
  }
}
