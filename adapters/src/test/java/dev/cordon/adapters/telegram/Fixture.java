package dev.cordon.adapters.telegram;

import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.EventSink;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.PlatformProvider;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A scripted server and a connection to it, new for each test. */
final class Fixture implements BeforeEachCallback, AfterEachCallback {
  static final ChatRef GROUP = new ChatRef("tg", "-1001");

  private static final Vertx VERTX = Vertx.vertx();

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<PlatformEvent> events = new CopyOnWriteArrayList<>();

  /** What the sink does with the next events; stores them unless a test says otherwise. */
  volatile Function<List<PlatformEvent>, CompletionStage<Void>> sink = this::store;

  @org.jspecify.annotations.Nullable private ScriptedTelegram server;
  private final List<Platform> opened = new CopyOnWriteArrayList<>();

  ScriptedTelegram server() {
    return java.util.Objects.requireNonNull(server);
  }

  Vertx vertx() {
    return VERTX;
  }

  CompletionStage<Void> store(List<PlatformEvent> batch) {
    events.addAll(batch);
    return CompletableFuture.completedFuture(null);
  }

  EventSink asSink() {
    return batch -> sink.apply(batch);
  }

  TelegramPlatform connect(Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "token", ScriptedTelegram.TOKEN,
                "api-url", server().url(),
                "poll-timeout", "0s",
                "backoff-least", "5ms",
                "backoff-most", "20ms",
                "call-timeout", "2s"));
    settings.putAll(more);
    PlatformProvider.Context context =
        new PlatformProvider.Context(VERTX, meters, Clock.systemUTC(), Path.of("unused"));
    TelegramPlatform platform =
        (TelegramPlatform) new TelegramProvider().create("tg", settings, context);
    opened.add(platform);
    return platform;
  }

  TelegramPlatform connect() {
    return connect(Map.of());
  }

  TelegramPlatform started() {
    TelegramPlatform platform = connect();
    get(platform.start(asSink()));
    return platform;
  }

  static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("no value", e);
    }
  }

  /** Looks again and again until it is so, ten seconds at most. */
  static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within ten seconds: " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    server = new ScriptedTelegram(VERTX);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    opened.forEach(Platform::close);
    server().close();
  }
}
