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
 * Lays all queries of {@link Cases} on its banks and writes the evidence of every finding.
 *
 * <p>Of the hard pairs each bank holds one of each kind only, as it is worst when nothing tells
 * that many pictures share a template. They are made of pictures of the corpus, so the two are
 * apart.
 *
 * <p>{@code java -cp … dev.cordon.benchmarks.odds.Findings cases findings.tsv [pairs of each kind]}
 */
public final class Findings {
  private Findings() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println("Usage: Findings cases-folder findings.tsv [pairs of each kind]");
      System.exit(2);
    }
    Path cases = Path.of(arguments[0]);
    int pairs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
    List<Line> hard = Line.bank(cases, Set.of("hard"));
    List<Line> hardQueries = Line.queries(cases, Set.of("hard"));
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
      out.println("right\tset\tedit\tquery\tentry\trow\tdistance\t" + EvidenceTable.HEADER);
      lay(Line.bank(cases, Set.of("corpus")), Line.queries(cases, Set.of("corpus", "other")), out);
      for (int i = 0; i < pairs; i++) {
        String number = ".*-%02d\\..*".formatted(i);
        lay(hard.stream().filter(line -> line.name().matches(number)).toList(), hardQueries, out);
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
      boolean right = owed && entry.name().equals(query.name());
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
