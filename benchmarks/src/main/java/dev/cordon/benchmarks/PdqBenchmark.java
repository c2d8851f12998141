package dev.cordon.benchmarks;

import dev.cordon.matcher.pdq.Pdq;
import dev.cordon.matcher.pdq.PdqHashes;
import dev.cordon.matcher.signal.Picture;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The PDQ hash of decoded pixels and of the seven turned copies, in milliseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PdqBenchmark {
  /** Width, height, channels: as decoded; the third is what a 1600 × 1004 JPEG is decoded to. */
  @Param({"256x256x1", "512x512x1", "800x502x1", "1600x1004x3"})
  public String size = "";

  private Picture picture = Picture.grey(1, 1, new byte[1]);

  @Setup
  public void makePicture() {
    String[] sizes = size.split("x", -1);
    int width = Integer.parseInt(sizes[0]);
    int height = Integer.parseInt(sizes[1]);
    int channels = Integer.parseInt(sizes[2]);
    byte[] pixels = new byte[width * height * channels];
    new SplittableRandom(1).nextBytes(pixels);
    picture = new Picture(width, height, channels, ByteBuffer.wrap(pixels));
  }

  @Benchmark
  public Optional<PdqHashes> eightHashes() {
    return Pdq.hash(picture);
  }
}
