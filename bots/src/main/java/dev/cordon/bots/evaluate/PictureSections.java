package dev.cordon.bots.evaluate;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import dev.cordon.bots.evaluate.Summary.FalseMatch;
import dev.cordon.bots.evaluate.Trial.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of the page that show pictures beside each other. */
final class PictureSections {
  private static final int ERRORS_SHOWN = 40;
  private static final int MISSES_SHOWN = 10;

  private final Summary summary;
  private final Misses misses;
  private final Gallery gallery;

  PictureSections(Summary summary, Misses misses, Gallery gallery) {
    this.summary = summary;
    this.misses = misses;
    this.gallery = gallery;
  }

  String errors() {
    List<FalseMatch> errors = summary.falseMatches();
    String words =
        errors.isEmpty()
            ? "None: no copy matched another entry, and nothing that is not enrolled matched."
            : format(
                ROOT,
                "%d pairs, the nearest shown; false-matches.tsv names all of them. What was judged is "
                    + "on the left, the entry that it matched on the right.",
                errors.size());
    return Html.section("False matches", Html.paragraph(words) + pairs(errors));
  }

  String hard() {
    if (summary.queries(Sort.HARD) == 0) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    summary.hardKinds().forEach((kind, n) -> rows.add(List.of(kind, n[0] + "", n[1] + "")));
    return Html.section(
        "Pairs that are hard to tell apart",
        Html.table(List.of("kind", "#queries", "#false matches"), rows)
            + pairs(summary.hardMatches()));
  }

  private String pairs(List<FalseMatch> errors) {
    return errors.stream()
        .limit(ERRORS_SHOWN)
        .map(this::pair)
        .collect(Collectors.joining("", "<div class=\"pairs\">", "</div>\n"));
  }

  private String pair(FalseMatch error) {
    return pair(
        gallery.query(error.query()),
        gallery.entry(error.hit().entry()),
        title(error.query()) + " is not " + error.hit().entry(),
        error.hit().signal() + ", distance " + error.hit().distance());
  }

  String misses() {
    List<Outcome> worst = misses.worst(MISSES_SHOWN);
    String words =
        worst.isEmpty()
            ? "None: every copy was found."
            : "Copies that were not found, of the edits that are found most often otherwise; one an "
                + "edit, the original on the right.";
    String pairs =
        worst.stream()
            .map(this::pair)
            .collect(Collectors.joining("", "<div class=\"pairs\">", "</div>\n"));
    return Html.section("Worst misses", Html.paragraph(words) + pairs);
  }

  private String pair(Outcome miss) {
    return pair(gallery.query(miss), gallery.entry(miss.file()), title(miss), reason(miss));
  }

  private String reason(Outcome miss) {
    List<String> reasons = new ArrayList<>();
    reasons.add("looked as far as " + miss.reached().words());
    miss.problem().ifPresent(problem -> reasons.add(problem.reason()));
    miss.pdq().right().ifPresent(distance -> reasons.add("PDQ " + distance));
    miss.loose().stream()
        .filter(miss::right)
        .forEach(hit -> reasons.add(hit.signal() + " " + hit.distance()));
    reasons.add("other copies of this edit: " + Html.percent(misses.recall(miss)) + " found");
    return String.join("; ", reasons);
  }

  private static String title(Outcome outcome) {
    return outcome.edit().isEmpty() ? outcome.file() : outcome.file() + " (" + outcome.edit() + ")";
  }

  private static String pair(
      Optional<byte[]> left, Optional<byte[]> right, String title, String words) {
    return "<figure class=\"pair\"><div>"
        + Html.picture(left, "what was judged")
        + Html.picture(right, "the entry")
        + "</div><figcaption>"
        + Html.escaped(title)
        + " <small>"
        + Html.escaped(words)
        + "</small></figcaption></figure>\n";
  }
}
