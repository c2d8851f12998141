package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.EventSink;
import dev.cordon.adapters.PlatformProvider;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops receiving, by long polling or by webhook. */
final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final String name;
  private final TelegramOptions options;
  private final PlatformProvider.Context context;
  private final BotApi api;
  private final Administrators administrators;
  private volatile Optional<Poller> poller = Optional.empty();
  private volatile Optional<Webhook> webhook = Optional.empty();
  private volatile Optional<String> problem = Optional.of("not started");
  private volatile boolean closed;

  Reception(
      String name,
      TelegramOptions options,
      PlatformProvider.Context context,
      BotApi api,
      Administrators administrators) {
    this.name = name;
    this.options = options;
    this.context = context;
    this.api = api;
    this.administrators = administrators;
  }

  /** Completes when updates are received; fails when the token is refused. */
  Future<Void> start(EventSink sink) {
    return until("getMe", () -> api.call("getMe", Map.of()))
        .map(me -> deliveries(me.result(), sink))
        .compose(
            deliveries -> options.webhook().isPresent() ? listen(deliveries) : poll(deliveries))
        .onSuccess(done -> problem = Optional.empty());
  }

  private Deliveries deliveries(JsonNode me, EventSink sink) {
    return new Deliveries(
        new UpdateReader(name, options.token().botId(), Json.text(me, "username")),
        administrators,
        sink,
        context.clock(),
        context.meters(),
        name);
  }

  private Future<Void> poll(Deliveries deliveries) {
    Poller made =
        new Poller(context.vertx(), api, deliveries, options.timing(), context.clock(), name);
    poller = Optional.of(made);
    if (!closed) {
      made.start();
    }
    return Future.succeededFuture();
  }

  private Future<Void> listen(Deliveries deliveries) {
    Webhook made =
        new Webhook(context.vertx(), api, deliveries, options.webhook().orElseThrow(), name);
    webhook = Optional.of(made);
    return made.listen().compose(listening -> until("setWebhook", made::announce)).mapEmpty();
  }

  /** Tries again until it is answered, unless the answer is that we are not let in. */
  private Future<Answer.Ok> until(String method, Supplier<Future<Answer>> call) {
    Promise<Answer.Ok> promise = Promise.promise();
    attempt(method, call, options.timing().backoffLeast(), promise);
    return promise.future();
  }

  private void attempt(
      String method, Supplier<Future<Answer>> call, Duration pause, Promise<Answer.Ok> promise) {
    call.get()
        .onSuccess(
            answer -> {
              if (answer instanceof Answer.Ok ok) {
                promise.complete(ok);
              } else if (closed || isFinal(answer)) {
                promise.fail(new IllegalStateException(refusal(method, answer)));
              } else {
                LOG.warn("{}: {}: {}; trying again", name, method, answer.reason());
                problem = Optional.of(answer.reason());
                context
                    .vertx()
                    .setTimer(
                        wait(answer, pause).toMillis(),
                        timer -> attempt(method, call, longer(pause), promise));
              }
            })
        .onFailure(promise::fail);
  }

  private static boolean isFinal(Answer answer) {
    return answer instanceof Answer.Failed failed
        && failed.code() < 500
        && failed.code() != 429
        && failed.code() != 409;
  }

  private String refusal(String method, Answer answer) {
    return "Telegram connection \""
        + name
        + "\" cannot start: "
        + method
        + ": "
        + answer.reason()
        + (method.equals("getMe") ? "; check the key token" : "; check the key webhook-url");
  }

  private static Duration wait(Answer answer, Duration pause) {
    Optional<Duration> asked =
        answer instanceof Answer.Failed failed ? failed.retryAfter() : Optional.empty();
    return asked.filter(longer -> longer.compareTo(pause) > 0).orElse(pause);
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    Duration most = options.timing().backoffMost();
    return twice.compareTo(most) > 0 ? most : twice;
  }

  /** What keeps updates from coming; empty when nothing does. */
  Optional<String> problem() {
    return poller.map(Poller::problem).orElse(problem);
  }

  /** Where the webhook listens, when it does. */
  int webhookPort() {
    return webhook.orElseThrow().port();
  }

  void close() {
    closed = true;
    poller.ifPresent(Poller::close);
    webhook.ifPresent(Webhook::close);
  }
}
