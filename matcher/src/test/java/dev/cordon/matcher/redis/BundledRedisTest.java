package dev.cordon.matcher.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
  void saysSoWhenAnotherProgramHasItsPort() throws Exception {
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        BundledRedis redis = new BundledRedis(directory)) {
      Files.writeString(directory.resolve("access"), stranger.getLocalPort() + " secret");
      Thread answers = new Thread(() -> answerLikeAWebServer(stranger));
      answers.start();
      assertThatThrownBy(redis::start)
          .hasMessageContaining("is used by another program")
          .hasMessageNotContaining("secret");
    }
  }

  private static void answerLikeAWebServer(ServerSocket stranger) {
    while (!stranger.isClosed()) {
      try (Socket socket = stranger.accept()) {
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      } catch (IOException e) {
        return;
      }
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
