package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.Attachment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** The token is in every request's address; here every way for HTTP to fail tries to get it out. */
class SecrecyTest {
  private static final String SECRET = ScriptedTelegram.SECRET;

  @RegisterExtension final Fixture fixture = new Fixture();
  @TempDir Path folder;
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Listener listener = new Listener();
  private Level before;

  private final class Listener extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      said.add(event.getLoggerName() + " " + event.getFormattedMessage());
      IThrowableProxy thrown = event.getThrowableProxy();
      if (thrown != null) {
        said.add(ThrowableProxyUtil.asString(thrown));
      }
    }
  }

  @BeforeEach
  void listen() {
    before = root.getLevel();
    // Everything of ours and of the HTTP client, down to the smallest; netty's TRACE is its own
    // memory pool.
    root.setLevel(Level.DEBUG);
    listener.setContext(root.getLoggerContext());
    listener.start();
    root.addAppender(listener);
  }

  @AfterEach
  void stop() {
    root.detachAppender(listener);
    root.setLevel(before);
  }

  enum Failure {
    CLOSED,
    SILENT,
    REDIRECT,
    BAD_REQUEST,
    UNAUTHORIZED,
    NOT_FOUND,
    CONFLICT,
    TOO_MANY,
    SERVER_ERROR,
    NO_JSON,
    HALF_JSON,
    ECHO
  }

  private static ScriptedTelegram.Script script(Failure failure) {
    return switch (failure) {
      case CLOSED -> (request, parameters) -> request.connection().close();
      case SILENT -> (request, parameters) -> {};
      case REDIRECT ->
          (request, parameters) ->
              request
                  .response()
                  .setStatusCode(302)
                  .putHeader("location", "http://127.0.0.1:1" + request.path())
                  .end();
      case BAD_REQUEST -> ScriptedTelegram.error(400, "Bad Request: no");
      case UNAUTHORIZED -> ScriptedTelegram.error(401, "Unauthorized");
      case NOT_FOUND -> ScriptedTelegram.body(404, "not here");
      case CONFLICT -> ScriptedTelegram.error(409, "Conflict: webhook is active");
      case TOO_MANY -> ScriptedTelegram.error(429, "Too Many Requests", "{\"retry_after\":1}");
      case SERVER_ERROR -> ScriptedTelegram.body(500, "oops");
      case NO_JSON -> ScriptedTelegram.body(200, "<html>");
      case HALF_JSON -> ScriptedTelegram.body(200, "{\"ok\":true,\"resu");
      // A proxy that puts the address it could not reach into its error.
      case ECHO ->
          (request, parameters) ->
              ScriptedTelegram.error(400, "cannot reach " + request.uri())
                  .answer(request, parameters);
    };
  }

  @ParameterizedTest
  @EnumSource
  void noFailureTellsTheToken(Failure failure) {
    TelegramPlatform platform =
        fixture.connect(Map.of("call-timeout", "60ms", "poll-timeout", "0s"));
    Fixture.get(platform.start(fixture.asSink()));
    for (String method : METHODS) {
      fixture.server().on(method, script(failure));
    }
    fixture.server().on("getUpdates", script(failure));
    int asked = fixture.server().calls("getUpdates").size();
    useEverything(platform);
    Fixture.until("polled", () -> fixture.server().calls("getUpdates").size() > asked + 1);
    nobodyKnows();
  }

  @Test
  void noConnectionTellsTheToken() throws Exception {
    TelegramPlatform platform = fixture.connect(Map.of("api-url", "http://127.0.0.1:1"));
    CompletionStage<Void> start = platform.start(fixture.asSink());
    useEverything(platform);
    TelegramPlatform nowhere =
        fixture.connect(Map.of("api-url", "http://no-such-host.invalid", "call-timeout", "200ms"));
    useEverything(nowhere);
    TelegramPlatform noTls =
        fixture.connect(Map.of("api-url", fixture.server().url().replace("http:", "https:")));
    useEverything(noTls);
    platform.close();
    Fixture.until("given up", () -> start.toCompletableFuture().isDone());
    say(start);
    useEverything(platform);
    nobodyKnows();
  }

  @Test
  void noFailedDownloadTellsTheToken() {
    fixture
        .server()
        .on(
            "getFile",
            ScriptedTelegram.ok("{\"file_id\":\"f\",\"file_size\":9,\"file_path\":\"a/b\"}"));
    TelegramPlatform platform =
        fixture.connect(Map.of("call-timeout", "100ms", "download-timeout", "100ms"));
    for (Failure failure : Failure.values()) {
      fixture.server().on("/file/botTOKEN/a/b", script(failure));
      fetch(platform);
    }
    fetch(fixture.connect(Map.of("file-url", "http://127.0.0.1:1")));
    fetch(fixture.connect(Map.of("file-url", "http://no-such-host.invalid")));
    nobodyKnows();
  }

  @Test
  void noSettingsErrorTellsASecret() {
    assertThatThrownBy(() -> TelegramOptions.of(Map.of("token", "4242:" + SECRET + "!")))
        .hasMessageContaining("token must be")
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(
            () ->
                TelegramOptions.of(
                    Map.of(
                        "token", ScriptedTelegram.TOKEN,
                        "webhook-url", "https://a.example/",
                        "webhook-secret", "short?secret")))
        .hasMessageContaining("webhook-secret must be")
        .hasMessageNotContaining("short?secret");
    TelegramOptions options =
        TelegramOptions.of(
            Map.of(
                "token", ScriptedTelegram.TOKEN,
                "webhook-url", "https://a.example/",
                "webhook-secret", "long-enough-secret"));
    assertThat(options.toString()).doesNotContain(SECRET).doesNotContain("long-enough-secret");
  }

  private static final List<String> METHODS =
      List.of(
          "getMe",
          "getChat",
          "getChatAdministrators",
          "getChatMember",
          "getUserProfilePhotos",
          "getFile",
          "deleteWebhook",
          "deleteMessage",
          "deleteMessages",
          "banChatMember",
          "restrictChatMember",
          "sendMessage",
          "sendPhoto",
          "editMessageText",
          "answerCallbackQuery");

  private void useEverything(TelegramPlatform platform) {
    AccountRef eve = new AccountRef("tg", "666");
    say(platform.check());
    say(platform.rights(Fixture.GROUP));
    say(platform.standing(Fixture.GROUP, eve));
    say(platform.profilePhotos(eve));
    fetch(platform);
    for (Action action :
        List.of(
            new Action.RemoveMessages(Fixture.GROUP, List.of("1")),
            new Action.RemoveMessages(Fixture.GROUP, List.of("1", "2")),
            new Action.BanAccount(Fixture.GROUP, eve, Optional.empty()),
            new Action.PostNotice(
                Fixture.GROUP, "t", Optional.of(new byte[] {1}), List.of(), Optional.empty()))) {
      say(platform.execute(action));
    }
    said.add(platform.toString());
    said.add(platform.capabilities().toString());
  }

  private void fetch(TelegramPlatform platform) {
    Attachment file =
        new Attachment(
            Attachment.Kind.PHOTO,
            Attachment.Role.CONTENT,
            "u",
            OptionalLong.empty(),
            Optional.empty(),
            "f",
            List.of());
    say(platform.fetch(file, folder.resolve("got"), 1000));
  }

  /** Writes down what came out, with the whole chain of causes when it is an exception. */
  private void say(CompletionStage<?> stage) {
    Fixture.get(
        stage.handle(
            (value, failure) -> {
              said.add(String.valueOf(value));
              if (failure != null) {
                java.io.StringWriter text = new java.io.StringWriter();
                failure.printStackTrace(new java.io.PrintWriter(text));
                said.add(text.toString());
              }
              return Boolean.TRUE;
            }));
  }

  private void nobodyKnows() {
    assertThat(said).isNotEmpty();
    fixture.meters.getMeters().forEach(meter -> said.add(meter.getId().toString()));
    assertThat(said).noneMatch(line -> line.contains(SECRET));
  }
}
