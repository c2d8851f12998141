package dev.cordon.matcher.local;

import dev.cordon.matcher.local.Layout.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The evidence behind what a bank finds, for those who learn from it. Lives where it can see it.
 */
public final class EvidenceTable {
  /** What a row holds after the entry's row and the distance. */
  public static final String HEADER =
      "inliers\talone\tvisible\tbits\tcells\tcovered\tentryArea\tqueryArea\tmean\tweight\tblocks\tagreeing\tseen\tscale\tturn";

  private EvidenceTable() {}

  /**
   * One line for each finding, right or wrong: the entry's row, the distance, then the evidence.
   */
  public static List<String> of(LocalBank bank, String query) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : bank.findings(LocalQuery.parse(query))) {
      lines.add(
          finding.row()
              + "\t"
              + finding.evidence().distance()
              + "\t"
              + numbers(finding)
              + "\t"
              + finding.query().turn.ordinal());
    }
    return lines;
  }

  /** What {@link LocalOdds} weighs of a row's evidence, whose columns begin at {@code at}. */
  public static double[] terms(String[] row, int at) {
    double[] c = new double[12];
    for (int i = 0; i < c.length; i++) {
      c[i] = Double.parseDouble(row[at + i]);
    }
    Agreement layout = new Agreement(c[8], c[9], (int) c[10], (int) c[11], c[6]);
    return LocalOdds.terms(
        new Evidence(
            (int) c[0], (int) c[1], (int) c[2], c[3], (int) c[4], (int) c[5], c[6], c[7], layout));
  }

  private static String numbers(Finding finding) {
    Evidence e = finding.evidence();
    Agreement layout = e.layout();
    return DoubleStream.of(
            e.inliers(),
            e.alone(),
            e.visible(),
            e.bits(),
            e.cells(),
            e.covered(),
            e.entryArea(),
            e.queryArea(),
            layout.mean(),
            layout.weight(),
            layout.blocks(),
            layout.agreeing(),
            layout.seen(),
            finding.fit().map().scale())
        .mapToObj(value -> String.format(Locale.ROOT, "%.5g", value))
        .collect(Collectors.joining("\t"));
  }
}
