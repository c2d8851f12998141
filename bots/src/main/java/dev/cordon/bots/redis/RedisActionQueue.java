package dev.cordon.bots.redis;

import dev.cordon.adapters.Action;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.enforcement.Lane;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Queues orders on the lane that their {@link Action} belongs to. */
public final class RedisActionQueue implements ActionQueue {
  static final QueueKeys QUEUE =
      new QueueKeys("actions", Stream.of(Lane.values()).map(Lane::key).toList());
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final Script ENQUEUE =
      Script.of(
          """
          if not redis.call('SET', KEYS[2], '1', 'NX', 'EX', ARGV[2]) then return 0 end
          redis.call('XADD', KEYS[1], '*', 'body', ARGV[1])
          return 1
          """,
          ScriptOutputType.INTEGER);

  private final RedisLink redis;

  public RedisActionQueue(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<Boolean> enqueue(Order order) {
    List<String> keys =
        List.of(
            QUEUE.stream(Lane.of(order.action()).key()), QUEUE.prefix() + "ordered:" + order.key());
    return ENQUEUE
        .<Long>run(redis.commands(), keys, Json.write(order), Long.toString(REMEMBERED.toSeconds()))
        .thenApply(added -> added == 1);
  }
}
