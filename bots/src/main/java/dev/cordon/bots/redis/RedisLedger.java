package dev.cordon.bots.redis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.bots.Json;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.ledger.LedgerEntry;
import dev.cordon.matcher.redis.RedisLink;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.StreamMessage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as a Redis stream: the entry of sequence {@code n} has the id {@code n-0}; beside it
 * the head of the chain and an index from key to sequence.
 */
public final class RedisLedger implements Ledger {
  private static final int PAGE = 500;

  private final RedisLink redis;
  private final Clock clock;
  private final LedgerCommitter committer;

  public RedisLedger(RedisLink redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
    this.committer = new LedgerCommitter(redis, this::entry);
  }

  @Override
  public CompletionStage<LedgerEntry> append(String key, Kind kind, String subject, JsonNode body) {
    return committer.append(
        new LedgerCodec.Draft(clock.instant().toString(), key, kind, subject, Json.write(body)));
  }

  @Override
  public CompletionStage<Optional<LedgerEntry>> find(String key) {
    return redis
        .commands()
        .hget(LedgerCommitter.KEYS, key)
        .thenCompose(
            sequence ->
                sequence == null
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : entry(Long.parseLong(sequence)).thenApply(Optional::of));
  }

  @Override
  public CompletionStage<Void> read(long fromSequence, Consumer<LedgerEntry> consumer) {
    return pages(fromSequence, stored -> consumer.accept(LedgerCodec.entry(stored)));
  }

  @Override
  public CompletionStage<Verification> verify() {
    return redis
        .commands()
        .hgetall(LedgerCommitter.HEAD)
        .thenCompose(
            head -> {
              ChainWalk walk = new ChainWalk(head);
              return pages(0, walk::next).thenApply(all -> walk.finish());
            })
        .thenCompose(this::withIndexChecked);
  }

  private CompletionStage<Verification> withIndexChecked(Verification found) {
    if (found.problem().isPresent()) {
      return CompletableFuture.completedFuture(found);
    }
    return redis
        .commands()
        .hlen(LedgerCommitter.KEYS)
        .thenApply(keys -> keys < found.entries() ? indexProblem(found, keys) : found);
  }

  private static Verification indexProblem(Verification found, long keys) {
    String problem =
        "the key index holds %d keys for %d entries: keys were removed, so that entries could be repeated"
            .formatted(keys, found.entries());
    return new Verification(found.entries(), Optional.of(problem));
  }

  private CompletionStage<LedgerEntry> entry(long sequence) {
    String id = LedgerCodec.id(sequence);
    return redis
        .commands()
        .xrange(LedgerCommitter.ENTRIES, Range.create(id, id))
        .thenApply(
            found -> {
              if (found.isEmpty()) {
                throw new IllegalStateException(
                    "Entry " + sequence + " is missing from the ledger; run: cordon ledger verify");
              }
              return LedgerCodec.entry(found.get(0));
            });
  }

  private CompletionStage<@Nullable Void> pages(
      long from, Consumer<StreamMessage<String, String>> consumer) {
    return redis
        .commands()
        .xrange(
            LedgerCommitter.ENTRIES,
            Range.from(Boundary.including(LedgerCodec.id(from)), Boundary.unbounded()),
            Limit.from(PAGE))
        .thenCompose(page -> further(page, consumer));
  }

  private CompletionStage<@Nullable Void> further(
      List<StreamMessage<String, String>> page, Consumer<StreamMessage<String, String>> consumer) {
    page.forEach(consumer);
    return page.size() < PAGE
        ? CompletableFuture.completedFuture(null)
        : pages(LedgerCodec.sequence(page.get(PAGE - 1)) + 1, consumer);
  }
}
