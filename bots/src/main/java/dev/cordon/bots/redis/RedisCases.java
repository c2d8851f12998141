package dev.cordon.bots.redis;

import dev.cordon.adapters.AccountRef;
import dev.cordon.bots.Json;
import dev.cordon.bots.escalation.Alert;
import dev.cordon.bots.escalation.Case;
import dev.cordon.bots.escalation.Cases;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.Script;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cases in Redis, all under one hash tag, each change together with its place on the outbox. */
public final class RedisCases implements Cases {
  static final String OUTBOX = "cordon:{cases}:outbox";
  private static final String BY_KEY = "cordon:{cases}:by-key";
  private static final String CASES = "cordon:{cases}:case";
  private static final String OUTCOMES = "cordon:{cases}:outcome";
  private static final String OPEN = "cordon:{cases}:open";
  private static final String ALERTED = "cordon:{cases}:alerted";
  private static final String PREVIEW = "cordon:{cases}:preview:";
  private static final String REPORTERS = "cordon:{cases}:reporters:";
  private static final String REPORTS = "cordon:{cases}:reports:";
  private static final Duration PREVIEW_KEPT = Duration.ofDays(30);
  private static final Duration HOUR = Duration.ofHours(1);

  private static final Script OPEN_ONCE =
      Script.of(
          """
          local known = redis.call('HGET', KEYS[1], ARGV[1])
          if known then return known end
          if redis.call('HEXISTS', KEYS[2], ARGV[2]) == 1 then
            return redis.error_reply('case id taken')
          end
          redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
          redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
          redis.call('ZADD', KEYS[3], ARGV[4], ARGV[2])
          if ARGV[5] ~= '' then redis.call('SET', KEYS[5], ARGV[5], 'EX', ARGV[6]) end
          redis.call('XADD', KEYS[4], '*', 'kind', 'OPENED', 'case', ARGV[2])
          return ARGV[2]
          """,
          ScriptOutputType.VALUE);

  private static final Script SETTLE_ONCE =
      Script.of(
          """
          if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 1 then
            redis.call('ZREM', KEYS[2], ARGV[1])
            redis.call('XADD', KEYS[3], '*', 'kind', 'SETTLED', 'case', ARGV[1])
          end
          return 1
          """,
          ScriptOutputType.INTEGER);

  private static final Script ALERT_ONCE =
      Script.of(
          """
          if redis.call('SADD', KEYS[1], ARGV[1]) == 1 then
            redis.call('XADD', KEYS[2], '*', 'kind', 'ALERT', 'case', '', 'alert', ARGV[2])
          end
          return 1
          """,
          ScriptOutputType.INTEGER);

  private static final Script COUNT_REPORT =
      Script.of(
          """
          redis.call('SADD', KEYS[1], ARGV[1])
          if redis.call('TTL', KEYS[1]) < 0 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
          return redis.call('SCARD', KEYS[1])
          """,
          ScriptOutputType.INTEGER);

  private final RedisClusterAsyncCommands<String, String> redis;

  public RedisCases(RedisLink link) {
    redis = link.commands();
  }

  @Override
  public CompletionStage<Case> open(Case candidate, Optional<byte[]> preview) {
    CompletionStage<String> id =
        OPEN_ONCE.run(
            redis,
            List.of(BY_KEY, CASES, OPEN, OUTBOX, PREVIEW + candidate.id()),
            candidate.key(),
            candidate.id(),
            Json.write(candidate),
            Long.toString(candidate.openedAt().toEpochMilli()),
            preview.map(Base64.getEncoder()::encodeToString).orElse(""),
            Long.toString(PREVIEW_KEPT.toSeconds()));
    return id.thenCompose(this::find).thenApply(Optional::orElseThrow);
  }

  @Override
  public CompletionStage<Optional<Case>> find(String id) {
    CompletionStage<@Nullable String> stored = redis.hget(CASES, id);
    return stored.thenCompose(
        json ->
            json == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : complete(Json.read(json, Case.class)).thenApply(Optional::of));
  }

  @Override
  public CompletionStage<Optional<Case>> about(String key) {
    CompletionStage<@Nullable String> id = redis.hget(BY_KEY, key);
    return id.thenCompose(
        found -> found == null ? CompletableFuture.completedFuture(Optional.empty()) : find(found));
  }

  @Override
  public CompletionStage<List<Case>> open(int limit) {
    return redis.zrevrange(OPEN, 0, limit - 1L).thenCompose(this::findAll);
  }

  @Override
  public CompletionStage<Optional<byte[]>> preview(String id) {
    CompletionStage<@Nullable String> stored = redis.get(PREVIEW + id);
    return stored.thenApply(text -> Optional.ofNullable(text).map(Base64.getDecoder()::decode));
  }

  @Override
  public CompletionStage<Optional<Case>> settle(String id, Case.Outcome outcome) {
    return find(id)
        .thenCompose(
            found -> {
              if (found.isEmpty()) {
                return CompletableFuture.completedFuture(found);
              }
              CompletionStage<Long> settled =
                  SETTLE_ONCE.run(redis, List.of(OUTCOMES, OPEN, OUTBOX), id, Json.write(outcome));
              return settled.thenCompose(done -> find(id));
            });
  }

  @Override
  public CompletionStage<Long> addReporter(String id, AccountRef reporter) {
    return redis
        .sadd(REPORTERS + id, Json.write(reporter))
        .thenCompose(added -> redis.scard(REPORTERS + id));
  }

  @Override
  public CompletionStage<Boolean> mayReport(AccountRef reporter, String attempt, int perHour) {
    CompletionStage<Long> count =
        COUNT_REPORT.run(
            redis, List.of(REPORTS + reporter), attempt, Long.toString(HOUR.toSeconds()));
    return count.thenApply(made -> made <= perHour);
  }

  @Override
  public CompletionStage<Void> alert(Alert alert) {
    CompletionStage<Long> told =
        ALERT_ONCE.run(redis, List.of(ALERTED, OUTBOX), alert.key(), Json.write(alert));
    return told.thenAccept(done -> {});
  }

  private CompletionStage<Case> complete(Case stored) {
    CompletionStage<@Nullable String> outcome = redis.hget(OUTCOMES, stored.id());
    return redis
        .smembers(REPORTERS + stored.id())
        .thenCombine(outcome, (reporters, json) -> complete(stored, reporters, json));
  }

  private static Case complete(Case stored, Set<String> reporters, @Nullable String outcome) {
    return new Case(
        stored.id(),
        stored.key(),
        stored.openedAt(),
        stored.why(),
        stored.message(),
        stored.decision(),
        reporters.stream()
            .map(json -> Json.read(json, AccountRef.class))
            .collect(Collectors.toSet()),
        Optional.ofNullable(outcome).map(json -> Json.read(json, Case.Outcome.class)));
  }

  private CompletionStage<List<Case>> findAll(List<String> ids) {
    List<CompletableFuture<Optional<Case>>> found =
        ids.stream().map(id -> find(id).toCompletableFuture()).toList();
    return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
        .thenApply(
            all -> found.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList());
  }
}
