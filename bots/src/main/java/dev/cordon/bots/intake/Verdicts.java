package dev.cordon.bots.intake;

import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Fetch;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Scan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The verdict on a file: from memory when the file is known, and from its signals alone when the
 * banks changed since; by fetching and scanning it otherwise, also when the change is one that the
 * signals kept do not tell of. The same file, wanted by many messages at once, is fetched once.
 */
public final class Verdicts {
  private static final Duration UNSCANNABLE_FOR = Duration.ofHours(1);

  private final Matcher matcher;
  private final VerdictMemory memory;
  private final IndexState index;
  private final HotVerdicts hot;
  private final Limits limits;
  private final IntakeMeters meters;
  private final Map<String, CompletableFuture<Remembered>> underWay = new ConcurrentHashMap<>();

  public Verdicts(
      Matcher matcher, VerdictMemory memory, Limits limits, IntakeMeters meters, Clock clock) {
    this.matcher = matcher;
    this.memory = memory;
    this.index = new IndexState(matcher, clock);
    this.hot = new HotVerdicts(limits.hot);
    this.limits = limits;
    this.meters = meters;
  }

  /**
   * Bounds.
   *
   * @param fetchBytes the largest file that is fetched
   * @param remember how long verdicts are remembered
   * @param hot how many verdicts are kept in memory, about 2 KB each
   */
  public record Limits(long fetchBytes, Duration remember, int hot) {}

  /** The verdict on a file that was judged before; empty when it must be fetched. */
  public CompletionStage<Optional<MatchResult>> known(String type, Attachment attachment) {
    String key = key(type, attachment);
    return recall(key)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : fresh(key, found.get()));
  }

  /** The verdict on a file. */
  CompletionStage<MatchResult> of(Attachment attachment, Connection connection, Scratch scratch) {
    return known(connection.type(), attachment)
        .thenCompose(
            known ->
                known.isPresent()
                    ? CompletableFuture.completedFuture(known.get())
                    : fetched(attachment, connection, scratch));
  }

  private static String key(String type, Attachment attachment) {
    return type + ":" + attachment.contentKey();
  }

  private CompletionStage<Optional<Remembered>> recall(String key) {
    Optional<Remembered> here = hot.get(key);
    if (here.isPresent()) {
      return CompletableFuture.completedFuture(here);
    }
    return memory
        .find(key)
        .thenApply(
            found -> {
              found.ifPresent(verdict -> hot.put(key, verdict));
              return found;
            });
  }

  private CompletionStage<Optional<MatchResult>> fresh(String key, Remembered verdict) {
    return index
        .status()
        .thenCompose(
            now -> {
              if (now.indexCheckpoint().equals(verdict.checkpoint())) {
                meters.verdict("memory", verdict.result());
                return CompletableFuture.completedFuture(Optional.of(verdict.result()));
              }
              return matcher
                  .match(verdict.signals())
                  .thenCompose(result -> renewed(key, verdict, result, now));
            });
  }

  /** What could not be decoded stays so, unless its digests are known by now. */
  private CompletionStage<Optional<MatchResult>> renewed(
      String key, Remembered before, MatchResult result, Matcher.Status index) {
    Remembered now = Remembered.of(before.signals(), result);
    if (now.clean() && before.result() instanceof MatchResult.Unscannable) {
      now = new Remembered(before.signals(), before.result(), index.indexCheckpoint());
    } else if (now.clean() && (!before.clean() || index.needsMedia(before.checkpoint()))) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return kept(key, before, now).thenApply(Optional::of);
  }

  private CompletionStage<MatchResult> kept(String key, Remembered before, Remembered now) {
    hot.put(key, now);
    meters.verdict("signals", now.result());
    return now.result().getClass() == before.result().getClass()
        ? CompletableFuture.completedFuture(now.result())
        : memory.remember(key, now, howLong(now)).thenApply(done -> now.result());
  }

  private Duration howLong(Remembered verdict) {
    return verdict.result() instanceof MatchResult.Unscannable ? UNSCANNABLE_FOR : limits.remember;
  }

  private CompletionStage<MatchResult> fetched(
      Attachment attachment, Connection connection, Scratch scratch) {
    String key = key(connection.type(), attachment);
    CompletableFuture<Remembered> mine = new CompletableFuture<>();
    CompletableFuture<Remembered> other = underWay.putIfAbsent(key, mine);
    if (other != null) {
      return other.thenApply(Remembered::result);
    }
    CompletableFuture.completedFuture(scratch)
        .thenApply(files -> files.file(attachment.contentKey()))
        .thenCompose(file -> fetchAndScan(key, attachment, connection, file))
        .whenComplete(
            (verdict, failure) -> {
              underWay.remove(key);
              if (failure != null) {
                mine.completeExceptionally(failure);
              } else {
                mine.complete(verdict);
              }
            });
    return mine.thenApply(Remembered::result);
  }

  private CompletionStage<Remembered> fetchAndScan(
      String key, Attachment attachment, Connection connection, Path file) {
    long most = Math.min(limits.fetchBytes, connection.platform().capabilities().maxFetchBytes());
    if (attachment.size().orElse(0) > most) {
      return CompletableFuture.completedFuture(unscannable(tooLarge(most)));
    }
    return connection
        .platform()
        .fetch(attachment, file, limits.fetchBytes)
        .thenCompose(
            fetch -> {
              if (fetch instanceof Fetch.Deferred deferred) {
                throw new MediaDeferredException(deferred.retryAfter(), deferred.reason());
              } else if (fetch instanceof Fetch.TooLarge large) {
                return CompletableFuture.completedFuture(unscannable(tooLarge(large.limit())));
              } else if (fetch instanceof Fetch.Gone gone) {
                return CompletableFuture.completedFuture(
                    unscannable("the platform does not give it out: " + gone.reason()));
              }
              return matcher.scan(file).thenCompose(scan -> keep(key, scan));
            });
  }

  private static String tooLarge(long limit) {
    return "larger than the platform gives out or the settings allow (%d MB)"
        .formatted(limit / 1_000_000);
  }

  private Remembered unscannable(String reason) {
    MatchResult result = new MatchResult.Unscannable(reason);
    meters.verdict("not fetched", result);
    return Remembered.of(java.util.List.of(), result);
  }

  private CompletionStage<Remembered> keep(String key, Scan scan) {
    Remembered verdict = Remembered.of(scan.signals(), scan.result());
    meters.verdict("scan", scan.result());
    hot.put(key, verdict);
    return memory.remember(key, verdict, howLong(verdict)).thenApply(done -> verdict);
  }
}
