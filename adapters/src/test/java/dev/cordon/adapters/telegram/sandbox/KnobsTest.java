package dev.cordon.adapters.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnobsTest {
  private final Scene scene = new Scene();
  private final Knobs knobs = scene.sandbox.knobs();
  private final String bot = "/bot" + scene.sandbox.bot().token();

  @AfterEach
  void stop() {
    scene.close();
  }

  private String delete(Message message) {
    return bot + "/deleteMessage?chat_id=" + message.chat().id() + "&message_id=" + message.id();
  }

  private Message post() {
    return scene.posts().post(scene.group, Author.of(scene.member), Post.text("hello"));
  }

  @Test
  void everyThirdCallIsTooMuch() {
    knobs.every(3, "getMe", new Fault.TooMany(7));
    assertThat(scene.get(bot + "/getMe").statusCode()).isEqualTo(200);
    assertThat(scene.get(bot + "/getMe").statusCode()).isEqualTo(200);
    HttpResponse<String> third = scene.get(bot + "/getMe");
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(third.body()).contains("Too Many Requests: retry after 7", "\"retry_after\":7");
    assertThat(scene.get(bot + "/getMe").statusCode()).isEqualTo(200);
  }

  @Test
  void serverErrorsComeAsJsonOrAsAProxysPage() {
    knobs.once(Knobs.ANY, new Fault.ServerError(502));
    assertThat(scene.get(bot + "/getMe").body()).contains("\"error_code\":502");
    knobs.once(Knobs.ANY, new Fault.HtmlError());
    assertThat(scene.get(bot + "/getMe").body()).startsWith("<html>");
    assertThat(scene.get(bot + "/getMe").statusCode()).isEqualTo(200);
  }

  @Test
  void aConnectionDropsBeforeOrAfterTheEffect() {
    Message message = post();
    knobs.once("deleteMessage", new Fault.DropBefore());
    assertThatThrownBy(() -> scene.get(delete(message))).isInstanceOf(UncheckedIOException.class);
    assertThat(message.removal()).isEmpty();
    knobs.once("deleteMessage", new Fault.DropAfter());
    assertThatThrownBy(() -> scene.get(delete(message))).isInstanceOf(UncheckedIOException.class);
    assertThat(message.removal()).isPresent();
  }

  @Test
  void aDownloadIsCutShort() {
    Message message =
        scene
            .posts()
            .post(
                scene.group,
                Author.of(scene.member),
                Post.of(Media.document(new byte[100_000], "a.bin", "x/y")));
    String id = message.json().orElseThrow().at("/document/file_id").asText();
    String path = scene.call("getFile", "file_id=" + id).at("/result/file_path").asText();
    String download = "/file" + bot + "/" + path;
    knobs.once(Knobs.FILE, new Fault.CutAnswer());
    assertThatThrownBy(() -> scene.get(download)).isInstanceOf(UncheckedIOException.class);
    assertThat(scene.get(download).body()).hasSize(100_000);
  }

  @Test
  void anOutageEnds() {
    knobs.outage(true);
    assertThatThrownBy(() -> scene.get(bot + "/getMe")).isInstanceOf(UncheckedIOException.class);
    knobs.clear();
    assertThat(scene.get(bot + "/getMe").statusCode()).isEqualTo(200);
  }

  @Test
  void answersComeLate() {
    knobs.latency(Duration.ofMillis(120));
    long before = System.nanoTime();
    scene.get(bot + "/getMe");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(115));
  }
}
