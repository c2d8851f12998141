package dev.cordon.bots.redis;

import dev.cordon.bots.Json;
import dev.cordon.bots.escalation.Alert;
import dev.cordon.bots.escalation.Outbox;
import dev.cordon.matcher.redis.RedisLink;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The outbox: a stream with one consumer group, in which untold items come back after a while. */
public final class RedisOutbox implements Outbox {
  private static final String GROUP = "couriers";
  private static final String TAKEN = "cordon:{cases}:taken:";
  private static final int BATCH = 32;
  private static final Duration TAKEN_KEPT = Duration.ofDays(30);

  private final RedisClusterAsyncCommands<String, String> redis;
  private final RedisClusterAsyncCommands<String, String> blocking;
  private final Consumer<String> consumer;
  private boolean grouped;

  /**
   * An outbox as seen by one process.
   *
   * @param process unique among the processes that use this Redis
   */
  public RedisOutbox(RedisLink link, String process) {
    redis = link.commands();
    blocking = link.dedicated();
    consumer = Consumer.from(GROUP, process);
  }

  @Override
  public synchronized List<Item> take(Duration wait, Duration retryAfter) {
    makeGroup();
    List<Item> items = new ArrayList<>();
    XAutoClaimArgs<String> stale =
        XAutoClaimArgs.Builder.xautoclaim(consumer, retryAfter, "0-0").count(BATCH);
    join(redis.xautoclaim(RedisCases.OUTBOX, stale)).getMessages().forEach(m -> items.add(item(m)));
    join(blocking.xreadgroup(
            consumer,
            XReadArgs.Builder.block(items.isEmpty() ? wait : Duration.ofMillis(1)).count(BATCH),
            XReadArgs.StreamOffset.lastConsumed(RedisCases.OUTBOX)))
        .forEach(m -> items.add(item(m)));
    return items;
  }

  @Override
  public CompletionStage<Set<String>> taken(Item item) {
    return redis.smembers(TAKEN + item.id());
  }

  @Override
  public CompletionStage<Void> taken(Item item, String route) {
    return redis
        .sadd(TAKEN + item.id(), route)
        .thenCompose(added -> redis.expire(TAKEN + item.id(), TAKEN_KEPT))
        .thenAccept(set -> {});
  }

  @Override
  public CompletionStage<Void> done(Item item) {
    return redis
        .xack(RedisCases.OUTBOX, GROUP, item.id())
        .thenCompose(acked -> redis.xdel(RedisCases.OUTBOX, item.id()))
        .thenCompose(deleted -> redis.del(TAKEN + item.id()))
        .thenAccept(deleted -> {});
  }

  private void makeGroup() {
    if (grouped) {
      return;
    }
    try {
      join(
          redis.xgroupCreate(
              XReadArgs.StreamOffset.from(RedisCases.OUTBOX, "0"),
              GROUP,
              XGroupCreateArgs.Builder.mkstream()));
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof RedisBusyException)) {
        throw e;
      }
    }
    grouped = true;
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static Item item(StreamMessage<String, String> message) {
    String alert = message.getBody().get("alert");
    return new Item(
        message.getId(),
        Item.Kind.valueOf(message.getBody().getOrDefault("kind", "OPENED")),
        message.getBody().getOrDefault("case", ""),
        Optional.ofNullable(alert).map(json -> Json.read(json, Alert.class)));
  }
}
