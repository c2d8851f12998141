package dev.cordon.matcher;

import dev.cordon.matcher.bank.BankFeed;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.signal.SignalType;
import dev.cordon.matcher.signal.Signals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Judges with an index in this process that follows the banks. */
public final class LocalMatcher implements Matcher {
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Fingerprinter fingerprinter;
  private final Stages stages;
  private final ReplicaFollower follower;
  private final Clock clock;
  private final MeterRegistry meters;
  private final ExecutorService judges =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), LocalMatcher::judge);

  /**
   * A matcher that does nothing until {@link #start}.
   *
   * @param fingerprinter computes signals; closed by its owner, not here
   * @param feed the banks to follow
   */
  public LocalMatcher(
      Fingerprinter fingerprinter, BankFeed feed, Clock clock, MeterRegistry meters) {
    this.fingerprinter = fingerprinter;
    this.follower = new ReplicaFollower(feed, installedTypes());
    this.clock = clock;
    this.meters = meters;
    this.stages = new Stages(fingerprinter, this::replica, clock, judges, meters);
  }

  private static List<SignalType> installedTypes() {
    return ServiceLoader.load(SignalType.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  private static Thread judge(Runnable task) {
    Thread thread = new Thread(task, "judge");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins to load the banks.
   *
   * @return done when verdicts are given
   */
  public CompletionStage<@Nullable Void> start() {
    Gauge.builder("cordon.matcher.index.entries", this, LocalMatcher::entries).register(meters);
    Gauge.builder("cordon.matcher.replica.lag", follower, f -> f.lag().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("Since the index last held every change of the banks")
        .register(meters);
    follower.start();
    return follower.loaded();
  }

  private long entries() {
    return follower.replica().map(Replica::size).orElse(0);
  }

  @Override
  public CompletionStage<Scan> scan(Path media) {
    long begin = System.nanoTime();
    if (follower.replica().isEmpty()) {
      return CompletableFuture.failedFuture(new IndexNotReadyException(RETRY));
    }
    return stages
        .scan(media)
        .whenComplete((scan, failure) -> count("scan", begin, scan == null ? null : scan.result()));
  }

  @Override
  public CompletionStage<MatchResult> match(List<Signal> signals) {
    long begin = System.nanoTime();
    return CompletableFuture.supplyAsync(
            () -> judge(new Hashes(canonical(signals), Optional.empty())), judges)
        .whenComplete((result, failure) -> count("match", begin, result));
  }

  private static List<Signal> canonical(List<Signal> signals) {
    return signals.stream().map(Signals::canonical).toList();
  }

  private MatchResult judge(Hashes hashes) {
    return Judge.judge(replica(), hashes, clock.millis()).result();
  }

  private Replica replica() {
    return follower.replica().orElseThrow(() -> new IndexNotReadyException(RETRY));
  }

  private void count(String operation, long begin, @Nullable MatchResult result) {
    Timer.builder("cordon.matcher.scans")
        .tag("operation", operation)
        .tag("verdict", verdict(result))
        .publishPercentileHistogram()
        .register(meters)
        .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
  }

  private static String verdict(@Nullable MatchResult result) {
    if (result == null) {
      return "failed";
    }
    if (result instanceof MatchResult.Matched) {
      return "match";
    }
    return result instanceof MatchResult.NoMatch ? "no-match" : "unscannable";
  }

  @Override
  public CompletionStage<Hashes> hash(Path media) {
    return fingerprinter.fingerprint(media);
  }

  @Override
  public CompletionStage<Optional<byte[]>> preview(Path media) {
    return fingerprinter.preview(media);
  }

  @Override
  public CompletionStage<Status> status() {
    Status status =
        follower.replica().map(Replica::status).orElseGet(() -> new Status(false, 0, "", ""));
    return CompletableFuture.completedFuture(status);
  }

  @Override
  public void close() {
    follower.close();
    judges.shutdown();
  }
}
