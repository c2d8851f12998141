package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Attachment.Kind;
import dev.cordon.adapters.Attachment.Role;
import dev.cordon.adapters.Fetch;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
  private static final String PATH = "/file/botTOKEN/photos/file%201.jpg";

  @RegisterExtension final Fixture fixture = new Fixture();
  @TempDir Path folder;

  private static Attachment file(OptionalLong size) {
    return new Attachment(Kind.PHOTO, Role.CONTENT, "u", size, Optional.empty(), "f", List.of());
  }

  private Fetch fetch(TelegramPlatform platform, long maxBytes) {
    return Fixture.get(platform.fetch(file(OptionalLong.empty()), folder.resolve("got"), maxBytes));
  }

  private void located(String path, long size) {
    fixture
        .server()
        .on(
            "getFile",
            ScriptedTelegram.ok(
                "{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_size\":%d,\"file_path\":\"%s\"}"
                    .formatted(size, path)));
  }

  @Test
  void streamsTheFileToDisk() throws IOException {
    byte[] bytes = new byte[3_000_000];
    new java.util.Random(1).nextBytes(bytes);
    located("photos/file 1.jpg", bytes.length);
    fixture.server().on(PATH, (request, p) -> request.response().end(Buffer.buffer(bytes)));
    assertThat(fetch(fixture.connect(), bytes.length)).isEqualTo(new Fetch.Fetched(bytes.length));
    assertThat(folder.resolve("got")).hasBinaryContent(bytes);
  }

  @Test
  void knowsTheLimitBeforeAsking() {
    TelegramPlatform platform = fixture.connect();
    Fetch fetch =
        Fixture.get(
            platform.fetch(
                file(OptionalLong.of((20 << 20) + 1)), folder.resolve("got"), Long.MAX_VALUE));
    assertThat(fetch).isEqualTo(new Fetch.TooLarge(20 << 20));
    assertThat(fixture.server().calls).isEmpty();
  }

  @Test
  void tooBigForTelegram() {
    fixture.server().on("getFile", ScriptedTelegram.error(400, "Bad Request: file is too big"));
    assertThat(fetch(fixture.connect(), 1L << 30)).isEqualTo(new Fetch.TooLarge(20 << 20));
  }

  @Test
  void stopsReadingBeyondTheCap() {
    located("photos/file 1.jpg", 10);
    fixture
        .server()
        .on(
            PATH,
            (request, p) -> {
              request.response().setChunked(true);
              pour(request.response());
            });
    assertThat(fetch(fixture.connect(), 100_000)).isEqualTo(new Fetch.TooLarge(100_000));
    assertThat(folder.resolve("got"))
        .satisfies(got -> assertThat(Files.size(got)).isLessThanOrEqualTo(100_000));
  }

  /** Without end, until the other side hangs up. */
  private static void pour(io.vertx.core.http.HttpServerResponse response) {
    response.write(Buffer.buffer(new byte[8192])).onSuccess(done -> pour(response));
  }

  @Test
  void aDeclaredLengthBeyondTheCapIsNotReadAtAll() {
    located("photos/file 1.jpg", 10);
    fixture
        .server()
        .on(PATH, (request, p) -> request.response().end(Buffer.buffer(new byte[5000])));
    assertThat(fetch(fixture.connect(), 4999)).isEqualTo(new Fetch.TooLarge(4999));
    assertThat(folder.resolve("got")).doesNotExist();
  }

  @Test
  void aFileInPartIsNoFile() {
    located("photos/file 1.jpg", 5000);
    fixture
        .server()
        .on(
            PATH,
            (request, p) -> {
              request.response().putHeader("content-length", "5000");
              request
                  .response()
                  .write(Buffer.buffer(new byte[1000]))
                  .onSuccess(done -> request.connection().close());
            });
    assertThat(fetch(fixture.connect(), 10_000)).isInstanceOf(Fetch.Deferred.class);
    fixture
        .server()
        .on(PATH, (request, p) -> request.response().end(Buffer.buffer(new byte[1000])));
    assertThat(fetch(fixture.connect(), 10_000)).isInstanceOf(Fetch.Deferred.class);
  }

  @Test
  void aFileThatNeverEndsTimesOut() {
    located("photos/file 1.jpg", 5000);
    fixture
        .server()
        .on(
            PATH,
            (request, p) -> request.response().setChunked(true).write(Buffer.buffer(new byte[10])));
    assertThat(fetch(fixture.connect(Map.of("download-timeout", "100ms")), 10_000))
        .isInstanceOf(Fetch.Deferred.class);
  }

  @Test
  void goneRefusedAndRedirected() {
    located("photos/file 1.jpg", 5000);
    TelegramPlatform platform = fixture.connect();
    assertThat(fetch(platform, 10_000)).isInstanceOf(Fetch.Gone.class);
    fixture
        .server()
        .on(
            PATH,
            (request, p) ->
                request.response().setStatusCode(302).putHeader("location", "/other").end());
    assertThat(fetch(platform, 10_000)).isInstanceOf(Fetch.Deferred.class);
    assertThat(fixture.server().calls).noneMatch(call -> call.method().equals("/other"));
    fixture.server().on("getFile", ScriptedTelegram.error(400, "Bad Request: invalid file_id"));
    assertThat(fetch(platform, 10_000)).isInstanceOf(Fetch.Gone.class);
    fixture.server().on("getFile", ScriptedTelegram.error(429, "Too Many", "{\"retry_after\":3}"));
    assertThat(fetch(platform, 10_000))
        .isEqualTo(
            new Fetch.Deferred(java.time.Duration.ofSeconds(3), "Telegram answered 429 Too Many"));
  }

  @Test
  void aPathCannotClimb() {
    located("../../getMe", 10);
    assertThat(fetch(fixture.connect(), 10_000)).isInstanceOf(Fetch.Gone.class);
    assertThat(fixture.server().calls).hasSize(1);
  }

  @Test
  void aLocalServersFilesAreReadInItsFolderOnly() throws IOException {
    Path served = Files.createDirectory(folder.resolve("served"));
    Path inside = Files.writeString(served.resolve("a.jpg"), "inside");
    Path outside = Files.writeString(folder.resolve("secret"), "outside");
    Path link = Files.createSymbolicLink(served.resolve("link"), outside);
    TelegramPlatform platform = fixture.connect(Map.of("local-files-dir", served.toString()));

    located(inside.toString(), 6);
    assertThat(fetch(platform, 10_000)).isEqualTo(new Fetch.Fetched(6));
    assertThat(folder.resolve("got")).hasContent("inside");
    assertThat(fetch(platform, 5)).isEqualTo(new Fetch.TooLarge(5));
    for (String hostile :
        List.of(
            outside.toString(),
            link.toString(),
            served + "/../secret",
            served.toString(),
            served + "/none",
            served + "/\\u0000")) {
      located(hostile, 6);
      assertThat(fetch(platform, 10_000)).describedAs(hostile).isInstanceOf(Fetch.Gone.class);
    }
    located(inside.toString(), 6);
    assertThat(fetch(fixture.connect(), 10_000)).isInstanceOf(Fetch.Gone.class);
    assertThat(platform.capabilities().maxFetchBytes()).isEqualTo(2000L << 20);
  }
}
