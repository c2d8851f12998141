package dev.cordon.matcher.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * The real Redis that comes with Cordon, one for each data directory: started by the first process
 * that needs it, shared by all others on this machine, brought back within a second when it dies.
 *
 * <p>It listens on loopback only, asks for a password that is kept in the directory (readable by
 * the owner alone) and syncs its append-only file before it answers a write.
 */
public final class BundledRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BundledRedis.class);
  private static final int START_SECONDS = 60;
  private static final int LOAD_MINUTES = 10;
  private static final String PID_FILE = "redis.pid";
  private static final String ACCESS_FILE = "access";

  private final Path directory;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "redis-watchdog");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Process process;

  /** A Redis whose data is kept in a directory; nothing is started yet. */
  public BundledRedis(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  /**
   * Starts the server, or joins the one that runs on this directory already.
   *
   * @return its address with its password, {@code redis://:…@127.0.0.1:…}; not for logs
   * @throws UncheckedIOException when it cannot be started, saying what its log says
   */
  public synchronized String start() {
    try {
      Files.createDirectories(directory);
      Access access = access();
      startUnlessRunning(access);
      awaitReady(access);
      watchdog.scheduleWithFixedDelay(() -> revive(access), 300, 300, TimeUnit.MILLISECONDS);
      return "redis://:" + access.password + "@127.0.0.1:" + access.port;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The bundled Redis in " + directory + " could not be started: " + e.getMessage(), e);
    }
  }

  /** The process id of the server, when this process started it. */
  public synchronized OptionalLong pid() {
    return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
  }

  /** Stops the server if this process started it; one that was only joined goes on. */
  @Override
  public void close() {
    watchdog.shutdownNow();
    synchronized (this) {
      if (process != null) {
        stop(process.toHandle());
      }
    }
  }

  /**
   * Stops the server that a dead process left running on a directory, when there is one, so that
   * the directory can be deleted.
   */
  public static void stopLeftover(Path directory) {
    Path file = directory.toAbsolutePath().resolve(PID_FILE);
    if (Files.exists(file)) {
      try {
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
            .filter(process -> serves(process, directory))
            .ifPresent(BundledRedis::stop);
      } catch (IOException | NumberFormatException e) {
        LOG.warn(
            "Whether a Redis is left running on {} cannot be told: {}", directory, e.toString());
      }
    }
  }

  private static boolean serves(ProcessHandle process, Path directory) {
    String configuration = directory.toAbsolutePath().resolve("redis.conf").toString();
    return process.info().commandLine().orElse("").contains(configuration)
        || process.info().command().orElse("").startsWith(directory.toAbsolutePath().toString());
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void revive(Access access) {
    try {
      synchronized (this) {
        if (!watchdog.isShutdown() && startUnlessRunning(access)) {
          LOG.warn("The bundled Redis in {} had stopped; it was started again", directory);
        }
      }
    } catch (IOException | RuntimeException e) {
      if (!watchdog.isShutdown()) {
        LOG.error(
            "The bundled Redis in {} has stopped and does not start: {}", directory, e.toString());
      }
    }
  }

  private boolean startUnlessRunning(Access access) throws IOException {
    if (listening(access.port)) {
      return false;
    }
    try (FileChannel lock = openLock();
        var held = lock.lock()) {
      if (!held.isValid() || listening(access.port)) {
        return false;
      }
      launch(access);
      return true;
    }
  }

  private FileChannel openLock() throws IOException {
    return FileChannel.open(
        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private void launch(Access access) throws IOException {
    Path configuration = directory.resolve("redis.conf");
    writePrivately(configuration, access.configuration(directory));
    Process started =
        new ProcessBuilder(executable().toString(), configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("redis.out").toFile())
            .start();
    process = started;
    awaitListening(started, access.port);
  }

  private Path executable() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("bin"));
    return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
  }

  private void awaitListening(Process started, int port) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!listening(port)) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("see " + directory.resolve("redis.log") + " and redis.out");
      }
      pause();
    }
  }

  /** A server with much data listens long before it answers. */
  private void awaitReady(Access access) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LOAD_MINUTES);
    RedisProbe.State state = RedisProbe.ask(access.port, access.password);
    while (state != RedisProbe.State.READY) {
      if (state == RedisProbe.State.FOREIGN) {
        throw new IOException(
            "port %d is used by another program; delete %s and start again"
                .formatted(access.port, directory.resolve(ACCESS_FILE)));
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "it is still loading its data; see " + directory.resolve("redis.log"));
      }
      pause();
      state = RedisProbe.ask(access.port, access.password);
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting", e);
    }
  }

  private static boolean listening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Access access() throws IOException {
    try (FileChannel lock = openLock();
        var held = lock.lock()) {
      Path file = directory.resolve(ACCESS_FILE);
      if (!held.isValid() || !Files.exists(file)) {
        writePrivately(file, Access.fresh().toText());
      }
      return Access.parse(Files.readString(file));
    }
  }

  /** Whole or not at all: a process that dies in between leaves no half a file. */
  private static void writePrivately(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Port and password, the same for every process that uses the directory. */
  private record Access(int port, String password) {

    static Access fresh() throws IOException {
      byte[] secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return new Access(socket.getLocalPort(), HexFormat.of().formatHex(secret));
      }
    }

    static Access parse(String text) {
      String[] parts = text.strip().split(" ", 2);
      return new Access(Integer.parseInt(parts[0]), parts[1]);
    }

    String toText() {
      return port + " " + password + "\n";
    }

    String configuration(Path directory) {
      return String.join(
          "\n",
          "bind 127.0.0.1",
          "port " + port,
          "requirepass " + password,
          "dir \"" + directory + "\"",
          "logfile \"" + directory.resolve("redis.log") + "\"",
          "appendonly yes",
          "appendfsync always",
          "aof-use-rdb-preamble yes",
          "save \"\"",
          "pidfile \"" + directory.resolve(PID_FILE) + "\"",
          "");
    }
  }
}
