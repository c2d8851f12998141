package dev.cordon.bots.endtoend;

import dev.cordon.adapters.telegram.sandbox.Chat;
import dev.cordon.adapters.telegram.sandbox.TelegramSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A matcher, a bot and the bundled Redis as real processes, restarted when they are killed. */
final class Processes implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path home;
  private final TelegramSandbox telegram;
  private final Map<String, Process> running = new ConcurrentHashMap<>();
  private final List<String> victims = new ArrayList<>();
  private final int matcherPort;
  private final int consolePort;
  private volatile boolean closing;

  Processes(Path home, TelegramSandbox telegram) throws IOException {
    this.home = home;
    this.telegram = telegram;
    this.matcherPort = freePort();
    this.consolePort = freePort();
  }

  void start(Chat moderators) throws Exception {
    Files.writeString(home.resolve("cordon.yaml"), settings(moderators));
    launch("matcher");
    awaitReady(matcherPort);
    launch("run");
    awaitReady(consolePort);
  }

  /** Enrols pictures through the command line, as an operator would. */
  void enrol(List<byte[]> pictures) throws Exception {
    Path folder = Files.createDirectories(home.resolve("known"));
    for (int i = 0; i < pictures.size(); i++) {
      Files.write(folder.resolve(i + ".jpg"), pictures.get(i));
    }
    finish("bank", "create", "known");
    finish("bank", "add", "known", folder.toString());
  }

  void verifyLedger() throws Exception {
    finish("ledger", "verify");
  }

  /** Kills one of them with SIGKILL, in no order but all equally often; says which. */
  String killOne(Random random) {
    if (victims.isEmpty()) {
      victims.addAll(List.of("run", "matcher", "decoder", "redis"));
      Collections.shuffle(victims, random);
    }
    String victim = victims.remove(0);
    return switch (victim) {
      case "decoder" -> kill(running.get("matcher").descendants(), "DecoderWorker", victim);
      case "redis" -> killRedis();
      default -> kill(victim);
    };
  }

  private String kill(String command) {
    running.get(command).destroyForcibly();
    return command;
  }

  /** It may be anybody's child, or nobody's after a kill. */
  private String killRedis() {
    return kill(ProcessHandle.allProcesses(), home + "/home/redis/redis.conf", "redis");
  }

  private static String kill(Stream<ProcessHandle> processes, String marker, String name) {
    processes
        .filter(process -> process.info().commandLine().orElse("").contains(marker))
        .findFirst()
        .ifPresent(ProcessHandle::destroyForcibly);
    return name;
  }

  private void launch(String command) {
    try {
      Process process = process(command + ".log", command);
      running.put(command, process);
      process
          .onExit()
          .thenAccept(
              gone -> {
                if (!closing) {
                  launch(command);
                }
              });
    } catch (IOException e) {
      throw new IllegalStateException("cannot start " + command, e);
    }
  }

  private void finish(String... arguments) throws Exception {
    Process process = process("commands.log", arguments);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(
          String.join(" ", arguments) + ": " + Files.readString(home.resolve("commands.log")));
    }
  }

  private Process process(String log, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(ProcessHandle.current().info().command().orElse("java"));
    line.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-cp", classPath()));
    line.add("dev.cordon.bots.cli.Main");
    line.addAll(List.of(arguments));
    line.addAll(List.of("--config", home.resolve("cordon.yaml").toString()));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("TELEGRAM_BOT_TOKEN", telegram.bot().token());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve(log).toFile()));
    return builder.start();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private String settings(Chat moderators) {
    return String.format(
        Locale.ROOT,
        """
        home: %s
        matcher: {url: "http://127.0.0.1:%d", listen: "127.0.0.1:%d", workers: 1}
        console: {listen: "127.0.0.1:%d"}
        platforms:
          telegram:
            settings: {api-url: "%s", group-sends-per-minute: 3000, calls-per-second: 100}
        policies:
          default: {mode: enforce}
        moderators: {chat: telegram/%d}
        intake: {claim-after: 5 s}
        """,
        home.resolve("home"),
        matcherPort,
        matcherPort,
        consolePort,
        telegram.url(),
        moderators.id());
  }

  private void awaitReady(int port) throws Exception {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!answersWell(ask)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not ready: " + logs());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private String logs() throws IOException {
    StringBuilder logs = new StringBuilder();
    for (String name : List.of("matcher.log", "run.log")) {
      Path log = home.resolve(name);
      logs.append(name).append(":\n").append(Files.exists(log) ? Files.readString(log) : "");
    }
    return logs.toString();
  }

  private static boolean answersWell(HttpRequest ask) throws InterruptedException {
    try {
      var answer = HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.discarding());
      return answer.statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    closing = true;
    for (Process process : running.values()) {
      process.destroy();
    }
    for (Process process : running.values()) {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    killWhatIsLeft();
  }

  /** Redis, and decoders whose matcher was killed under them; all name the folder. */
  private void killWhatIsLeft() throws Exception {
    List<ProcessHandle> left =
        ProcessHandle.allProcesses()
            .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
            .toList();
    left.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : left) {
      process.onExit().get(20, TimeUnit.SECONDS);
    }
  }
}
