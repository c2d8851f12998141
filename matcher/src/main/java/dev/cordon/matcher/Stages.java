package dev.cordon.matcher;

import dev.cordon.matcher.Judge.Ruling;
import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Signals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks at a file depth by depth until the verdict is certain. A depth that could find nothing in
 * the banks as they are is left out. The signals of all depths are judged together.
 *
 * <p>A problem at a deeper depth does not undo what was found before; what was found nowhere is
 * unscannable then, not clean.
 */
final class Stages {
  private static final Set<String> DIGESTS = Set.of(Signal.SHA256, Signal.MD5);

  private final Fingerprinter fingerprinter;
  private final Supplier<Replica> replica;
  private final Clock clock;
  private final Executor judges;
  private final MeterRegistry meters;

  /**
   * @param replica fails while the index is loading
   */
  Stages(
      Fingerprinter fingerprinter,
      Supplier<Replica> replica,
      Clock clock,
      Executor judges,
      MeterRegistry meters) {
    this.fingerprinter = fingerprinter;
    this.replica = replica;
    this.clock = clock;
    this.judges = judges;
    this.meters = meters;
  }

  CompletionStage<Scan> scan(Path media) {
    return look(media, Depth.WHOLE)
        .thenComposeAsync(hashes -> judge(media, Depth.WHOLE, new Seen(hashes)), judges);
  }

  private CompletionStage<Hashes> look(Path media, Depth depth) {
    long begin = System.nanoTime();
    return fingerprinter
        .fingerprint(media, Set.of(depth))
        .whenComplete((hashes, failure) -> record(depth, System.nanoTime() - begin));
  }

  private void record(Depth depth, long nanos) {
    Timer.builder("cordon.matcher.depths")
        .description("Looking at a file to a depth, the wait for a decoder included")
        .tag("depth", depth.name().toLowerCase(java.util.Locale.ROOT))
        .publishPercentileHistogram()
        .register(meters)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private CompletionStage<Scan> judge(Path media, Depth depth, Seen seen) {
    Replica banks = replica.get();
    Ruling ruling = Judge.judge(banks, seen.hashes(), clock.millis());
    Scan scan = new Scan(ruling.result(), seen.lasting);
    Optional<Depth> next =
        ruling.certain() || seen.blind() ? Optional.empty() : seen.after(depth, banks);
    return next.isPresent()
        ? deeper(media, next.get(), seen, scan)
        : CompletableFuture.completedFuture(scan);
  }

  /** Without any decoder there is no verdict, unless something was found before. */
  private CompletionStage<Scan> deeper(Path media, Depth depth, Seen seen, Scan before) {
    return look(media, depth)
        .thenComposeAsync(hashes -> judge(media, depth, seen.with(depth, hashes)), judges)
        .exceptionallyCompose(
            failure ->
                before.result() instanceof Matched
                    ? CompletableFuture.completedFuture(before)
                    : CompletableFuture.failedFuture(failure));
  }

  /** What was computed so far. */
  private static final class Seen {
    private final List<Signal> signals = new ArrayList<>();
    private final List<Signal> lasting = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Seen(Hashes whole) {
      add(Depth.WHOLE, whole);
    }

    private Seen(Seen before) {
      signals.addAll(before.signals);
      lasting.addAll(before.lasting);
      problems.addAll(before.problems);
    }

    Seen with(Depth depth, Hashes hashes) {
      Seen both = new Seen(this);
      both.add(depth, hashes);
      return both;
    }

    private void add(Depth depth, Hashes hashes) {
      signals.addAll(hashes.signals());
      if (depth != Depth.FEATURES) {
        hashes.signals().stream()
            .filter(signal -> !Signals.TIMED.contains(signal.type()))
            .forEach(lasting::add);
      }
      hashes.problem().filter(problem -> !problems.contains(problem)).ifPresent(problems::add);
    }

    /** Whether there is no picture that could be looked at more closely. */
    boolean blind() {
      return has(Signal.AUDIO) && !has(Signal.VIDEO)
          || !problems.isEmpty() && signals.stream().map(Signal::type).allMatch(DIGESTS::contains);
    }

    /** The next depth that could find anything. */
    Optional<Depth> after(Depth depth, Replica banks) {
      boolean film = has(Signal.VIDEO);
      boolean picture = !film || has(Signal.PDQ);
      return Arrays.stream(Depth.values())
          .filter(other -> other.compareTo(depth) > 0 && banks.finds(other, picture, film))
          .findFirst();
    }

    private boolean has(String type) {
      return signals.stream().anyMatch(signal -> signal.type().equals(type));
    }

    Hashes hashes() {
      return new Hashes(
          signals, Optional.of(String.join("; ", problems)).filter(text -> !text.isEmpty()));
    }
  }
}
