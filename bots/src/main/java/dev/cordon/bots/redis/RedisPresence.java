package dev.cordon.bots.redis;

import dev.cordon.matcher.redis.RedisLink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What every running process says of itself, for {@code cordon status} elsewhere: one short-lived
 * text each.
 */
public final class RedisPresence {
  private static final String INDEX = "cordon:{status}:processes";
  private static final String PROCESS = "cordon:{status}:process:";

  private final RedisLink redis;

  public RedisPresence(RedisLink redis) {
    this.redis = redis;
  }

  /**
   * Says how a process is, until it says so again or the time is over.
   *
   * @param process unique among all processes
   */
  public CompletionStage<Void> say(String process, String report, Duration kept) {
    return redis
        .commands()
        .psetex(PROCESS + process, kept.toMillis(), report)
        .thenCompose(done -> redis.commands().sadd(INDEX, process))
        .thenAccept(added -> {});
  }

  /** Says that a process has ended. */
  public CompletionStage<Void> leave(String process) {
    return redis
        .commands()
        .del(PROCESS + process)
        .thenCompose(done -> redis.commands().srem(INDEX, process))
        .thenAccept(removed -> {});
  }

  /** What the processes that live said last. */
  public CompletionStage<List<String>> all() {
    return redis.commands().smembers(INDEX).thenApply(List::copyOf).thenCompose(this::reports);
  }

  private CompletionStage<List<String>> reports(List<String> processes) {
    if (processes.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    String[] keys = processes.stream().map(name -> PROCESS + name).toArray(String[]::new);
    return redis
        .commands()
        .mget(keys)
        .thenApply(
            values -> {
              forget(
                  values.stream()
                      .filter(value -> value.isEmpty())
                      .map(value -> value.getKey())
                      .toList());
              return values.stream()
                  .filter(value -> value.hasValue())
                  .map(value -> value.getValue())
                  .sorted()
                  .toList();
            });
  }

  /** Processes that died without leaving. */
  private void forget(List<String> keys) {
    if (!keys.isEmpty()) {
      String[] names =
          keys.stream().map(key -> key.substring(PROCESS.length())).toArray(String[]::new);
      var unused = redis.commands().srem(INDEX, names);
    }
  }
}
