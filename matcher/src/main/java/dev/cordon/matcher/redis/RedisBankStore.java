package dev.cordon.matcher.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cordon.matcher.MatcherJson;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.bank.NoSuchBankException;
import dev.cordon.matcher.bank.Ulid;
import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Banks in Redis, under {@code cordon:{banks}:…}. */
public final class RedisBankStore implements BankStore {
  private static final int REMOVED_AT_ONCE = 500;
  private static final int PAGE = 1000;

  private final RedisClusterAsyncCommands<String, String> redis;
  private final Clock clock;

  public RedisBankStore(RedisLink link, Clock clock) {
    this.redis = link.commands();
    this.clock = clock;
  }

  @Override
  public String newId() {
    return Ulid.at(clock.millis()).toString();
  }

  @Override
  public CompletionStage<Void> put(Bank bank) {
    return BankScripts.PUT_BANK
        .<String>run(redis, BankScripts.KEYS, bank.name(), json(bank))
        .thenAccept(checkpoint -> {});
  }

  @Override
  public CompletionStage<Optional<Bank>> bank(String name) {
    return redis.hget(BankKeys.BANKS, name).thenApply(json -> parse(json, Bank.class));
  }

  @Override
  public CompletionStage<List<Bank>> banks() {
    return redis
        .hvals(BankKeys.BANKS)
        .thenApply(
            values ->
                values.stream()
                    .map(json -> read(json, Bank.class))
                    .sorted(Comparator.comparing(Bank::name))
                    .toList());
  }

  @Override
  public CompletionStage<Long> count(String bank) {
    return redis.zcard(BankKeys.IDS + bank);
  }

  @Override
  public CompletionStage<String> put(List<BankEntry> entries) {
    if (entries.isEmpty() || entries.size() > MAX_CHANGE) {
      throw new IllegalArgumentException(
          "a change must hold 1 to " + MAX_CHANGE + " entries, held " + entries.size());
    }
    String[] arguments =
        entries.stream()
            .map(BankEntry::canonical)
            .flatMap(RedisBankStore::arguments)
            .toArray(String[]::new);
    return BankScripts.PUT_ENTRIES
        .<String>run(redis, BankScripts.KEYS, arguments)
        .thenApply(RedisBankStore::checkpoint);
  }

  private static Stream<String> arguments(BankEntry entry) {
    String expiry = entry.expiresAt().map(at -> Long.toString(at.toEpochMilli())).orElse("");
    return Stream.of(entry.id(), entry.bank(), expiry, json(entry));
  }

  private static String checkpoint(String answer) {
    if (answer.startsWith("!")) {
      throw new NoSuchBankException(answer.substring(1));
    }
    return answer;
  }

  @Override
  public CompletionStage<Optional<BankEntry>> entry(String id) {
    return redis.hget(BankKeys.ENTRIES, id).thenApply(json -> parse(json, BankEntry.class));
  }

  @Override
  public CompletionStage<List<BankEntry>> page(String bank, String after, int limit) {
    if (limit < 1 || limit > PAGE) {
      throw new IllegalArgumentException("limit must be between 1 and " + PAGE + ", was " + limit);
    }
    Range<String> rest =
        Range.from(
            after.isEmpty() ? Range.Boundary.unbounded() : Range.Boundary.excluding(after),
            Range.Boundary.unbounded());
    return redis
        .zrangebylex(BankKeys.IDS + bank, rest, Limit.from(limit))
        .thenCompose(this::entries);
  }

  private CompletionStage<List<BankEntry>> entries(List<String> ids) {
    if (ids.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return redis
        .hmget(BankKeys.ENTRIES, ids.toArray(String[]::new))
        .thenApply(
            values ->
                values.stream()
                    .filter(KeyValue::hasValue)
                    .map(value -> read(value.getValue(), BankEntry.class))
                    .toList());
  }

  @Override
  public CompletionStage<Boolean> remove(String id) {
    return BankScripts.REMOVE_ENTRY
        .<Long>run(redis, BankScripts.KEYS, id)
        .thenApply(removed -> removed == 1);
  }

  @Override
  public CompletionStage<Long> removeBank(String name) {
    return bank(name)
        .thenCompose(found -> put(disabled(found.orElseThrow(() -> new NoSuchBankException(name)))))
        .thenCompose(done -> repeat(BankScripts.REMOVE_BANK, name, 0));
  }

  private static Bank disabled(Bank bank) {
    return new Bank(bank.name(), bank.description(), false, bank.thresholds(), bank.policy());
  }

  @Override
  public CompletionStage<Long> removeExpired(Instant now) {
    return repeat(BankScripts.REMOVE_EXPIRED, Long.toString(now.toEpochMilli()), 0);
  }

  /** Small bites, so that no other client waits for long. */
  private CompletionStage<Long> repeat(Script removal, String what, long before) {
    return removal
        .<Long>run(redis, BankScripts.KEYS, what, Integer.toString(REMOVED_AT_ONCE))
        .thenCompose(
            removed ->
                removed == 0
                    ? CompletableFuture.completedFuture(before)
                    : repeat(removal, what, before + removed));
  }

  @Override
  public CompletionStage<Void> forEach(String bank, Consumer<BankEntry> consumer) {
    return forEachAfter(bank, "", consumer);
  }

  private CompletionStage<Void> forEachAfter(
      String bank, String after, Consumer<BankEntry> consumer) {
    return page(bank, after, PAGE)
        .thenCompose(
            page -> {
              page.forEach(consumer);
              return page.isEmpty()
                  ? CompletableFuture.completedFuture(null)
                  : forEachAfter(bank, page.get(page.size() - 1).id(), consumer);
            });
  }

  private static <T> Optional<T> parse(@Nullable String json, Class<T> type) {
    return Optional.ofNullable(json).map(present -> read(present, type));
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MatcherJson.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A " + type.getSimpleName() + " in Redis is not readable by this version of Cordon", e);
    }
  }

  private static String json(Object value) {
    try {
      return MatcherJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Could not write " + value.getClass().getSimpleName(), e);
    }
  }
}
