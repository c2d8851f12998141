package dev.cordon.bots.intake;

import dev.cordon.matcher.IndexNotReadyException;
import dev.cordon.matcher.Matcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The state of the matcher's index, asked for at most ten times a second: a verdict on a known file
 * is at most that much older than the banks.
 */
final class IndexState {
  private static final Duration FRESH = Duration.ofMillis(100);
  private static final Duration NOT_READY = Duration.ofSeconds(1);

  private final Matcher matcher;
  private final Clock clock;
  private Instant asked = Instant.EPOCH;
  private CompletableFuture<Matcher.Status> status =
      CompletableFuture.completedFuture(new Matcher.Status(false, 0, "", ""));

  IndexState(Matcher matcher, Clock clock) {
    this.matcher = matcher;
    this.clock = clock;
  }

  synchronized CompletionStage<Matcher.Status> status() {
    Instant now = clock.instant();
    boolean usable = status.isDone() && !status.isCompletedExceptionally();
    boolean waiting = !status.isDone();
    if (!waiting && !(usable && now.isBefore(asked.plus(FRESH)))) {
      asked = now;
      status = matcher.status().thenApply(IndexState::ready).toCompletableFuture();
    }
    return status;
  }

  private static Matcher.Status ready(Matcher.Status status) {
    if (!status.ready()) {
      throw new IndexNotReadyException(NOT_READY);
    }
    return status;
  }
}
