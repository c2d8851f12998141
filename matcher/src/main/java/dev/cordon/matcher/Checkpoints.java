package dev.cordon.matcher;

import java.util.Arrays;
import java.util.Comparator;

/** The order of bank changes: numbers joined by hyphens, as the change stream gives them. */
final class Checkpoints {
  /** The older first. What is no checkpoint comes before all. */
  static final Comparator<String> ORDER = (a, b) -> Arrays.compare(numbers(a), numbers(b));

  private Checkpoints() {}

  private static long[] numbers(String checkpoint) {
    return checkpoint.matches("\\d{1,18}(-\\d{1,18})*")
        ? Arrays.stream(checkpoint.split("-", -1)).mapToLong(Long::parseLong).toArray()
        : new long[0];
  }
}
