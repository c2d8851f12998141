package dev.cordon.bots.redis;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.MessageRef;
import dev.cordon.bots.escalation.Review;
import dev.cordon.bots.intake.Offences;
import dev.cordon.bots.policy.Decision;
import dev.cordon.matcher.redis.RedisLink;
import io.lettuce.core.Range;
import io.lettuce.core.ZAddArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Offences as a sorted set an account: the messages, by time. */
public final class RedisOffences implements Offences, Review.Forgiveness {
  private static final Duration KEPT = Duration.ofDays(3650);

  private final RedisLink redis;

  public RedisOffences(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<Void> record(
      Decision.Mode mode, AccountRef account, MessageRef message, Instant at) {
    String key = key(mode, account);
    return redis
        .commands()
        .zadd(key, ZAddArgs.Builder.nx(), (double) at.toEpochMilli(), message.toString())
        .thenCompose(added -> redis.commands().pexpire(key, KEPT.toMillis()))
        .thenApply(kept -> null);
  }

  @Override
  public CompletionStage<Integer> count(
      Decision.Mode mode, AccountRef account, Instant since, MessageRef except) {
    Range<Long> range =
        Range.from(Range.Boundary.including(since.toEpochMilli()), Range.Boundary.unbounded());
    return redis
        .commands()
        .zrangebyscore(key(mode, account), range)
        .thenApply(
            messages ->
                (int) messages.stream().filter(one -> !one.equals(except.toString())).count());
  }

  @Override
  public CompletionStage<Void> forgive(AccountRef account, MessageRef message) {
    return redis
        .commands()
        .zrem(key(Decision.Mode.ENFORCE, account), message.toString())
        .thenCompose(
            done -> redis.commands().zrem(key(Decision.Mode.OBSERVE, account), message.toString()))
        .thenApply(done -> null);
  }

  private static String key(Decision.Mode mode, AccountRef account) {
    return "cordon:{intake}:offences:" + mode.name().toLowerCase(Locale.ROOT) + ":" + account;
  }
}
