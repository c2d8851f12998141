package dev.cordon.matcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.MatcherContract;
import dev.cordon.matcher.MatcherUnavailableException;
import dev.cordon.matcher.redis.ApiKeys;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpMatcherTest extends MatcherContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static Vertx vertx = Vertx.vertx();

  @TempDir Path scratch;
  private @Nullable MatcherService service;

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
            ServiceSettings.loopback(0, scratch),
            local,
            new RedisBankStore(link, clock),
            keys,
            clock,
            new SimpleMeterRegistry());
    service = started;
    int port = started.start().toCompletableFuture().join();
    String key = keys.create(ApiKeys.Role.MATCH, "contract").toCompletableFuture().join();
    return new HttpMatcher(
        vertx, URI.create("http://127.0.0.1:" + port), Optional.of(key), TIMEOUT);
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
    assertThat(scratch).isEmptyDirectory();
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
