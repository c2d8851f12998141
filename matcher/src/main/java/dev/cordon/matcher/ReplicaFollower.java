package dev.cordon.matcher;

import dev.cordon.matcher.bank.BankFeed;
import dev.cordon.matcher.bank.BankFeed.Changes;
import dev.cordon.matcher.bank.BankFeed.Lost;
import dev.cordon.matcher.bank.BankFeed.Poll;
import dev.cordon.matcher.signal.SignalType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link Replica} up to date on a thread of its own: a snapshot, then change by change; a
 * snapshot again when changes were missed. While the store cannot be reached the replica stays as
 * it is.
 */
final class ReplicaFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaFollower.class);
  private static final int RETRY_MILLIS = 500;

  private final BankFeed feed;
  private final List<SignalType> types;
  private final ExecutorService merger = Executors.newSingleThreadExecutor(named("index-merger"));
  private final Thread thread;
  private final CompletableFuture<@Nullable Void> loaded = new CompletableFuture<>();
  private volatile @Nullable Replica replica;
  private volatile long inSyncAt = System.nanoTime();
  private volatile boolean closed;

  ReplicaFollower(BankFeed feed, List<SignalType> types) {
    this.feed = feed;
    this.types = types;
    this.thread = named("bank-replica").newThread(this::follow);
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  void start() {
    thread.start();
  }

  /** The replica, empty until the first snapshot is loaded. */
  Optional<Replica> replica() {
    return Optional.ofNullable(replica);
  }

  /** Done when the first snapshot is loaded. */
  CompletionStage<@Nullable Void> loaded() {
    return loaded.minimalCompletionStage();
  }

  /** How long ago the replica held every change that there was. */
  Duration lag() {
    return Duration.ofNanos(System.nanoTime() - inSyncAt);
  }

  private void follow() {
    while (!closed) {
      try {
        Replica current = replica;
        if (current == null) {
          load();
        } else {
          advance(current);
        }
      } catch (RuntimeException e) {
        retryLater(e);
      }
    }
  }

  private void load() {
    long begin = System.nanoTime();
    Replica.Loader loader = new Replica.Loader(types, merger);
    String checkpoint = feed.snapshot(loader::put, loader::put);
    Replica fresh = loader.build(checkpoint);
    replica = fresh;
    loaded.complete(null);
    LOG.info(
        "Loaded {} bank entries up to {} in {} ms",
        fresh.size(),
        checkpoint,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
  }

  private void advance(Replica current) {
    Poll poll = feed.poll(current.checkpoint());
    if (poll instanceof Lost) {
      LOG.warn("Bank changes after {} are gone; loading all banks again", current.checkpoint());
      load();
    } else if (poll instanceof Changes changes) {
      apply(current, changes);
    }
  }

  private void apply(Replica current, Changes changes) {
    if (!changes.checkpoint().equals(current.checkpoint())) {
      current.apply(changes);
    }
    if (changes.pending() == 0) {
      inSyncAt = System.nanoTime();
    }
  }

  private void retryLater(RuntimeException problem) {
    if (closed) {
      return;
    }
    LOG.warn("The bank store cannot be followed; trying again: {}", problem.toString());
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    merger.shutdownNow();
  }
}
