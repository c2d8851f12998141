package dev.cordon.benchmarks;

import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.MatchResult.NoMatch;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankFeed;
import dev.cordon.matcher.bank.IndexedEntry;
import dev.cordon.matcher.bank.Ulid;
import dev.cordon.matcher.decode.DecoderOptions;
import dev.cordon.matcher.decode.WorkerPool;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From the bytes of a JPEG to its verdict, through one worker process and an index of PDQ hashes,
 * beside the reference's {@code benchmark-photo-hasher --dihedral} on the same folder, in turns.
 *
 * <p>Arguments: a folder of JPEGs and how many rounds. The reference's path is the system property
 * {@code pdq.reference}; without it only our side is measured, and that is said. The bank holds
 * every file of the folder among 5,000 others, so that the first depth settles each. Start it with
 * {@code taskset -c 0}: the reference has one core, so we get one for both our processes.
 */
public final class DecodeComparison {
  private static final int FILES_PER_ROUND = 96;
  private static final int WARM_UPS = 4000;
  private static final int STRANGERS = 5000;

  private DecodeComparison() {}

  public static void main(String[] args) throws Exception {
    List<Path> files = files(Path.of(args[0]));
    int rounds = Integer.parseInt(args[1]);
    Path home = Files.createTempDirectory("cordon-benchmark");
    try (WorkerPool pool = new WorkerPool(DecoderOptions.in(home).withWorkers(1))) {
      start(home);
      List<IndexedEntry> strangers = strangers();
      try (LocalMatcher matcher = matcher(pool, known(pool, files), strangers)) {
        System.out.println("warming up: " + ours(matcher, files, WARM_UPS, Matched.class));
        compare(matcher, files, Path.of(args[0]), rounds);
      }
      try (LocalMatcher matcher = matcher(pool, List.of(), strangers)) {
        ours(matcher, files, FILES_PER_ROUND, NoMatch.class);
        Cost cost = ours(matcher, files, FILES_PER_ROUND, NoMatch.class);
        System.out.println("unknown, so that parts are looked at too: " + cost);
      }
    }
  }

  private static LocalMatcher matcher(
      WorkerPool pool, List<IndexedEntry> known, List<IndexedEntry> strangers) {
    Feed feed = new Feed(Stream.concat(known.stream(), strangers.stream()).toList());
    LocalMatcher matcher =
        new LocalMatcher(pool, feed, Clock.systemUTC(), new SimpleMeterRegistry());
    matcher.start().toCompletableFuture().join();
    return matcher;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  private static void start(Path home) {
    for (String start : List.of("first start, natives unpacked", "started")) {
      long began = System.nanoTime();
      try (WorkerPool other = new WorkerPool(DecoderOptions.in(home).withWorkers(1))) {
        other.start().toCompletableFuture().join();
      }
      System.out.printf("a worker %s: %d ms%n", start, (System.nanoTime() - began) / 1_000_000);
    }
  }

  private static List<IndexedEntry> known(WorkerPool pool, List<Path> files) {
    List<IndexedEntry> entries = new ArrayList<>();
    for (Path file : files) {
      pool.fingerprint(file).toCompletableFuture().join().signals().stream()
          .filter(signal -> signal.type().equals(Signal.PDQ))
          .forEach(signal -> entries.add(entry(STRANGERS + entries.size(), signal)));
    }
    return entries;
  }

  private static List<IndexedEntry> strangers() {
    SignalSource.Signals hashes = SignalSource.PICTURES.open(new Random(1));
    return IntStream.range(0, STRANGERS).mapToObj(i -> entry(i, pdq(hashes.next()))).toList();
  }

  private static Signal pdq(long[] hash) {
    return new Signal(
        Signal.PDQ, "%016x%016x%016x%016x".formatted(hash[0], hash[1], hash[2], hash[3]), 100);
  }

  private static IndexedEntry entry(int number, Signal signal) {
    Ulid id = Ulid.parse("01J%023d".formatted(number));
    return new IndexedEntry(id, Feed.BANK, List.of(signal), Opinion.VIOLATING, Long.MAX_VALUE);
  }

  /** Pair by pair, so that what else the machine does hits both sides. */
  private static void compare(LocalMatcher matcher, List<Path> files, Path folder, int rounds)
      throws IOException, InterruptedException {
    List<Double> wall = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Cost ours = ours(matcher, files, FILES_PER_ROUND, Matched.class);
      Cost reference = Reference.run(folder, FILES_PER_ROUND);
      System.out.println("ours: " + ours + "   reference, decode and hash: " + reference);
      wall.add(reference.wall() / ours.wall());
      cpu.add(reference.cpu() / ours.cpu());
    }
    System.out.printf(
        "reference / ours, median of %d pairs: %.2f by wall clock, %.2f by processor time%n",
        rounds, median(wall), median(cpu));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static Cost ours(
      LocalMatcher matcher, List<Path> files, int count, Class<? extends MatchResult> expected) {
    Duration before = cpu();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Path file = files.get(i % files.size());
      MatchResult result = matcher.scan(file).toCompletableFuture().join().result();
      if (!expected.isInstance(result)) {
        throw new IllegalStateException(file + " must be " + expected + ", was " + result);
      }
    }
    double millis = (System.nanoTime() - began) / 1e6;
    return new Cost(millis / count, cpu().minus(before).toNanos() / 1e6 / count);
  }

  /** Of this process and its workers. */
  private static Duration cpu() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Of one file, in milliseconds; the processor time is that of all processes together. */
  record Cost(double wall, double cpu) {
    @Override
    public String toString() {
      return "%.2f ms a file, processor time %.2f ms".formatted(wall, cpu);
    }
  }

  /** A bank that stays as it is. */
  private record Feed(List<IndexedEntry> entries) implements BankFeed {
    static final String BANK = "bank";

    @Override
    public String snapshot(Consumer<Bank> banks, Consumer<IndexedEntry> consumer) {
      banks.accept(Bank.named(BANK));
      entries.forEach(consumer);
      return "1";
    }

    @Override
    public Poll poll(String checkpoint) {
      try {
        TimeUnit.SECONDS.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Changes(checkpoint, Map.of(), Map.of(), 0);
    }
  }
}
