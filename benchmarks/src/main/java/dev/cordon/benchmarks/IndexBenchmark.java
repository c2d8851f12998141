package dev.cordon.benchmarks;

import dev.cordon.matcher.index.HammingIndex;
import dev.cordon.matcher.index.MultiIndexHamming;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One search at a time, half of them for a re-upload of what is held, half for something new. Read
 * the median: on a machine with other work the mean is that work's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx4g", "-XX:+UseSerialGC"})
public class IndexBenchmark {
  private static final int QUERIES = 1024;
  private static final int NOISE = 20;

  @Param({"1000000"})
  int entries;

  @Param({"RANDOM", "PICTURES"})
  SignalSource source = SignalSource.RANDOM;

  @Param({"31"})
  int radius;

  private final long[][] queries = new long[QUERIES][];
  private long[] flat = {};
  private HammingIndex index = new MultiIndexHamming(Runnable::run);
  private int next;

  /** Fills the index and chooses what to look for. */
  @Setup(Level.Trial)
  public void fill() {
    Random random = new Random(1);
    SignalSource.Signals signals = source.open(random);
    MultiIndexHamming.Builder builder = MultiIndexHamming.builder();
    flat = new long[entries * 4];
    for (int id = 0; id < entries; id++) {
      long[] signal = signals.next();
      System.arraycopy(signal, 0, flat, id * 4, 4);
      builder.add(id, signal);
    }
    long started = System.nanoTime();
    index = builder.build(Runnable::run);
    System.out.printf("built in %d ms%n", (System.nanoTime() - started) / 1_000_000);
    for (int i = 0; i < QUERIES; i++) {
      queries[i] = i % 2 == 0 ? signals.next() : reUpload(random);
    }
  }

  /** The index. */
  @Benchmark
  public void search(Blackhole hole) {
    index.search(query(), radius, (id, distance) -> hole.consume(id));
  }

  /** The peer: every signal in turn. */
  @Benchmark
  public void scan(Blackhole hole) {
    long[] query = query();
    for (int at = 0; at < flat.length; at += 4) {
      int distance = 0;
      for (int i = 0; i < 4; i++) {
        distance += Long.bitCount(flat[at + i] ^ query[i]);
      }
      if (distance <= radius) {
        hole.consume(at);
      }
    }
  }

  private long[] query() {
    return queries[next++ & (QUERIES - 1)];
  }

  private long[] reUpload(Random random) {
    long[] signal = new long[4];
    System.arraycopy(flat, random.nextInt(entries) * 4, signal, 0, 4);
    return SignalSource.noisy(signal, NOISE, random);
  }
}
