package dev.cordon.matcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.MatcherContract;
import dev.cordon.matcher.MatcherUnavailableException;
import dev.cordon.matcher.Scan;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.redis.ApiKeys;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpMatcherTest extends MatcherContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static Vertx vertx = Vertx.vertx();

  private static final int LIMIT = 100_000;

  @TempDir Path scratch;
  @TempDir Path media;
  private @Nullable MatcherService service;
  private @Nullable LocalMatcher judging;
  private @Nullable Matcher asking;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void closeVertx() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Override
  protected Matcher matcher(LocalMatcher local, RedisLink link) {
    Clock clock = Clock.systemUTC();
    ApiKeys keys = new ApiKeys(link, clock);
    MatcherService started =
        new MatcherService(
            vertx,
            new ServiceSettings("127.0.0.1", 0, LIMIT, 4, TIMEOUT, Duration.ofMinutes(1), scratch),
            local,
            new RedisBankStore(link, clock),
            keys,
            clock,
            new SimpleMeterRegistry());
    service = started;
    int port = started.start().toCompletableFuture().join();
    String key = keys.create(ApiKeys.Role.MATCH, "contract").toCompletableFuture().join();
    judging = local;
    Matcher created =
        new HttpMatcher(vertx, URI.create("http://127.0.0.1:" + port), Optional.of(key), TIMEOUT);
    asking = created;
    return created;
  }

  private LocalMatcher started() {
    return Objects.requireNonNull(judging);
  }

  private Matcher remote() {
    return Objects.requireNonNull(asking);
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void neverCallsCleanWhatIsTooLargeToSend() throws Exception {
    Path large = Files.write(media.resolve("large"), new byte[100 * LIMIT]);
    await(started().start());
    Scan scan = await(remote().scan(large));
    assertThat(scan.result()).isInstanceOf(MatchResult.Unscannable.class);
    assertThat(scan.signals()).extracting(Signal::type).containsExactly("SHA256", "MD5");
    assertThat(await(remote().hash(large)).problem().orElseThrow()).contains("too large");
    assertThat(await(remote().preview(large))).isEmpty();
  }

  @Test
  void saysThatItCannotReachTheMatcherAndStopsToTry() {
    try (Matcher matcher =
        new HttpMatcher(vertx, URI.create("http://127.0.0.1:1"), Optional.empty(), TIMEOUT)) {
      for (int i = 0; i < 30; i++) {
        assertThatThrownBy(() -> matcher.status().toCompletableFuture().join())
            .hasCauseInstanceOf(MatcherUnavailableException.class)
            .hasMessageContaining("http://127.0.0.1:1 cannot be reached");
      }
    }
  }
}
