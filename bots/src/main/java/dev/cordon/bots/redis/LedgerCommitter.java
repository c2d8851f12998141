package dev.cordon.bots.redis;

import dev.cordon.bots.ledger.LedgerEntry;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the chain in groups: while one group is on its way to Redis the next gathers.
 *
 * <p>Redis cannot compute SHA-256, so that the hashes are made here and the script accepts them
 * only while the head of the chain is the one that they were made for. A race lost to another
 * process answers the new head and the group is chained anew.
 */
final class LedgerCommitter {
  static final String HEAD = "cordon:{ledger}:head";
  static final String ENTRIES = "cordon:{ledger}:entries";
  static final String KEYS = "cordon:{ledger}:keys";
  private static final int MAX_GROUP = 256;

  /**
   * Answers {sequence, hash} of the head as it was found, then 1 when written or 0, then the
   * sequence of every key that is there already, 0 for a new one.
   */
  private static final Script APPEND =
      Script.of(
          """
          local head = redis.call('HMGET', KEYS[1], 'sequence', 'hash')
          local sequence = head[1] or '0'
          local hash = head[2] or string.rep('0', 64)
          local width = 7
          local n = (#ARGV - 2) / width
          local keys, answer, written = {}, {sequence, hash, '1'}, true
          for i = 1, n do
            keys[i] = ARGV[2 + (i - 1) * width + 2]
          end
          local known = redis.call('HMGET', KEYS[3], unpack(keys))
          for i = 1, n do
            if known[i] then written = false end
            answer[3 + i] = known[i] or '0'
          end
          if sequence ~= ARGV[1] or hash ~= ARGV[2] then written = false end
          if not written then
            answer[3] = '0'
            return answer
          end
          local index = {}
          for i = 1, n do
            local at = 2 + (i - 1) * width
            local place = string.format('%d', tonumber(sequence) + i)
            redis.call('XADD', KEYS[2], place .. '-0',
              'at', ARGV[at + 1], 'key', ARGV[at + 2], 'kind', ARGV[at + 3],
              'subject', ARGV[at + 4], 'body', ARGV[at + 5], 'previous', ARGV[at + 6],
              'hash', ARGV[at + 7])
            index[2 * i - 1] = ARGV[at + 2]
            index[2 * i] = place
          end
          redis.call('HSET', KEYS[3], unpack(index))
          redis.call('HSET', KEYS[1], 'sequence', index[#index], 'hash', ARGV[#ARGV])
          return answer
          """,
          ScriptOutputType.MULTI);

  private final RedisLink redis;
  private final Function<Long, CompletionStage<LedgerEntry>> stored;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private boolean committing;
  private Head head = new Head(0, LedgerCodec.FIRST);

  LedgerCommitter(RedisLink redis, Function<Long, CompletionStage<LedgerEntry>> stored) {
    this.redis = redis;
    this.stored = stored;
  }

  CompletionStage<LedgerEntry> append(LedgerCodec.Draft draft) {
    Waiting mine;
    synchronized (this) {
      mine = waiting.computeIfAbsent(draft.key(), key -> new Waiting(draft));
    }
    commitNext();
    return mine.done.copy();
  }

  private void commitNext() {
    List<Waiting> group;
    synchronized (this) {
      if (committing || waiting.isEmpty()) {
        return;
      }
      committing = true;
      group = new ArrayList<>(waiting.values().stream().limit(MAX_GROUP).toList());
      group.forEach(member -> waiting.remove(member.draft.key()));
    }
    commit(group)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                group.forEach(member -> member.done.completeExceptionally(failure));
              }
              synchronized (this) {
                committing = false;
              }
              commitNext();
            });
  }

  private CompletionStage<@Nullable Void> commit(List<Waiting> group) {
    Head assumed = head;
    List<LedgerEntry> chained = chain(group, assumed);
    return APPEND
        .<List<Object>>run(
            redis.commands(), List.of(HEAD, ENTRIES, KEYS), arguments(assumed, chained, group))
        .thenCompose(answer -> settle(group, chained, answer));
  }

  private CompletionStage<@Nullable Void> settle(
      List<Waiting> group, List<LedgerEntry> chained, List<Object> answer) {
    if (answer.get(2).equals("1")) {
      LedgerEntry last = chained.get(chained.size() - 1);
      head = new Head(last.sequence(), last.hash());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).done.complete(chained.get(i));
      }
      return CompletableFuture.completedFuture(null);
    }
    head = new Head(Long.parseLong(text(answer, 0)), text(answer, 1));
    List<Waiting> left = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      long place = Long.parseLong(text(answer, 3 + i));
      if (place == 0) {
        left.add(group.get(i));
      } else {
        group.get(i).resolve(stored.apply(place));
      }
    }
    return left.isEmpty() ? CompletableFuture.completedFuture(null) : commit(left);
  }

  private static String text(List<Object> answer, int index) {
    return (String) answer.get(index);
  }

  private static List<LedgerEntry> chain(Collection<Waiting> group, Head head) {
    List<LedgerEntry> chained = new ArrayList<>();
    long sequence = head.sequence;
    String previous = head.hash;
    for (Waiting member : group) {
      sequence++;
      LedgerEntry entry =
          LedgerCodec.entry(sequence, LedgerCodec.chained(member.draft, sequence, previous));
      chained.add(entry);
      previous = entry.hash();
    }
    return chained;
  }

  private static String[] arguments(Head head, List<LedgerEntry> chained, List<Waiting> group) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Long.toString(head.sequence));
    arguments.add(head.hash);
    for (int i = 0; i < group.size(); i++) {
      LedgerEntry entry = chained.get(i);
      arguments.addAll(LedgerCodec.chained(group.get(i).draft, entry.sequence(), entry.previous()));
    }
    return arguments.toArray(String[]::new);
  }

  private record Head(long sequence, String hash) {}

  private static final class Waiting {
    final LedgerCodec.Draft draft;
    final CompletableFuture<LedgerEntry> done = new CompletableFuture<>();

    Waiting(LedgerCodec.Draft draft) {
      this.draft = draft;
    }

    void resolve(CompletionStage<LedgerEntry> entry) {
      entry.whenComplete(
          (value, failure) -> {
            if (failure != null) {
              done.completeExceptionally(failure);
            } else {
              done.complete(value);
            }
          });
    }
  }
}
