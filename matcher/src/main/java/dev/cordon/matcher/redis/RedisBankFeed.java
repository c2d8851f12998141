package dev.cordon.matcher.redis;

import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankFeed;
import io.lettuce.core.KeyValue;
import io.lettuce.core.MapScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@link RedisBankStore}: the entries by HSCAN, then the change stream. Change numbers have
 * no gaps, so a gap tells that changes were trimmed away.
 */
public final class RedisBankFeed implements BankFeed {
  private static final String EMPTY = "0-0";
  private static final int SCANNED_AT_ONCE = 2000;
  private static final int CHANGES_AT_ONCE = 20;
  private static final int WAIT_MILLIS = 500;

  private final RedisClusterAsyncCommands<String, String> redis;
  private final RedisClusterAsyncCommands<String, String> waiting;

  /** Opens a connection of its own on the link, since a poll blocks it. */
  public RedisBankFeed(RedisLink link) {
    this.redis = link.commands();
    this.waiting = link.dedicated();
  }

  @Override
  public String snapshot(Consumer<Bank> banks, Consumer<BankEntry> entries) {
    String checkpoint = checkpoint();
    await(redis.hvals(BankKeys.BANKS))
        .forEach(json -> banks.accept(RedisBankStore.read(json, Bank.class)));
    var scan = scan(ScanCursor.INITIAL);
    boolean more = true;
    while (more) {
      MapScanCursor<String, String> page = await(scan);
      more = !page.isFinished();
      if (more) {
        scan = scan(page);
      }
      page.getMap()
          .values()
          .forEach(json -> entries.accept(RedisBankStore.read(json, BankEntry.class)));
    }
    return checkpoint;
  }

  private CompletionStage<MapScanCursor<String, String>> scan(ScanCursor from) {
    return redis.hscan(BankKeys.ENTRIES, from, ScanArgs.Builder.limit(SCANNED_AT_ONCE));
  }

  private String checkpoint() {
    List<KeyValue<String, String>> parts = await(redis.mget(BankKeys.EPOCH, BankKeys.COUNTER));
    return parts.get(0).hasValue()
        ? parts.get(0).getValue() + "-" + parts.get(1).getValueOrElse("0")
        : EMPTY;
  }

  @Override
  public Poll poll(String checkpoint) {
    var messages = read(checkpoint, XReadArgs.Builder.block(WAIT_MILLIS));
    String now = checkpoint();
    if (messages.isEmpty() && now.equals(checkpoint)) {
      return new Changes(checkpoint, Map.of(), Map.of(), 0);
    }
    if (messages.isEmpty()) {
      messages = read(checkpoint, new XReadArgs());
    }
    return messages.isEmpty() || !withoutGap(checkpoint, messages)
        ? new Lost()
        : changes(messages, number(now));
  }

  private List<StreamMessage<String, String>> read(String after, XReadArgs how) {
    var messages =
        await(
            waiting.xread(how.count(CHANGES_AT_ONCE), StreamOffset.from(BankKeys.CHANGES, after)));
    return messages == null ? List.of() : messages;
  }

  private static boolean withoutGap(
      String checkpoint, List<StreamMessage<String, String>> messages) {
    String first = messages.get(0).getId();
    String last = messages.get(messages.size() - 1).getId();
    boolean sameStore = checkpoint.equals(EMPTY) || epoch(first).equals(epoch(checkpoint));
    return sameStore
        && epoch(first).equals(epoch(last))
        && number(last) - number(checkpoint) == messages.size();
  }

  private Changes changes(List<StreamMessage<String, String>> messages, long newest) {
    Set<String> banks = new LinkedHashSet<>();
    Set<String> entries = new LinkedHashSet<>();
    for (StreamMessage<String, String> message : messages) {
      Map<String, String> body = message.getBody();
      Optional.ofNullable(body.get("bank")).ifPresent(banks::add);
      Optional.ofNullable(body.get("entries"))
          .ifPresent(ids -> entries.addAll(List.of(ids.split(" "))));
    }
    String last = messages.get(messages.size() - 1).getId();
    return new Changes(
        last,
        current(BankKeys.BANKS, banks, Bank.class),
        current(BankKeys.ENTRIES, entries, BankEntry.class),
        Math.max(0, newest - number(last)));
  }

  private <T> Map<String, Optional<T>> current(
      String key, Collection<String> fields, Class<T> type) {
    Map<String, Optional<T>> found = new HashMap<>();
    if (!fields.isEmpty()) {
      await(redis.hmget(key, fields.toArray(String[]::new)))
          .forEach(
              value ->
                  found.put(
                      value.getKey(),
                      value.hasValue()
                          ? Optional.of(RedisBankStore.read(value.getValue(), type))
                          : Optional.empty()));
    }
    return found;
  }

  private static String epoch(String checkpoint) {
    return checkpoint.substring(0, checkpoint.indexOf('-'));
  }

  private static long number(String checkpoint) {
    return Long.parseLong(checkpoint.substring(checkpoint.indexOf('-') + 1));
  }

  private static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
