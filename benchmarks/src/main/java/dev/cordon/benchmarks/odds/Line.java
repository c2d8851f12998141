package dev.cordon.benchmarks.odds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line that {@link Cases} wrote.
 *
 * @param edit empty for a picture as it is
 * @param name of the picture that it is, or is a copy of
 */
record Line(String set, String edit, String name, String value) {

  static List<Line> bank(Path cases, Set<String> sets) throws IOException {
    return read(cases.resolve(Cases.BANK), sets, false);
  }

  static List<Line> queries(Path cases, Set<String> sets) throws IOException {
    return read(cases.resolve(Cases.QUERIES), sets, true);
  }

  private static List<Line> read(Path file, Set<String> sets, boolean edited) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      List<Line> read = new ArrayList<>();
      lines
          .map(line -> of(line, edited))
          .filter(line -> sets.contains(line.set))
          .forEach(read::add);
      return read;
    }
  }

  private static Line of(String text, boolean edited) {
    String[] fields = text.split("\t", -1);
    return edited
        ? new Line(fields[0], fields[1], fields[2], fields[3])
        : new Line(fields[0], "", fields[1], fields[2]);
  }
}
