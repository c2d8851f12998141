package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Summary.FalseMatch;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.Edit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables, for people and for scripts. */
final class TextReport {
  private static final List<Stage> STAGES = List.of(Stage.values());

  private final Facts facts;
  private final Summary summary;
  private final List<Separation> separations;
  private final List<String> lines = new ArrayList<>();

  TextReport(Facts facts, Summary summary, List<Separation> separations) {
    this.facts = facts;
    this.summary = summary;
    this.separations = separations;
  }

  /** One line an edit, tab-separated, after a header line. */
  List<String> tsv() {
    String header =
        "kind\tgroup\tedit\thopeless\ttried\tfound\trecall\t"
            + STAGES.stream().map(Stage::label).collect(Collectors.joining("\t"))
            + "\tfalse_matches\tparameters";
    return Stream.concat(Stream.of(header), summary.scores().stream().map(TextReport::tsv))
        .toList();
  }

  private static String tsv(EditScore score) {
    Edit edit = score.edit();
    List<Object> cells = new ArrayList<>();
    cells.addAll(List.of(edit.kind().label(), edit.group(), edit.name(), edit.hopeless()));
    cells.addAll(List.of(score.tried(), score.foundCount()));
    cells.add(String.format(Locale.ROOT, "%.4f", score.recall()));
    STAGES.forEach(stage -> cells.add(score.foundBy(stage)));
    cells.addAll(List.of(score.wrong(), edit.parameters()));
    return cells.stream().map(Object::toString).collect(Collectors.joining("\t"));
  }

  /** Every false match, tab-separated, after a header line. */
  List<String> falseMatches() {
    return Stream.concat(
            Stream.of("query\tedit\tentry\tsignal\tdistance\tvariant"),
            Stream.concat(summary.falseMatches().stream(), summary.hardMatches().stream())
                .map(TextReport::tsv))
        .toList();
  }

  private static String tsv(FalseMatch match) {
    return Stream.of(
            match.query().file(),
            match.query().edit().isEmpty() ? "-" : match.query().edit(),
            match.hit().entry(),
            match.hit().signal(),
            Integer.toString(match.hit().distance()),
            match.hit().variant())
        .map(cell -> cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"))
        .collect(Collectors.joining("\t"));
  }

  /** All of it, as it is printed. */
  List<String> table(boolean suggest) {
    lines.clear();
    edits();
    lines.addAll(new KindTables(summary, facts.banked()).lines());
    KindScore.of(summary).forEach(this::recall);
    poor();
    errors();
    cost();
    if (suggest) {
      suggestions();
    }
    return List.copyOf(lines);
  }

  private void edits() {
    String stages =
        STAGES.stream()
            .map(stage -> String.format("%9s", stage.label()))
            .collect(Collectors.joining());
    String names = "%-" + widest(Edit::group, 12) + "s %-" + widest(Edit::name, 24) + "s ";
    line(names + "%6s %6s %8s%s", "GROUP", "EDIT", "TRIED", "FOUND", "RECALL", stages);
    for (EditScore score : summary.scores()) {
      String counts =
          STAGES.stream()
              .map(stage -> String.format("%9d", score.foundBy(stage)))
              .collect(Collectors.joining());
      line(
          names + "%6d %6d %6.0f %%%s",
          score.edit().group(),
          score.edit().name(),
          score.tried(),
          score.foundCount(),
          100 * score.recall(),
          counts);
    }
    line("");
  }

  private int widest(Function<Edit, String> column, int least) {
    return summary.scores().stream()
        .mapToInt(score -> column.apply(score.edit()).length())
        .reduce(least, Math::max);
  }

  private void recall(KindScore score) {
    if (score.edits().isEmpty()) {
      return;
    }
    List<EditScore> hopeful =
        score.edits().stream().filter(each -> !each.edit().hopeless()).toList();
    int hopeless = score.edits().size() - hopeful.size();
    line(
        "mean recall over %d edits of %s: %.1f %%%s",
        score.edits().size(),
        score.kind().words(),
        100 * score.recall(),
        hopeless == 0 ? "" : hopeless(hopeful, hopeless));
  }

  private static String hopeless(List<EditScore> others, int count) {
    return String.format(
        Locale.ROOT,
        "; %.1f %% without %d that %s held hopeless",
        100 * others.stream().mapToDouble(EditScore::recall).average().orElse(0),
        count,
        count == 1 ? "is" : "are");
  }

  private void poor() {
    String poor =
        summary.poor().stream()
            .map(s -> String.format(Locale.ROOT, "%s %.0f %%", s.edit().name(), 100 * s.recall()))
            .collect(Collectors.joining(", "));
    line("under %.0f %%: %s", 100 * EditScore.POOR, poor.isEmpty() ? "none" : poor);
  }

  private void errors() {
    line(
        "false matches: %d of %,d pairs, %.2f a million%s",
        summary.falseMatches().size(),
        summary.pairs(),
        summary.perMillion(),
        summary.falseMatches().isEmpty()
            ? String.format(
                Locale.ROOT, " (below %.2f with 95 %% certainty)", summary.perMillionAtMost())
            : "");
    summary.falseMatches().forEach(this::error);
    if (summary.queries(Sort.HARD) > 0) {
      line(
          "hard pairs: %d false matches of %d queries",
          summary.hardMatches().size(), summary.queries(Sort.HARD));
      summary.hardKinds().forEach((kind, n) -> line("  %-20s %d of %d queries", kind, n[1], n[0]));
      summary.hardMatches().forEach(this::error);
    }
  }

  private void error(FalseMatch match) {
    line(
        "  %s%s is not %s (%s, %d)",
        match.query().file(),
        match.query().edit().isEmpty() ? "" : " (" + match.query().edit() + ")",
        match.hit().entry(),
        match.hit().signal(),
        match.hit().distance());
  }

  private void cost() {
    Summary.Cost all = summary.cost();
    line("milliseconds an item: median %.0f, 90 %% below %.0f", all.median(), all.ninetieth());
    summary
        .costs()
        .forEach(
            (stage, cost) ->
                line(
                    "  as far as %-18s %6d items, median %4.0f, 90 %% below %4.0f",
                    stage.words(), cost.count(), cost.median(), cost.ninetieth()));
  }

  private void suggestions() {
    line("");
    line("thresholds with at most %s false matches a million pairs:", number(facts.wanted()));
    for (Separation separation : separations) {
      separation
          .loosest(facts.wanted())
          .ifPresentOrElse(
              at -> suggestion(separation, at),
              () -> line("  %s: none, not even 0", separation.signal()));
    }
    line(
        "  %,d pairs were seen: a rate below %.2f a million cannot be told from none",
        summary.pairs(), summary.perMillionAtMost());
  }

  private void suggestion(Separation separation, int at) {
    line(
        "  %s: %d, which finds %.1f %% alone, %.1f %% with what else found them; now %d, %.1f and %.1f %%",
        separation.signal(),
        at,
        100 * separation.recall(at),
        100 * separation.recallWithOthers(at),
        separation.threshold(),
        100 * separation.recall(separation.threshold()),
        100 * separation.recallWithOthers(separation.threshold()));
    line("    %s", command(separation.signal(), at));
  }

  /** What sets a threshold. */
  static String command(String signal, int threshold) {
    return "cordon bank create BANK --threshold " + signal + "=" + threshold;
  }

  static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private void line(String format, Object... values) {
    lines.addAll(Arrays.asList(String.format(Locale.ROOT, format, values).split("\n", -1)));
  }
}
