package dev.cordon.adapters.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTest {
  private final Scene scene = new Scene();

  @AfterEach
  void stop() {
    scene.close();
  }

  private HttpRequest.Builder form(String path, String body) {
    return HttpRequest.newBuilder(scene.url.resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  @Test
  void showsItselfUnderAStrictPolicy() {
    HttpResponse<String> page = scene.get("/");
    assertThat(page.body()).contains("Cordon sandbox");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(scene.get("/sandbox/page.js").statusCode()).isEqualTo(200);
    assertThat(scene.get("/sandbox/page.css").statusCode()).isEqualTo(200);
    assertThat(scene.get("/sandbox/../page.js").statusCode()).isNotEqualTo(500);
  }

  @Test
  void refusesAForeignHostName() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", scene.url.getPort())) {
      PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
      out.print("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
      out.flush();
      var reader = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
      String answer = new java.io.BufferedReader(reader).lines().collect(Collectors.joining());
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void postsOnlyFromItsOwnPage() {
    String body = "chat=" + scene.group.id() + "&as=user:" + scene.member.id() + "&text=hello";
    assertThat(scene.send(form("/sandbox/post", body).build()).statusCode()).isEqualTo(403);
    assertThat(scene.updates("")).isEmpty();
    HttpRequest own = form("/sandbox/post", body).header("X-Sandbox", "page").build();
    assertThat(scene.send(own).statusCode()).isEqualTo(200);
    assertThat(scene.updates("").get(0).at("/message/text").asText()).isEqualTo("hello");
  }

  @Test
  void tellsARemovalWithItsTime() {
    Message message =
        scene.posts().post(scene.group, Author.of(scene.member), Post.text("<b>bad</b>"));
    assertThat(scene.get("/sandbox/state").body()).contains("<b>bad</b>");
    scene.call("deleteMessage", "chat_id=" + scene.group.id() + "&message_id=" + message.id());
    String state = scene.get("/sandbox/state").body();
    assertThat(state).doesNotContain("<b>bad</b>").contains("\"call\":\"deleteMessage\"");
    String version = Scene.json(state).path("version").asText();
    assertThat(scene.get("/sandbox/state?after=" + version).statusCode()).isEqualTo(204);
  }

  @Test
  void showsPicturesOnlyWhateverTheirName() {
    Media script =
        Media.document(
            "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "a.png", "image/png");
    Message message = scene.posts().post(scene.group, Author.of(scene.member), Post.of(script));
    String id = message.json().orElseThrow().at("/document/file_id").asText();
    assertThat(scene.get("/sandbox/media?id=" + id).statusCode()).isEqualTo(404);
  }
}
