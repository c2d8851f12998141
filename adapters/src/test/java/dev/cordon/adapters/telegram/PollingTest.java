package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.adapters.Health;
import dev.cordon.adapters.PlatformEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PollingTest {
  @RegisterExtension final Fixture fixture = new Fixture();

  private static String post(long update, long message, String text) {
    return """
        {"update_id":%d,"message":{"message_id":%d,"date":1700000000,"text":"%s",
         "chat":{"id":-1001,"type":"supergroup","title":"G"},
         "from":{"id":7,"is_bot":false,"first_name":"Ann"}}}"""
        .formatted(update, message, text);
  }

  @Test
  void acknowledgesOnlyWhatTheSinkTook() {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    fixture.sink = batch -> stored;
    fixture.server().post(post(10, 1, "a"));
    fixture.started();
    Fixture.until("asked", () -> !fixture.server().calls("getUpdates").isEmpty());
    assertThat(fixture.server().calls("getUpdates")).hasSize(1);
    assertThat(fixture.server().calls("getUpdates").get(0).parameters().has("offset")).isFalse();

    stored.complete(null);
    Fixture.until("acknowledged", () -> fixture.server().calls("getUpdates").size() > 1);
    assertThat(fixture.server().calls("getUpdates").get(1).parameters().path("offset").asLong())
        .isEqualTo(11);
  }

  @Test
  void asksForEveryKindItReadsByName() {
    fixture.started();
    Fixture.until("asked", () -> !fixture.server().calls("getUpdates").isEmpty());
    assertThat(fixture.server().calls("getUpdates").get(0).parameters().path("allowed_updates"))
        .hasSize(8)
        .anyMatch(kind -> kind.asText().equals("chat_member"));
  }

  @Test
  void deliversAgainWhatTheSinkCouldNotTake() {
    AtomicInteger tries = new AtomicInteger();
    fixture.sink =
        batch ->
            tries.incrementAndGet() < 3
                ? CompletableFuture.failedFuture(new IllegalStateException("disk full"))
                : fixture.store(batch);
    fixture.server().post(post(10, 1, "a"));
    TelegramPlatform platform = fixture.started();
    Fixture.until("delivered", () -> !fixture.events.isEmpty());
    assertThat(fixture.events).extracting(PlatformEvent::eventId).containsExactly("10");
    Fixture.until("well again", () -> Fixture.get(platform.check()).up());
  }

  @Test
  void anUpdateThatWasTakenButNotAcknowledgedComesAgainAfterACrash() {
    fixture.server().post(post(10, 1, "a"));
    TelegramPlatform first = fixture.connect();
    fixture.sink =
        batch -> {
          first.close();
          return fixture.store(batch);
        };
    Fixture.get(first.start(fixture.asSink()));
    Fixture.until("taken", () -> fixture.events.size() == 1);
    fixture.sink = fixture::store;
    fixture.started();
    Fixture.until("again", () -> fixture.events.size() == 2);
    assertThat(fixture.events).extracting(PlatformEvent::eventId).containsExactly("10", "10");
  }

  @Test
  void deliversARepeatedUpdateOnce() {
    fixture
        .server()
        .on(
            "getUpdates",
            ScriptedTelegram.ok("[" + post(10, 1, "a") + "," + post(10, 1, "a") + "]"));
    fixture.started();
    Fixture.until("asked often", () -> fixture.server().calls("getUpdates").size() > 5);
    assertThat(fixture.events).hasSize(1);
  }

  @Test
  void anUnreadableUpdateHoldsNothingUp() {
    fixture.server().post("{\"update_id\":9,\"message\":[\"what?\"]}");
    fixture.server().post(post(10, 1, "a"));
    fixture.started();
    Fixture.until("delivered", () -> !fixture.events.isEmpty());
    assertThat(fixture.events).extracting(PlatformEvent::eventId).containsExactly("10");
  }

  @Test
  void aRivalIsWaitedOutAndHealthSaysSo() {
    fixture
        .server()
        .on(
            "getUpdates",
            ScriptedTelegram.error(409, "Conflict: terminated by other getUpdates request"));
    TelegramPlatform platform = fixture.started();
    Fixture.until(
        "told",
        () -> {
          Health health = Fixture.get(platform.check());
          return !health.up() && health.detail().contains("another program");
        });
    fixture.server().on("getUpdates", ScriptedTelegram.ok("[" + post(10, 1, "a") + "]"));
    Fixture.until("well", () -> Fixture.get(platform.check()).up());
    assertThat(fixture.events).hasSize(1);
  }

  @Test
  void aWebhookLeftOverIsTakenOff() {
    fixture.server().on("deleteWebhook", ScriptedTelegram.ok("true"));
    fixture
        .server()
        .on(
            "getUpdates",
            ScriptedTelegram.error(
                409, "Conflict: can't use getUpdates method while webhook is active"));
    fixture.started();
    Fixture.until("taken off", () -> !fixture.server().calls("deleteWebhook").isEmpty());
  }

  @Test
  void keepsToRetryAfter() {
    fixture
        .server()
        .on("getUpdates", ScriptedTelegram.error(429, "Too Many Requests", "{\"retry_after\":1}"));
    long from = System.nanoTime();
    fixture.started();
    Fixture.until("asked again", () -> fixture.server().calls("getUpdates").size() >= 2);
    assertThat(System.nanoTime() - from).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
  }

  @Test
  void comesBackAfterServerErrorsAndBrokenConnections() {
    AtomicInteger asked = new AtomicInteger();
    List<ScriptedTelegram.Script> scripts =
        List.of(
            ScriptedTelegram.body(502, "<html>bad gateway</html>"),
            (request, parameters) -> request.connection().close(),
            ScriptedTelegram.body(200, "<html>captive portal</html>"),
            ScriptedTelegram.error(500, "Internal Server Error"),
            ScriptedTelegram.ok("[" + post(10, 1, "a") + "]"));
    fixture
        .server()
        .on(
            "getUpdates",
            (request, parameters) ->
                scripts
                    .get(Math.min(asked.getAndIncrement(), scripts.size() - 1))
                    .answer(request, parameters));
    fixture.started();
    Fixture.until("delivered", () -> fixture.events.size() == 1);
  }

  @Test
  void startFailsOnARefusedTokenAndWaitsOutAnOutage() {
    fixture.server().on("getMe", ScriptedTelegram.error(401, "Unauthorized"));
    assertThatThrownBy(
            () ->
                fixture
                    .connect()
                    .start(fixture.asSink())
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS))
        .hasMessageContaining("check the key token")
        .hasMessageNotContaining(ScriptedTelegram.SECRET);

    AtomicInteger asked = new AtomicInteger();
    fixture
        .server()
        .on(
            "getMe",
            (request, parameters) ->
                (asked.getAndIncrement() < 2
                        ? ScriptedTelegram.error(502, "Bad Gateway")
                        : ScriptedTelegram.ok("{\"id\":4242}"))
                    .answer(request, parameters));
    fixture.started();
    assertThat(asked.get()).isEqualTo(3);
  }
}
