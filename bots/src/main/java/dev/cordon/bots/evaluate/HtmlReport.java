package dev.cordon.bots.evaluate;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import dev.cordon.bots.evaluate.Trial.Sort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One page that stands alone: figures, plots and pictures. */
final class HtmlReport {
  private static final double GOOD = 0.95;

  private final Facts facts;
  private final Summary summary;
  private final KindTables kinds;
  private final PlotSections plots;
  private final PictureSections pictures;
  private final TableSections tables;

  HtmlReport(Facts facts, Summary summary, List<Separation> separations, Gallery gallery) {
    Misses misses = new Misses(summary);
    this.facts = facts;
    this.summary = summary;
    this.kinds = new KindTables(summary, facts.banked());
    this.plots = new PlotSections(summary, separations);
    this.pictures = new PictureSections(summary, misses, gallery);
    this.tables = new TableSections(facts, summary, misses, separations);
  }

  /** The whole page. */
  String page(Instant now) {
    return String.join(
        "",
        head(),
        "<header><h1>Recognition of edited copies</h1>\n",
        Html.paragraph(subtitle(now)),
        "</header>\n<main>\n",
        tiles(),
        kinds.html(),
        plots.recall(),
        tables.poor(),
        pictures.errors(),
        pictures.hard(),
        plots.distances(),
        tables.thresholds(),
        tables.cost(),
        pictures.misses(),
        tables.hardest(),
        tables.catalogue(),
        tables.made(),
        "</main></body></html>\n");
  }

  private static String head() {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <title>Cordon: recognition of edited copies</title>
        <style>
        """
        + style()
        + "</style></head><body>\n";
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Optional.ofNullable(in)
              .orElseThrow(() -> new IllegalStateException("Cordon was built without report.css"))
              .readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read report.css", e);
    }
  }

  private String subtitle(Instant now) {
    return format(
        ROOT,
        "%s, %s. Of the corpus %,d enrolled, %,d not; %,d edited copies and %,d unrelated files judged.",
        facts.version(),
        now.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", " UTC"),
        facts.known().media().size(),
        facts.unknown(),
        summary.queries(Sort.COPY),
        summary.queries(Sort.UNRELATED));
  }

  private String tiles() {
    int errors = summary.falseMatches().size();
    int poor = summary.poor().size();
    double recall = summary.meanRecall(score -> !score.edit().hopeless());
    return "<div class=\"tiles\">"
        + Html.tile(Html.percent(recall), "mean recall, hopeless edits left out", recall >= GOOD)
        + Html.tile(Integer.toString(poor), "edits under 60 %", poor == 0)
        + Html.tile(Integer.toString(errors), errorRate(), errors == 0)
        + Html.tile(
            format(ROOT, "%.0f ms", summary.cost().median()),
            format(ROOT, "an item, median; 90 %% below %.0f ms", summary.cost().ninetieth()),
            true)
        + "</div>\n";
  }

  private String errorRate() {
    String pairs = format(ROOT, "false matches in %,d pairs: ", summary.pairs());
    return summary.falseMatches().isEmpty()
        ? pairs + format(ROOT, "below %.2f a million, 95 %% certain", summary.perMillionAtMost())
        : pairs + format(ROOT, "%.2f a million", summary.perMillion());
  }
}
