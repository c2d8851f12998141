package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of films and sounds: by group, of unrelated ones, of seconds, of banks. */
final class KindTables {
  private static final List<String> COLUMNS =
      List.of(
          "group",
          "#edits",
          "#tried",
          "#found",
          "#recall",
          "#off by, s, median",
          "#95 %",
          "#within 1 s");

  private final List<KindScore> scores;
  private final List<Banked> banked;

  KindTables(Summary summary, List<Banked> banked) {
    this.scores =
        KindScore.of(summary).stream().filter(score -> score.kind() != MediaKind.PICTURE).toList();
    this.banked = banked;
  }

  /** Nothing when there are pictures only. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (KindScore score : scores) {
      lines.add(header(score.kind()));
      score.groups().forEach(group -> lines.add(line(group)));
      lines.add(line(total(score)));
      lines.add("");
      lines.addAll(words(score));
      lines.add("");
    }
    return lines;
  }

  private static String header(MediaKind kind) {
    return String.format(
        Locale.ROOT,
        "%-40s %6s %6s %6s %8s %8s %7s %8s",
        kind.words().toUpperCase(Locale.ROOT),
        "EDITS",
        "TRIED",
        "FOUND",
        "RECALL",
        "OFF BY",
        "95 %",
        "IN 1 S");
  }

  private static String line(KindScore.Group group) {
    List<String> cells = cells(group);
    return String.format(
        Locale.ROOT, "%-40s %6s %6s %6s %8s %8s %7s %8s", (Object[]) cells.toArray(new String[0]));
  }

  private static List<String> cells(KindScore.Group group) {
    double[] errors = group.bounds().copy();
    boolean none = group.bounds().isEmpty();
    return List.of(
        group.name(),
        Integer.toString(group.edits()),
        Integer.toString(group.tried()),
        Integer.toString(group.found()),
        Html.percent(group.recall()),
        none ? "-" : seconds(Bounds.median(errors)),
        none ? "-" : seconds(Bounds.most(errors)),
        none ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * Bounds.near(errors)));
  }

  private static KindScore.Group total(KindScore score) {
    return new KindScore.Group(
        "all", score.edits().size(), score.tried(), score.found(), score.recall(), score.bounds());
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** What no row of a table says. */
  private List<String> words(KindScore score) {
    List<String> words = new ArrayList<>();
    double[] entry = score.bounds().entry();
    words.add(
        String.format(
            Locale.ROOT,
            "%s: off by so many seconds are beginnings and ends in the copy; in the entry median %.2f, 95 %% below "
                + "%.2f, %.0f %% within 1 s (%d stretches)",
            score.kind().words(),
            Bounds.median(entry),
            Bounds.most(entry),
            100 * Bounds.near(entry),
            entry.length / 2));
    words.add(
        String.format(
            Locale.ROOT,
            "%s: matched, of those not enrolled, as they are %d of %d, edited %d of %d; copies that matched "
                + "another entry %d of %d",
            score.kind().words(),
            score.unrelatedMatched(false),
            score.unrelated(false),
            score.unrelatedMatched(true),
            score.unrelated(true),
            score.copiesMatchedWrongly(),
            score.tried()));
    banked.stream()
        .filter(row -> row.kind() == score.kind())
        .map(KindTables::words)
        .forEach(words::add);
    return words;
  }

  private static String words(Banked row) {
    return String.format(
        Locale.ROOT,
        "%s: %s takes %,.0f KB an hour (%.2f hours enrolled)",
        row.kind().words(),
        row.signal(),
        row.kilobytesAnHour(),
        row.hours());
  }

  /** The same on the page. */
  String html() {
    StringBuilder html = new StringBuilder();
    for (KindScore score : scores) {
      List<List<String>> rows = new ArrayList<>();
      score.groups().forEach(group -> rows.add(cells(group)));
      rows.add(cells(total(score)));
      String words = String.join("", words(score).stream().map(Html::paragraph).toList());
      String title = score.kind() == MediaKind.VIDEO ? "Films" : "Sounds";
      html.append(Html.section(title, Html.table(COLUMNS, rows) + words));
    }
    return html.toString();
  }
}
