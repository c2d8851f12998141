package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.MediaKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of the page that are plots. */
final class PlotSections {
  private static final String DISTANCES =
      "Each series in shares of its own greatest column. PDQ: of all pairs, turned and mirrored as "
          + "it suits each best. Others: of the pairs that match at the loosest threshold, where the "
          + "stages before had found nothing certain.";

  private final Summary summary;
  private final List<Separation> separations;

  PlotSections(Summary summary, List<Separation> separations) {
    this.summary = summary;
    this.separations = separations;
  }

  String recall() {
    StringBuilder html = new StringBuilder(legend());
    for (MediaKind kind : MediaKind.values()) {
      Map<String, List<EditScore>> groups = byGroup(kind);
      if (!groups.isEmpty()) {
        html.append("<h3>").append(kind.label()).append("</h3><div class=\"columns\">");
        groups.forEach((group, scores) -> html.append(figure(group, scores)));
        html.append("</div>\n");
      }
    }
    return Html.section("Recall by edit, and what found the copies", html.toString());
  }

  private String legend() {
    return Arrays.stream(Stage.values())
        .filter(stage -> summary.scores().stream().anyMatch(score -> score.foundBy(stage) > 0))
        .map(stage -> Html.key(stage.label(), stage.words()))
        .collect(Collectors.joining(" ", "<p class=\"legend\">", "</p>\n"));
  }

  private Map<String, List<EditScore>> byGroup(MediaKind kind) {
    return summary.scores().stream()
        .filter(score -> score.edit().kind() == kind)
        .collect(
            Collectors.groupingBy(
                score -> score.edit().group(), LinkedHashMap::new, Collectors.toList()));
  }

  private static String figure(String group, List<EditScore> scores) {
    double mean = scores.stream().mapToDouble(EditScore::recall).average().orElse(0);
    return Html.figure(group, "mean " + Html.percent(mean), Svg.bars(scores));
  }

  String distances() {
    String legend =
        "<p class=\"legend\">"
            + Html.key("right", "copies to their originals")
            + " "
            + Html.key("wrong", "other pictures to entries")
            + "</p>\n";
    return separations.stream()
        .map(each -> Html.figure(each.signal(), "", Svg.histogram(each, reach(each))))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(),
                plots -> Html.section("Distances", legend + plots + Html.paragraph(DISTANCES))));
  }

  /** How far the axis goes: somewhat beyond all that is to be seen. */
  private static int reach(Separation separation) {
    int right = separation.right().isEmpty() ? 0 : separation.right().lastKey();
    int wrong = separation.wrong().isEmpty() ? 0 : separation.wrong().lastKey();
    return Math.max(separation.widest(), Math.max(right, wrong)) + 2;
  }
}
