package dev.cordon.matcher.redis;

import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankFeed;
import dev.cordon.matcher.bank.IndexedEntry;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.output.KeyValueStreamingChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
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
  public String snapshot(Consumer<Bank> banks, Consumer<IndexedEntry> entries) {
    String checkpoint = checkpoint();
    await(redis.hvals(BankKeys.BANKS))
        .forEach(json -> banks.accept(RedisBankStore.read(json, Bank.class)));
    scanAll(entries);
    return checkpoint;
  }

  /** The next page is on its way while this one is read, by all processors. */
  private void scanAll(Consumer<IndexedEntry> entries) {
    Page page = scan(ScanCursor.INITIAL);
    while (true) {
      ScanCursor next = await(page.cursor);
      List<String> values = page.values;
      if (!next.isFinished()) {
        page = scan(next);
      }
      values.parallelStream().map(IndexedEntryReader::read).toList().forEach(entries);
      if (next.isFinished()) {
        return;
      }
    }
  }

  /**
   * A page that is being read.
   *
   * @param values complete when the cursor is there
   */
  private record Page(CompletionStage<? extends ScanCursor> cursor, List<String> values) {}

  private Page scan(ScanCursor from) {
    List<String> values = new ArrayList<>();
    KeyValueStreamingChannel<String, String> channel = (id, json) -> values.add(json);
    ScanArgs many = ScanArgs.Builder.limit(SCANNED_AT_ONCE);
    return new Page(redis.hscan(channel, BankKeys.ENTRIES, from, many), values);
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
        current(BankKeys.BANKS, banks, json -> RedisBankStore.read(json, Bank.class)),
        current(BankKeys.ENTRIES, entries, IndexedEntryReader::read),
        Math.max(0, newest - number(last)));
  }

  private <T> Map<String, Optional<T>> current(
      String key, Collection<String> fields, Function<String, T> reader) {
    Map<String, Optional<T>> found = new HashMap<>();
    if (!fields.isEmpty()) {
      await(redis.hmget(key, fields.toArray(String[]::new)))
          .forEach(
              value ->
                  found.put(
                      value.getKey(),
                      value.hasValue()
                          ? Optional.of(reader.apply(value.getValue()))
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
