package dev.cordon.matcher.decode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link WorkerPool} may use.
 *
 * @param workers worker processes, at least 1
 * @param maxBytes the largest file that is decoded, 1 to 2^31 - 1; the digests of larger ones are
 *     computed all the same
 * @param maxPixels width times height of the largest picture that is decoded, at least 1
 * @param perItem the longest that one file may take, at least 1 ms; a recording or a film three
 *     times as long and a second more for each 256 KB; then its worker is killed
 * @param heapMegabytes a worker's Java heap, at least 32
 * @param memoryMegabytes a worker's whole address space, native memory included, at least 1024;
 *     held where {@code /bin/sh} has {@code ulimit -v}, which is Linux
 * @param plugins jars and class folders with further signal types
 * @param natives where the decoder's native libraries are unpacked once, about 190 MB
 * @param scratch the workers' working directory
 */
public record DecoderOptions(
    int workers,
    long maxBytes,
    long maxPixels,
    Duration perItem,
    int heapMegabytes,
    int memoryMegabytes,
    List<Path> plugins,
    Path natives,
    Path scratch) {

  public DecoderOptions {
    atLeast("workers", 1, workers);
    atLeast("maxBytes", 1, maxBytes);
    if (maxBytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("maxBytes must be at most 2147483647, was " + maxBytes);
    }
    atLeast("maxPixels", 1, maxPixels);
    atLeast("perItem in ms", 1, perItem.toMillis());
    atLeast("heapMegabytes", 32, heapMegabytes);
    atLeast("memoryMegabytes", 1024, memoryMegabytes);
    plugins = List.copyOf(plugins);
    natives = natives.toAbsolutePath();
    scratch = scratch.toAbsolutePath();
  }

  private static void atLeast(String name, long bound, long value) {
    if (value < bound) {
      throw new IllegalArgumentException(name + " must be at least " + bound + ", was " + value);
    }
  }

  /**
   * One worker a core, 64 MB, 64 megapixels, 10 seconds, 256 MB of heap, 4 GB of address space, no
   * plug-ins.
   *
   * @param home {@code natives} and {@code scratch} are folders in it
   */
  public static DecoderOptions in(Path home) {
    return new DecoderOptions(
        Runtime.getRuntime().availableProcessors(),
        64L << 20,
        64_000_000,
        Duration.ofSeconds(10),
        256,
        4096,
        List.of(),
        home.resolve("natives"),
        home.resolve("scratch"));
  }

  public DecoderOptions withWorkers(int workers) {
    return new DecoderOptions(
        workers,
        maxBytes,
        maxPixels,
        perItem,
        heapMegabytes,
        memoryMegabytes,
        plugins,
        natives,
        scratch);
  }

  public DecoderOptions withMaxBytes(long maxBytes) {
    return new DecoderOptions(
        workers,
        maxBytes,
        maxPixels,
        perItem,
        heapMegabytes,
        memoryMegabytes,
        plugins,
        natives,
        scratch);
  }

  public DecoderOptions withPerItem(Duration perItem) {
    return new DecoderOptions(
        workers,
        maxBytes,
        maxPixels,
        perItem,
        heapMegabytes,
        memoryMegabytes,
        plugins,
        natives,
        scratch);
  }

  public DecoderOptions withPlugins(List<Path> plugins) {
    return new DecoderOptions(
        workers,
        maxBytes,
        maxPixels,
        perItem,
        heapMegabytes,
        memoryMegabytes,
        plugins,
        natives,
        scratch);
  }
}
