package dev.cordon.bots.redis;

import dev.cordon.bots.work.WorkQueue;
import dev.cordon.matcher.redis.RedisLink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Work in Redis streams, one a lane, read by one consumer group. Each lane has workers of its own:
 * notices that a platform makes wait do not keep removals from being read.
 *
 * <p>A worker holds a lease on what it was handed; when the lease runs out, or the worker was a
 * process of this machine that is gone, another takes its items. What is to be tried later waits in
 * a sorted set by due time.
 */
public final class RedisWorkQueue implements WorkQueue {
  private final RedisLink redis;
  private final QueueKeys keys;
  private final Duration lease;

  RedisWorkQueue(RedisLink redis, QueueKeys keys, Duration lease) {
    this.redis = redis;
    this.keys = keys;
    this.lease = lease;
  }

  /**
   * The events of all platforms.
   *
   * @param lease how long the items of a silent worker stay with it
   */
  public static RedisWorkQueue events(RedisLink redis, Duration lease) {
    return new RedisWorkQueue(redis, RedisEvents.QUEUE, lease);
  }

  /**
   * The decided actions.
   *
   * @param lease how long the items of a silent worker stay with it
   */
  public static RedisWorkQueue actions(RedisLink redis, Duration lease) {
    return new RedisWorkQueue(redis, RedisActionQueue.QUEUE, lease);
  }

  @Override
  public Consumption consume(int concurrency, Predicate<String> open, Handler handler) {
    List<QueueWorker> workers =
        keys.lanes().stream()
            .map(lane -> new QueueWorker(redis, keys, lane, lease, concurrency, open, handler))
            .toList();
    workers.forEach(QueueWorker::start);
    return () -> workers.forEach(QueueWorker::close);
  }

  /** How many items wait or are being handled, those that wait for a later try included. */
  public CompletionStage<Long> depth() {
    List<String> names =
        keys.lanes().stream()
            .flatMap(lane -> Stream.of(keys.stream(lane), keys.delayed(lane)))
            .toList();
    return QueueScripts.DEPTH.run(redis.commands(), names);
  }

  /** How many items were put aside for an operator. */
  public CompletionStage<Long> dead() {
    return redis.commands().xlen(keys.dead());
  }
}
