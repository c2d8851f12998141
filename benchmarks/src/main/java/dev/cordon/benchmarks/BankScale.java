package dev.cordon.benchmarks;

import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.bank.EntryDraft;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.redis.BundledRedis;
import dev.cordon.matcher.redis.RedisBankFeed;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.signal.Depth;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A large bank in a real Redis and a matcher in another process: how long until it is ready, how
 * much memory it takes, and how long from an added entry's acknowledgement to its first match
 * there.
 */
public final class BankScale {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BANK = "scale";
  private static final int AT_ONCE = 1000;
  private static final int ADDITIONS = 50;
  private static final PrintStream OUT = System.out;

  private BankScale() {}

  /** Arguments: the number of entries, a million by default. */
  public static void main(String[] arguments) throws IOException {
    String address = System.getenv("BANK_SCALE_REDIS");
    if (address != null) {
      match(address);
    } else {
      measure(arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]));
    }
  }

  private static void measure(int entries) throws IOException {
    Path directory = Files.createTempDirectory("bank-scale");
    try (BundledRedis redis = new BundledRedis(directory)) {
      String address = redis.start();
      try (RedisLink link = RedisLink.open(address, PATIENCE)) {
        BankStore store = new RedisBankStore(link, Clock.systemUTC());
        fill(store, entries);
        follow(store, address);
      }
    }
  }

  private static void fill(BankStore store, int entries) {
    long begin = System.nanoTime();
    Random random = new Random(1);
    await(store.put(Bank.named(BANK)));
    Queue<CompletionStage<String>> running = new ArrayDeque<>();
    for (int done = 0; done < entries; done += AT_ONCE) {
      List<BankEntry> batch = new ArrayList<>();
      while (batch.size() < Math.min(AT_ONCE, entries - done)) {
        batch.add(entry(store, pdq(random), random));
      }
      running.add(store.put(batch));
      if (running.size() > 4) {
        await(running.remove());
      }
    }
    running.forEach(BankScale::await);
    OUT.printf("filled with %,d entries in %.1f s%n", entries, seconds(begin));
  }

  private static BankEntry entry(BankStore store, Signal pdq, Random random) {
    List<Signal> signals =
        List.of(
            Signal.exact(Signal.SHA256, hex(random, 4)),
            Signal.exact(Signal.MD5, hex(random, 2)),
            pdq);
    return EntryDraft.of(signals, "benchmark").entry(store.newId(), BANK, Instant.now());
  }

  private static Signal pdq(Random random) {
    return new Signal(Signal.PDQ, hex(random, 4), 100);
  }

  private static String hex(Random random, int longs) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < longs; i++) {
      hex.append(String.format("%016x", random.nextLong()));
    }
    return hex.toString();
  }

  private static void follow(BankStore store, String address) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                BankScale.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("BANK_SCALE_REDIS", address);
    Process matcher = builder.start();
    try (BufferedReader answers = matcher.inputReader(StandardCharsets.UTF_8);
        Writer questions = matcher.outputWriter(StandardCharsets.UTF_8)) {
      OUT.println(answers.readLine());
      additions(store, questions, answers);
    } finally {
      matcher.destroy();
    }
  }

  private static void additions(BankStore store, Writer questions, BufferedReader answers)
      throws IOException {
    Random random = new Random(2);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < ADDITIONS; i++) {
      Signal pdq = pdq(random);
      questions.write(pdq.value() + "\n");
      questions.flush();
      Objects.requireNonNull(answers.readLine(), "The matcher stopped");
      await(store.put(List.of(entry(store, pdq, random))));
      long acknowledged = System.nanoTime();
      Objects.requireNonNull(answers.readLine(), "The matcher stopped");
      millis.add(seconds(acknowledged) * 1000);
    }
    Collections.sort(millis);
    OUT.printf(
        "from acknowledged to matched elsewhere: median %.1f ms, longest %.1f ms of %d%n",
        millis.get(ADDITIONS / 2), millis.get(ADDITIONS - 1), ADDITIONS);
  }

  /** The other process: says when it is ready, then waits for each hash that it is told. */
  private static void match(String address) throws IOException {
    long begin = System.nanoTime();
    try (RedisLink link = RedisLink.open(address, PATIENCE);
        LocalMatcher matcher =
            new LocalMatcher(
                new NoMedia(),
                new RedisBankFeed(link),
                Clock.systemUTC(),
                new SimpleMeterRegistry())) {
      await(matcher.start());
      double ready = seconds(begin);
      double cpu = cpuSeconds();
      OUT.printf(
          "%s ready after %.1f s, %.1f s of processor time; heap in use %d MB%n",
          await(matcher.status()), ready, cpu, heapMegabytes());
      BufferedReader questions =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String hash = questions.readLine(); hash != null; hash = questions.readLine()) {
        awaitMatch(matcher, new Signal(Signal.PDQ, hash, 100));
      }
    }
  }

  private static void awaitMatch(Matcher matcher, Signal signal) {
    boolean waiting = false;
    while (!(await(matcher.match(List.of(signal))) instanceof MatchResult.Matched)) {
      if (!waiting) {
        OUT.println("waiting");
        waiting = true;
      }
    }
    OUT.println("matched");
  }

  /** What a busy machine does not change much. */
  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
  }

  private static long heapMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() >> 20;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  /** Decodes nothing: only signals are asked about here, so no decoder is started and measured. */
  private static final class NoMedia implements Fingerprinter {
    @Override
    public CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths) {
      return CompletableFuture.completedFuture(
          new Hashes(List.of(), Optional.of("this measurement decodes no media")));
    }

    @Override
    public CompletionStage<Optional<byte[]>> preview(Path media) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public void close() {}
  }
}
