package dev.cordon.bots.redis;

import dev.cordon.bots.Json;
import dev.cordon.bots.intake.Remembered;
import dev.cordon.bots.intake.VerdictMemory;
import dev.cordon.matcher.redis.RedisLink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Verdicts as one string a file, spread over a cluster by hash tag. */
public final class RedisVerdictMemory implements VerdictMemory {
  private static final int SHARDS = 64;

  private final RedisLink redis;

  public RedisVerdictMemory(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<Optional<Remembered>> find(String key) {
    return redis
        .commands()
        .get(name(key))
        .thenApply(
            text -> Optional.ofNullable(text).map(found -> Json.read(found, Remembered.class)));
  }

  @Override
  public CompletionStage<Void> remember(String key, Remembered verdict, Duration howLong) {
    return redis
        .commands()
        .psetex(name(key), howLong.toMillis(), Json.write(verdict))
        .thenApply(done -> null);
  }

  /** The number goes up when older verdicts were reached in another way. */
  private static String name(String key) {
    return "cordon:{verdicts:" + Math.floorMod(key.hashCode(), SHARDS) + "}:2:" + key;
  }
}
