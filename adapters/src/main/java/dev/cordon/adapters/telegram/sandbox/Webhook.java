package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Delivers the updates of one bot to its webhook: one at a time, again until it answers 2xx. */
final class Webhook {
  private static final long FIRST_RETRY_MILLIS = 50;
  private static final long MAX_RETRY_MILLIS = 2_000;
  private static final long TIMEOUT_MILLIS = 10_000;

  /** Where to deliver to. */
  private record Target(Vertx vertx, HttpClient client, String url, String secret) {}

  private final UpdateQueue updates;
  private @Nullable Target target;
  private boolean busy;
  private long retryMillis = FIRST_RETRY_MILLIS;
  private String lastError = "";

  Webhook(UpdateQueue updates) {
    this.updates = updates;
  }

  void set(Vertx vertx, HttpClient client, String url, String secret) {
    synchronized (this) {
      target = new Target(vertx, client, url, secret);
      retryMillis = FIRST_RETRY_MILLIS;
      lastError = "";
    }
    updates.terminate("Conflict: terminated by setWebhook request");
    updates.onOffer(this::deliver);
    deliver();
  }

  synchronized void remove() {
    target = null;
    updates.onOffer(() -> {});
  }

  synchronized boolean active() {
    return target != null;
  }

  synchronized ObjectNode info() {
    ObjectNode info =
        Json.object()
            .put("url", target == null ? "" : target.url())
            .put("has_custom_certificate", false)
            .put("pending_update_count", updates.size());
    if (!lastError.isEmpty()) {
      info.put("last_error_message", lastError);
    }
    if (!updates.allowed().isEmpty()) {
      updates.allowed().forEach(info.putArray("allowed_updates")::add);
    }
    return info;
  }

  private void deliver() {
    Target to;
    ObjectNode update;
    synchronized (this) {
      to = target;
      update = updates.peek();
      if (busy || to == null || update == null) {
        return;
      }
      busy = true;
    }
    send(to, update).onComplete(done -> settled(to, update, done.succeeded() && done.result()));
  }

  private static Future<Boolean> send(Target to, ObjectNode update) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(to.url())
            .setTimeout(TIMEOUT_MILLIS)
            .putHeader("Content-Type", "application/json");
    if (!to.secret().isEmpty()) {
      options.putHeader("X-Telegram-Bot-Api-Secret-Token", to.secret());
    }
    return to.client()
        .request(options)
        .compose((HttpClientRequest request) -> request.send(Buffer.buffer(update.toString())))
        .compose(answer -> answer.body().map(body -> answer.statusCode() / 100 == 2));
  }

  private void settled(Target to, ObjectNode update, boolean taken) {
    long wait = 0;
    synchronized (this) {
      busy = false;
      if (taken) {
        updates.delivered(update);
        retryMillis = FIRST_RETRY_MILLIS;
      } else {
        lastError = "Wrong response from the webhook";
        wait = retryMillis;
        retryMillis = Math.min(2 * retryMillis, MAX_RETRY_MILLIS);
      }
    }
    if (wait == 0) {
      deliver();
    } else {
      to.vertx().timer(wait, TimeUnit.MILLISECONDS).onSuccess(t -> deliver());
    }
  }
}
