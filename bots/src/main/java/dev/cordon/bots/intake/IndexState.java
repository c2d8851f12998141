package dev.cordon.bots.intake;

import dev.cordon.matcher.IndexNotReadyException;
import dev.cordon.matcher.Matcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The matcher's checkpoint, asked for at most ten times a second: a verdict on a known file is at
 * most that much older than the banks.
 */
final class IndexState {
  private static final Duration FRESH = Duration.ofMillis(100);
  private static final Duration NOT_READY = Duration.ofSeconds(1);

  private final Matcher matcher;
  private final Clock clock;
  private Instant asked = Instant.EPOCH;
  private CompletableFuture<String> checkpoint = CompletableFuture.completedFuture("");

  IndexState(Matcher matcher, Clock clock) {
    this.matcher = matcher;
    this.clock = clock;
  }

  synchronized CompletionStage<String> checkpoint() {
    Instant now = clock.instant();
    boolean usable = checkpoint.isDone() && !checkpoint.isCompletedExceptionally();
    boolean waiting = !checkpoint.isDone();
    if (!waiting && !(usable && now.isBefore(asked.plus(FRESH)))) {
      asked = now;
      checkpoint = matcher.status().thenApply(IndexState::ready).toCompletableFuture();
    }
    return checkpoint;
  }

  private static String ready(Matcher.Status status) {
    if (!status.ready()) {
      throw new IndexNotReadyException(NOT_READY);
    }
    return status.indexCheckpoint();
  }
}
