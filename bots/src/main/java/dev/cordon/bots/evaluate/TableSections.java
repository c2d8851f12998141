package dev.cordon.bots.evaluate;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of the page that are tables. */
final class TableSections {
  private static final int HARDEST_SHOWN = 10;

  private final Facts facts;
  private final Summary summary;
  private final Misses misses;
  private final List<Separation> separations;

  TableSections(Facts facts, Summary summary, Misses misses, List<Separation> separations) {
    this.facts = facts;
    this.summary = summary;
    this.misses = misses;
    this.separations = separations;
  }

  String poor() {
    List<List<String>> rows = summary.poor().stream().map(TableSections::poor).toList();
    return Html.section(
        "Edits under 60 %",
        rows.isEmpty()
            ? Html.paragraph("None.")
            : Html.table(List.of("edit", "what it does", "#tried", "#found", "#recall"), rows));
  }

  private static List<String> poor(EditScore score) {
    return List.of(
        score.edit().name(),
        score.edit().parameters(),
        Integer.toString(score.tried()),
        Integer.toString(score.foundCount()),
        Html.percent(score.recall()));
  }

  String thresholds() {
    List<List<String>> rows = new ArrayList<>();
    for (Separation each : separations) {
      rows.add(threshold(each, "now", each.threshold()));
      each.loosest(facts.wanted())
          .ifPresentOrElse(
              at -> rows.add(threshold(each, TextReport.command(each.signal(), at), at)),
              () -> rows.add(List.of(each.signal(), "none", "", "", "", "not even 0 will do")));
    }
    String words =
        format(
            ROOT,
            "The second line of a signal is the loosest threshold with at most %s false matches a "
                + "million pairs. On so many pairs, a rate below %.2f a million cannot be told from none.",
            TextReport.number(facts.wanted()),
            summary.perMillionAtMost());
    List<String> columns =
        List.of("signal", "#threshold", "#false a million", "#alone", "#with others", "set by");
    return Html.section("Thresholds", Html.table(columns, rows) + Html.paragraph(words));
  }

  private static List<String> threshold(Separation separation, String how, int at) {
    return List.of(
        separation.signal(),
        Integer.toString(at),
        format(ROOT, "%.2f", separation.perMillion(at)),
        Html.percent(separation.recall(at)),
        Html.percent(separation.recallWithOthers(at)),
        how);
  }

  String cost() {
    List<List<String>> rows = new ArrayList<>();
    summary.costs().forEach((stage, cost) -> rows.add(cost("as far as " + stage.words(), cost)));
    rows.add(cost("all", summary.cost()));
    return Html.section(
        "Cost",
        Html.table(List.of("looked", "#items", "#median, ms", "#90 % below, ms"), rows)
            + Html.paragraph(
                "From file to verdict on the clock, decoding included, while all cores were at "
                    + "work on this and on making the copies."));
  }

  private static List<String> cost(String name, Summary.Cost cost) {
    return List.of(
        name,
        Integer.toString(cost.count()),
        format(ROOT, "%.0f", cost.median()),
        format(ROOT, "%.0f", cost.ninetieth()));
  }

  String hardest() {
    List<List<String>> rows =
        misses.hardest(HARDEST_SHOWN).stream()
            .map(hard -> List.of(hard.file(), hard.tried() + "", hard.missed() + ""))
            .toList();
    return rows.isEmpty()
        ? ""
        : Html.section(
            "Pictures that were missed most often",
            Html.table(List.of("picture", "#copies", "#missed"), rows));
  }

  String catalogue() {
    List<List<String>> rows =
        facts.edits().stream()
            .map(edit -> List.of(edit.kind().label(), edit.group(), edit.name(), edit.parameters()))
            .toList();
    return Html.section(
        "The edits",
        "<details><summary>"
            + rows.size()
            + " edits and their parameters</summary>"
            + Html.table(List.of("kind", "group", "edit", "what it does"), rows)
            + "</details>\n");
  }

  String made() {
    List<List<String>> rows =
        List.of(
            List.of("corpus", facts.corpus()),
            List.of("seed", Long.toString(facts.seed())),
            List.of("each edit, of either half", perEdit()),
            List.of("entries each query was compared with", summary.entries() + ""),
            List.of("thresholds", facts.thresholds().toString()),
            List.of("left out as copies of others", copies()),
            List.of("version", facts.version()),
            List.of("machine", machine()));
    return Html.section("How it was made", Html.table(List.of("what", "value"), rows));
  }

  private String perEdit() {
    return facts.perEdit().equals(PerEdit.ALL)
        ? "every file"
        : "at most "
            + facts.perEdit().pictures()
            + " pictures, "
            + facts.perEdit().others()
            + " films or sounds";
  }

  private String copies() {
    return facts.copies().isEmpty()
        ? "none"
        : facts.copies().entrySet().stream()
            .map(copy -> copy.getKey() + " (of " + copy.getValue() + ")")
            .collect(Collectors.joining(", "));
  }

  private static String machine() {
    return format(
        ROOT,
        "%d cores, Java %s, %s",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        System.getProperty("os.name"));
  }
}
