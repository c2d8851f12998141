package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookTest {
  private static final String SECRET = "0123456789abcdef_A-Z";
  private static final String UPDATE =
      """
      {"update_id":10,"message":{"message_id":1,"date":1700000000,"text":"a",
       "chat":{"id":-1001,"type":"supergroup"},"from":{"id":7,"is_bot":false,"first_name":"A"}}}""";

  @RegisterExtension final Fixture fixture = new Fixture();
  private final HttpClient client = HttpClient.newHttpClient();
  private TelegramPlatform platform;

  @BeforeEach
  void start() {
    fixture.server().on("setWebhook", ScriptedTelegram.ok("true"));
    platform =
        fixture.connect(
            Map.of(
                "webhook-url", "https://bot.example/hook",
                "webhook-listen", "127.0.0.1:0",
                "webhook-secret", SECRET));
    Fixture.get(platform.start(fixture.asSink()));
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + platform.webhookPort() + "/hook"));
  }

  private int post(String secret, String body) throws IOException, InterruptedException {
    return client
        .send(
            request()
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void telegramIsToldWhereAndWhat() {
    var parameters = fixture.server().calls("setWebhook").get(0).parameters();
    assertThat(parameters.path("url").asText()).isEqualTo("https://bot.example/hook");
    assertThat(parameters.path("secret_token").asText()).isEqualTo(SECRET);
    assertThat(parameters.path("allowed_updates")).hasSize(8);
    assertThat(fixture.server().calls("getUpdates")).isEmpty();
  }

  @Test
  void answersOnlyOnceTheSinkHasIt() throws Exception {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    fixture.sink = batch -> stored.thenCompose(done -> fixture.store(batch));
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request()
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(UPDATE))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    Fixture.until("asked", () -> !fixture.server().calls("getChatAdministrators").isEmpty());
    assertThat(answer).isNotDone();
    stored.complete(null);
    assertThat(Fixture.get(answer).statusCode()).isEqualTo(200);
    assertThat(fixture.events).hasSize(1);
  }

  @Test
  void whatCouldNotBeStoredIsAskedForAgain() throws Exception {
    fixture.sink = batch -> CompletableFuture.failedFuture(new IOException("disk full"));
    assertThat(post(SECRET, UPDATE)).isEqualTo(503);
    fixture.sink = fixture::store;
    assertThat(post(SECRET, UPDATE)).isEqualTo(200);
    assertThat(post(SECRET, UPDATE)).isEqualTo(200);
    assertThat(fixture.events).hasSize(1);
  }

  @Test
  void strangersAreTurnedAway() throws Exception {
    assertThat(post("wrong", UPDATE)).isEqualTo(401);
    assertThat(post(SECRET + "x", UPDATE)).isEqualTo(401);
    assertThat(post(SECRET, "{not json")).isEqualTo(400);
    assertThat(post(SECRET, " ".repeat(2 << 20))).isEqualTo(413);
    assertThat(fixture.events).isEmpty();
    assertThat(
            client
                .send(
                    request().header("X-Telegram-Bot-Api-Secret-Token", SECRET).GET().build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(405);
  }
}
