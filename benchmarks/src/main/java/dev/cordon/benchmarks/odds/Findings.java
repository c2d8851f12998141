package dev.cordon.benchmarks.odds;

import dev.cordon.matcher.local.EvidenceTable;
import dev.cordon.matcher.local.LocalBank;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lays all queries of {@link Cases} on its bank and writes the evidence of every finding.
 *
 * <p>Of the hard pairs each bank holds one of each kind only, as it is worst when nothing tells
 * that many pictures share a template.
 */
public final class Findings {
  private Findings() {}

  public static void main(String[] arguments) throws Exception {
    Path cases = Path.of(arguments[0]);
    List<Line> corpus = Line.bank(cases, Set.of("corpus"));
    List<Line> hard = Line.bank(cases, Set.of("hard"));
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
      out.println("right\tset\tedit\tquery\tentry\trow\tdistance\t" + EvidenceTable.HEADER);
      List<Line> first = new ArrayList<>(corpus);
      first.addAll(hard.stream().filter(line -> line.name().matches(".*-0?0\\..*")).toList());
      lay(first, Line.queries(cases, Set.of("corpus", "other", "hard")), out);
      for (int i = 1; i < Integer.parseInt(arguments[2]); i++) {
        String suffix = ".*-0?%d\\..*".formatted(i);
        lay(
            hard.stream().filter(line -> line.name().matches(suffix)).toList(),
            Line.queries(cases, Set.of("hard")),
            out);
      }
    }
  }

  private static void lay(List<Line> entries, List<Line> queries, PrintWriter out) {
    LocalBank bank = new LocalBank(Runnable::run);
    for (int row = 0; row < entries.size(); row++) {
      bank.add(row, entries.get(row).value());
    }
    IntStream.range(0, queries.size())
        .parallel()
        .mapToObj(i -> lines(bank, entries, queries.get(i)))
        .forEachOrdered(lines -> lines.forEach(out::println));
  }

  private static List<String> lines(LocalBank bank, List<Line> entries, Line query) {
    List<String> lines = new ArrayList<>();
    boolean owed = query.set().equals("corpus");
    for (String finding : EvidenceTable.of(bank, query.value())) {
      Line entry = entries.get(Integer.parseInt(finding.substring(0, finding.indexOf('\t'))));
      boolean right = owed && entry.set().equals("corpus") && entry.name().equals(query.name());
      owed &= !right;
      lines.add(line(right ? "1" : "0", query, entry.name(), finding));
    }
    if (owed) {
      lines.add(line("-", query, query.name(), "-1\t100" + "\t0".repeat(15)));
    }
    return lines;
  }

  private static String line(String right, Line query, String entry, String finding) {
    return String.join("\t", right, query.set(), query.edit(), query.name(), entry, finding);
  }
}
