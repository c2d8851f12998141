package dev.cordon.benchmarks;

import dev.cordon.adapters.Attachment;
import dev.cordon.bots.intake.IntakeMeters;
import dev.cordon.bots.intake.Remembered;
import dev.cordon.bots.intake.Verdicts;
import dev.cordon.bots.redis.RedisVerdictMemory;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Scan;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.redis.BundledRedis;
import dev.cordon.matcher.redis.RedisLink;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Verdicts a second on files that were judged before, without a download: from Redis (every file
 * asked for the first time in this process) and from memory. Uses a bundled Redis of its own and a
 * matcher that fails the run when it is asked to scan.
 *
 * <p>{@code java -cp … dev.cordon.benchmarks.KnownFiles [files]}
 */
public final class KnownFiles {
  private static final String CHECKPOINT = "1";
  private static final int AT_ONCE = 256;

  private KnownFiles() {}

  public static void main(String[] arguments) throws Exception {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    Path home = Files.createTempDirectory("cordon-known-files");
    try (BundledRedis redis = new BundledRedis(home);
        RedisLink link = RedisLink.open(redis.start(), Duration.ofSeconds(10))) {
      RedisVerdictMemory memory = new RedisVerdictMemory(link);
      fill(memory, files);
      Verdicts verdicts =
          new Verdicts(
              new NeverScans(),
              memory,
              new Verdicts.Limits(20_000_000, Duration.ofDays(30), files),
              new IntakeMeters(new SimpleMeterRegistry()),
              Clock.systemUTC());
      for (String round : List.of("from Redis", "from memory", "from memory")) {
        System.out.printf("%-12s %,9.0f verdicts/s%n", round, perSecond(verdicts, files));
      }
    }
  }

  private static double perSecond(Verdicts verdicts, int files) {
    long start = System.nanoTime();
    List<CompletableFuture<Optional<MatchResult>>> group = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      group.add(verdicts.known("telegram", attachment(i)).toCompletableFuture());
      if (group.size() == AT_ONCE || i == files - 1) {
        require(group);
        group.clear();
      }
    }
    return files * 1e9 / (System.nanoTime() - start);
  }

  private static void require(List<CompletableFuture<Optional<MatchResult>>> verdicts) {
    if (verdicts.stream().map(CompletableFuture::join).anyMatch(Optional::isEmpty)) {
      throw new IllegalStateException("a file that was put into the memory is not known");
    }
  }

  private static void fill(RedisVerdictMemory memory, int files) {
    List<CompletableFuture<Void>> group = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      group.add(
          memory
              .remember("telegram:" + key(i), verdict(i), Duration.ofDays(1))
              .toCompletableFuture());
      if (group.size() == AT_ONCE || i == files - 1) {
        group.forEach(CompletableFuture::join);
        group.clear();
      }
    }
  }

  /** One file in ten is a match; signals as many and as long as a real picture's. */
  private static Remembered verdict(int number) {
    List<Signal> signals = new ArrayList<>();
    signals.add(Signal.exact(Signal.SHA256, String.format("%064x", number)));
    for (int turn = 0; turn < 8; turn++) {
      signals.add(new Signal(Signal.PDQ, String.format("%064x", number * 8L + turn), 90));
    }
    return new Remembered(signals, number % 10 == 0 ? matched() : clean(), CHECKPOINT);
  }

  private static MatchResult clean() {
    return new MatchResult.NoMatch(CHECKPOINT, List.of());
  }

  private static MatchResult matched() {
    Match match =
        new Match(
            "bank",
            "01J00000000000000000000000",
            dev.cordon.matcher.Opinion.VIOLATING,
            Signal.PDQ,
            4,
            90,
            "none",
            1,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new MatchResult.Matched(List.of(match), CHECKPOINT);
  }

  private static String key(int number) {
    return "AQADfile" + number;
  }

  private static Attachment attachment(int number) {
    return new Attachment(
        Attachment.Kind.PHOTO,
        Attachment.Role.CONTENT,
        key(number),
        OptionalLong.of(100_000),
        Optional.empty(),
        "",
        List.of());
  }

  private static final class NeverScans implements Matcher {
    @Override
    public CompletionStage<Scan> scan(Path media) {
      throw new IllegalStateException("A known file was scanned");
    }

    @Override
    public CompletionStage<MatchResult> match(List<Signal> signals) {
      throw new IllegalStateException("A fresh verdict was asked for again");
    }

    @Override
    public CompletionStage<Hashes> hash(Path media) {
      throw new IllegalStateException("A known file was hashed");
    }

    @Override
    public CompletionStage<Optional<byte[]>> preview(Path media) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Status> status() {
      return CompletableFuture.completedFuture(new Status(true, 1, CHECKPOINT, CHECKPOINT));
    }

    @Override
    public void close() {}
  }
}
