package dev.cordon.matcher.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ScriptOutputType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledRedisTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
    try (BundledRedis redis = new BundledRedis(directory);
        RedisLink link = RedisLink.open(redis.start(), PATIENCE)) {
      link.commands().set("key", "value").toCompletableFuture().join();
      ProcessHandle server = ProcessHandle.of(redis.pid().orElseThrow()).orElseThrow();
      server.destroyForcibly();
      server.onExit().join();
      assertThat(link.commands().get("key").toCompletableFuture().join()).isEqualTo("value");
    }
  }

  @Test
  void isSharedByAllWhoUseTheDirectory() {
    try (BundledRedis first = new BundledRedis(directory);
        BundledRedis second = new BundledRedis(directory)) {
      assertThat(second.start()).isEqualTo(first.start());
      assertThat(first.pid().isPresent() ^ second.pid().isPresent()).isTrue();
    }
  }

  @Test
  void keepsItsPasswordToTheOwner() throws Exception {
    try (BundledRedis redis = new BundledRedis(directory)) {
      redis.start();
      for (String file : List.of("access", "redis.conf")) {
        assertThat(Files.getPosixFilePermissions(directory.resolve(file)))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  @Test
  void runsAScriptThatTheServerHasForgotten() {
    Script script = Script.of("return ARGV[1] .. KEYS[1]", ScriptOutputType.VALUE);
    try (BundledRedis redis = new BundledRedis(directory);
        RedisLink link = RedisLink.open(redis.start(), PATIENCE)) {
      for (int i = 0; i < 2; i++) {
        link.commands().scriptFlush().toCompletableFuture().join();
        String answer =
            script.<String>run(link.commands(), List.of("k"), "a").toCompletableFuture().join();
        assertThat(answer).isEqualTo("ak");
      }
    }
  }
}
