package dev.cordon.benchmarks;

import dev.cordon.benchmarks.DecodeComparison.Cost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The C++ reference's {@code benchmark-photo-hasher}, run by a shell that tells its times. */
final class Reference {
  private static final String TIMED = "\"$@\"; times";
  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

  private Reference() {}

  /**
   * One run. By wall clock it is what the hasher says that decoding and hashing took. Of processor
   * time it is the same share of the process' own, so that its start does not count.
   */
  static Cost run(Path folder, int files) throws IOException, InterruptedException {
    String path = System.getProperty("pdq.reference", "");
    if (path.isEmpty()) {
      System.out.println("the reference is not measured; name it with -Dpdq.reference=…");
      return new Cost(Double.NaN, Double.NaN);
    }
    String count = Integer.toString(files);
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(
                "sh", "-c", TIMED, "sh", path, "--dihedral", "-n", count, folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    double whole = (System.nanoTime() - began) / 1e6;
    double counted = counted(output.lines().toList());
    return new Cost(counted / files, cpu(output) * (counted / whole) / files);
  }

  private static double counted(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("TIME"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*: *", "")) * 1e3)
        .sum();
  }

  /** In milliseconds, of the shell and what it ran. */
  private static double cpu(String output) {
    Matcher times = TIME.matcher(output);
    double seconds = 0;
    while (times.find()) {
      seconds += Integer.parseInt(times.group(1)) * 60 + Double.parseDouble(times.group(2));
    }
    return seconds * 1e3;
  }
}
