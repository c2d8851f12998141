package dev.cordon.adapters.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdatesTest {
  private final Scene scene = new Scene();

  @AfterEach
  void stop() {
    scene.close();
  }

  private void say(String text) {
    scene.posts().post(scene.group, Author.of(scene.member), Post.text(text));
  }

  @Test
  void updatesComeAgainUntilTheOffsetConfirmsThem() {
    say("one");
    say("two");
    JsonNode first = scene.updates("limit=1");
    assertThat(first).hasSize(1);
    assertThat(scene.updates("limit=1")).isEqualTo(first);
    int next = first.get(0).path("update_id").asInt() + 1;
    assertThat(scene.updates("offset=" + next).get(0).at("/message/text").asText())
        .isEqualTo("two");
    assertThat(scene.updates("offset=" + (next + 1))).isEmpty();
    assertThat(scene.sandbox.bot().pendingUpdates()).isZero();
  }

  @Test
  void aHundredAtOnceAtMost() {
    for (int i = 0; i < 130; i++) {
      say("m" + i);
    }
    assertThat(scene.updates("")).hasSize(100);
    assertThat(scene.updates("offset=-5")).hasSize(5);
  }

  @Test
  void aLongPollWakesUpWithThePost() throws Exception {
    CompletableFuture<JsonNode> poll = scene.callLater("getUpdates", "timeout=30");
    Scene.until(() -> scene.sandbox.journal().calls("getUpdates") == 3);
    say("wake up");
    JsonNode updates = poll.get(5, TimeUnit.SECONDS).path("result");
    assertThat(updates.get(0).at("/message/text").asText()).isEqualTo("wake up");
  }

  @Test
  void aSecondPollerEndsTheFirst() throws Exception {
    CompletableFuture<JsonNode> first = scene.callLater("getUpdates", "timeout=30");
    Scene.until(() -> scene.sandbox.journal().calls("getUpdates") == 3);
    CompletableFuture<JsonNode> second = scene.callLater("getUpdates", "timeout=30");
    JsonNode answer = first.get(5, TimeUnit.SECONDS);
    assertThat(answer.path("error_code").asInt()).isEqualTo(409);
    assertThat(answer.path("description").asText())
        .startsWith("Conflict: terminated by other getUpdates request");
    say("for the second");
    assertThat(second.get(5, TimeUnit.SECONDS).path("result")).hasSize(1);
  }

  @Test
  void concurrentPostsLoseNothingAndKeepTheirOrder() {
    List<CompletableFuture<Void>> posters =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(p -> CompletableFuture.runAsync(() -> sayMany(p)))
            .toList();
    Set<String> texts = new HashSet<>();
    int offset = 0;
    int lastId = 0;
    while (texts.size() < 400) {
      for (JsonNode update : scene.updates("timeout=1&offset=" + offset)) {
        offset = update.path("update_id").asInt() + 1;
        texts.add(update.at("/message/text").asText());
        assertThat(update.at("/message/message_id").asInt()).isGreaterThan(lastId);
        lastId = update.at("/message/message_id").asInt();
      }
    }
    posters.forEach(CompletableFuture::join);
    assertThat(texts).hasSize(400);
  }

  private void sayMany(int poster) {
    for (int i = 0; i < 100; i++) {
      say(poster + "/" + i);
    }
  }

  @Test
  void memberChangesComeOnlyWhenAskedFor() {
    scene.people().leave(scene.group, scene.member);
    assertThat(scene.updates("")).isEmpty();
    scene.updates("allowed_updates=%5B%22chat_member%22%5D");
    scene.people().join(scene.group, scene.member);
    JsonNode updates = scene.updates("");
    assertThat(updates).hasSize(1);
    assertThat(updates.get(0).at("/chat_member/new_chat_member/status").asText())
        .isEqualTo("member");
  }

  @Test
  void lostRightsAreTold() {
    scene.people().promote(scene.group, scene.sandbox.bot().user(), Right.INVITE_USERS);
    JsonNode change = scene.updates("").get(0).path("my_chat_member");
    assertThat(change.at("/old_chat_member/can_delete_messages").asBoolean()).isTrue();
    assertThat(change.at("/new_chat_member/can_delete_messages").asBoolean()).isFalse();
  }

  @Test
  void aWebhookGetsEveryUpdateOnceWithTheSecretAndIsRetried() throws IOException {
    Queue<String> bodies = new ConcurrentLinkedQueue<>();
    Queue<String> secrets = new ConcurrentLinkedQueue<>();
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          secrets.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"));
          boolean refuse = secrets.size() == 1;
          if (!refuse) {
            bodies.add(new String(body, StandardCharsets.UTF_8));
          }
          exchange.sendResponseHeaders(refuse ? 500 : 200, -1);
          exchange.close();
        });
    hook.start();
    try {
      String url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook";
      scene.call("setWebhook", "secret_token=s3cret&url=" + url);
      assertThat(scene.call("getUpdates", "").path("error_code").asInt()).isEqualTo(409);
      say("one");
      say("two");
      Scene.until(() -> bodies.size() == 2);
      assertThat(bodies).anyMatch(b -> b.contains("one")).anyMatch(b -> b.contains("two"));
      assertThat(secrets).containsOnly("s3cret").hasSize(3);
      Scene.until(() -> scene.sandbox.bot().pendingUpdates() == 0);
      scene.call("deleteWebhook", "");
      assertThat(scene.call("getUpdates", "").path("ok").asBoolean()).isTrue();
    } finally {
      hook.stop(0);
    }
  }

  @Test
  void aWebhookElsewhereIsRefused() {
    assertThat(scene.call("setWebhook", "url=http://example.org/x").path("description").asText())
        .startsWith("Bad Request: bad webhook");
  }
}
