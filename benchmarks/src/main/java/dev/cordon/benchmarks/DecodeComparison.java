package dev.cordon.benchmarks;

import dev.cordon.matcher.decode.DecoderOptions;
import dev.cordon.matcher.decode.WorkerPool;
import dev.cordon.matcher.signal.Depth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From the bytes of a file to its digests and eight PDQ hashes, through one worker process, beside
 * the reference's {@code benchmark-photo-hasher --dihedral} on the same folder, in turns.
 *
 * <p>Arguments: a folder of JPEGs and how many rounds. The reference's path is the system property
 * {@code pdq.reference}; without it only our side is measured, and that is said.
 */
public final class DecodeComparison {
  private static final int FILES_PER_ROUND = 100;

  private DecodeComparison() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Path home = Files.createTempDirectory("cordon-benchmark");
    try (WorkerPool pool = new WorkerPool(DecoderOptions.in(home).withWorkers(1))) {
      for (String start : List.of("first start, natives unpacked", "started")) {
        long began = System.nanoTime();
        try (WorkerPool other = new WorkerPool(DecoderOptions.in(home).withWorkers(1))) {
          other.start().toCompletableFuture().join();
        }
        System.out.printf("a worker %s: %d ms%n", start, (System.nanoTime() - began) / 1_000_000);
      }
      for (int round = 0; round < rounds; round++) {
        System.out.println(ours(pool, folder));
        System.out.println(reference(folder));
      }
    }
  }

  private static String ours(WorkerPool pool, Path folder) throws IOException {
    List<Path> files = files(folder);
    Duration before = cpu();
    long began = System.nanoTime();
    for (int i = 0; i < FILES_PER_ROUND; i++) {
      pool.fingerprint(files.get(i % files.size()), Set.of(Depth.WHOLE))
          .toCompletableFuture()
          .join();
    }
    double millis = (System.nanoTime() - began) / 1e6 / FILES_PER_ROUND;
    double cpu = cpu().minus(before).toNanos() / 1e6 / FILES_PER_ROUND;
    return "ours:      %.2f ms a file, processor time %.2f ms".formatted(millis, cpu);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  /** Of this process and its workers. */
  private static Duration cpu() {
    return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static String reference(Path folder) throws IOException {
    String path = System.getProperty("pdq.reference", "");
    if (path.isEmpty()) {
      return "reference: not measured; name benchmark-photo-hasher with -Dpdq.reference=…";
    }
    String count = Integer.toString(FILES_PER_ROUND);
    Process process =
        new ProcessBuilder(path, "--dihedral", "-n", count, folder.toString()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    double millis =
        output
                .lines()
                .filter(line -> line.startsWith("TIME"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*: *", "")))
                .sum()
            * 1e3
            / FILES_PER_ROUND;
    return "reference: %.2f ms a file".formatted(millis);
  }
}
