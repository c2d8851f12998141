package dev.cordon.matcher.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.embedded.core.ExecutableProvider;

/** A cluster of three nodes of the bundled Redis. */
public final class RedisClusterExtension implements BeforeAllCallback, AfterAllCallback {
  private static final int NODES = 3;
  private static final int SLOTS = 16384;
  private static final long PATIENCE_SECONDS = 30;

  private final List<Process> processes = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  /** A new link to the cluster, emptied. */
  public RedisLink link() {
    RedisLink link = RedisLink.open(address(), Duration.ofSeconds(10));
    link.commands().flushall().toCompletableFuture().join();
    return link;
  }

  private String address() {
    return ports.stream()
        .map(port -> "127.0.0.1:" + port)
        .collect(Collectors.joining(",", "redis-cluster://", ""));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Path directory = Files.createTempDirectory("cordon-cluster");
    String executable =
        ExecutableProvider.newJarResourceProvider(directory.toFile()).get().toString();
    for (int i = 0; i < NODES; i++) {
      start(executable, Files.createDirectory(directory.resolve("node" + i)));
    }
    join();
  }

  private void start(String executable, Path directory) throws IOException {
    int port = freePort();
    ports.add(port);
    processes.add(
        new ProcessBuilder(
                executable,
                "--port " + port,
                "--bind 127.0.0.1",
                "--dir " + directory,
                "--cluster-enabled yes",
                "--cluster-node-timeout 2000",
                "--appendonly yes",
                "--save \"\"")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start());
  }

  /** The bus listens 10000 higher. */
  private static int freePort() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
        int port = socket.getLocalPort() - 10_000;
        if (port > 1024) {
          new ServerSocket(port, 1, loopback).close();
          return port;
        }
      }
    }
  }

  private void join() throws InterruptedException {
    for (int i = 0; i < NODES; i++) {
      int from = SLOTS * i / NODES;
      int to = SLOTS * (i + 1) / NODES;
      try (RedisClient client = client(ports.get(i))) {
        RedisCommands<String, String> node = awaitAnswer(client);
        node.clusterAddSlots(IntStream.range(from, to).toArray());
        node.clusterMeet("127.0.0.1", ports.get(0));
      }
    }
    for (int port : ports) {
      awaitWhole(port);
    }
  }

  private static RedisClient client(int port) {
    return RedisClient.create(RedisURI.create("127.0.0.1", port));
  }

  private static RedisCommands<String, String> awaitAnswer(RedisClient client)
      throws InterruptedException {
    long deadline = deadline();
    while (true) {
      try {
        return client.connect().sync();
      } catch (RuntimeException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  private static void awaitWhole(int port) throws InterruptedException {
    long deadline = deadline();
    try (RedisClient client = client(port)) {
      RedisCommands<String, String> node = client.connect().sync();
      String info = node.clusterInfo();
      while (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:" + NODES)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("The cluster did not form: " + info);
        }
        TimeUnit.MILLISECONDS.sleep(20);
        info = node.clusterInfo();
      }
    }
  }

  private static long deadline() {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    processes.forEach(Process::destroyForcibly);
  }
}
