package dev.cordon.bots.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.Health;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.Rights;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.redis.RedisPresence;
import dev.cordon.matcher.Matcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every few seconds, through Redis, how this process and its connections are. */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofSeconds(20);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

  private final RedisPresence presence;
  private final Matcher matcher;
  private final Map<String, Platform> platforms;
  private final ChatPolicies policies;
  private final String process;
  private final Instant since = Instant.now();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  Heartbeat(
      RedisPresence presence,
      String process,
      Matcher matcher,
      Map<String, Platform> platforms,
      ChatPolicies policies) {
    this.presence = presence;
    this.process = process;
    this.matcher = matcher;
    this.platforms = platforms;
    this.policies = policies;
  }

  void start() {
    var unused =
        timer.scheduleWithFixedDelay(this::beat, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      join(presence.say(process, report(), KEPT));
    } catch (RuntimeException e) {
      LOG.debug("The status could not be told: {}", Failures.line(Failures.cause(e)));
    }
  }

  private String report() {
    ObjectNode report = new ObjectMapper().createObjectNode();
    report.put("process", process).put("since", since.toString());
    ObjectNode parts = report.putObject("parts");
    parts().forEach(parts::put);
    return report.toString();
  }

  /** How each part is, in words without secrets. */
  Map<String, String> parts() {
    Map<String, String> parts = new TreeMap<>();
    parts.put("matcher", answered(matcher.status().thenApply(Heartbeat::words)));
    platforms.forEach(
        (name, platform) -> {
          parts.put("platform " + name, answered(platform.check().thenApply(Heartbeat::words)));
          chats(name)
              .forEach(
                  chat ->
                      parts.put(
                          "chat " + chat,
                          answered(platform.rights(chat).thenApply(Heartbeat::words))));
        });
    return parts;
  }

  /** What is not well, for {@code /health/ready}. */
  CompletionStage<Map<String, String>> problems() {
    List<CompletableFuture<?>> all = new ArrayList<>();
    Map<String, String> problems = new ConcurrentHashMap<>();
    all.add(note(problems, "redis", presence.all(), said -> true, said -> ""));
    all.add(note(problems, "matcher", matcher.status(), Matcher.Status::ready, Heartbeat::words));
    platforms.forEach(
        (name, platform) ->
            all.add(note(problems, name, platform.check(), Health::up, Heartbeat::words)));
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApply(done -> problems);
  }

  private static <T> CompletableFuture<?> note(
      Map<String, String> problems,
      String name,
      CompletionStage<T> asked,
      Predicate<T> well,
      Function<T, String> words) {
    return asked
        .toCompletableFuture()
        .copy()
        .orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (found, failure) ->
                failure != null
                    ? problems.put(name, "does not answer")
                    : well.test(found) ? null : problems.put(name, words.apply(found)));
  }

  private List<ChatRef> chats(String platform) {
    return policies.now().byChat().keySet().stream()
        .filter(chat -> chat.platform().equals(platform))
        .toList();
  }

  private static String words(Matcher.Status status) {
    return (status.ready() ? "ready" : "loading") + ", " + status.entries() + " entries";
  }

  private static String words(Health health) {
    return (health.up() ? "up: " : "DOWN: ") + health.detail();
  }

  private static String words(Rights rights) {
    if (!rights.present()) {
      return "NOT IN THE CHAT";
    }
    return (rights.remove() ? "may remove" : "MAY NOT REMOVE")
        + (rights.restrict() ? ", may restrict and ban" : ", MAY NOT RESTRICT OR BAN");
  }

  private static String answered(CompletionStage<String> asked) {
    try {
      return join(
          asked
              .toCompletableFuture()
              .copy()
              .orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (RuntimeException e) {
      return "does not answer: " + Failures.line(Failures.cause(e));
    }
  }

  private static <T extends @Nullable Object> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      join(presence.leave(process));
    } catch (RuntimeException e) {
      LOG.debug("The end could not be told: {}", Failures.line(Failures.cause(e)));
    }
  }
}
