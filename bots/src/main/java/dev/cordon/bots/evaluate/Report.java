package dev.cordon.bots.evaluate;

import dev.cordon.matcher.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The figures of an evaluation as files. */
public final class Report {
  /** The greatest distance of any signal type but PDQ. */
  public static final int LOOSEST = 100;

  private final Facts facts;
  private final Summary summary;
  private final List<Separation> separations;
  private final Gallery gallery;

  /**
   * @param outcomes of all the trials
   * @param pictures whether the page shows any
   */
  public Report(
      Facts facts,
      Collection<Trial> trials,
      Collection<Outcome> outcomes,
      Copies copies,
      boolean pictures) {
    this.facts = facts;
    this.summary = new Summary(outcomes, facts.edits(), facts.known().media().size());
    this.separations = separations(facts, summary);
    this.gallery = new Gallery(copies, trials, List.of(facts.known(), facts.hard()), pictures);
  }

  /** PDQ always, whose threshold holds for parts too; others when they were seen to match. */
  private static List<Separation> separations(Facts facts, Summary summary) {
    List<Separation> separations = new ArrayList<>();
    separations.add(Separation.pdq(summary, facts.thresholds().getOrDefault(Signal.PDQ, 0)));
    summary.outcomes().stream()
        .flatMap(outcome -> Stream.concat(outcome.matches().stream(), outcome.loose().stream()))
        .map(Outcome.Hit::signal)
        .filter(signal -> Stage.of(signal).compareTo(Stage.PARTS) > 0)
        .distinct()
        .sorted()
        .map(
            signal ->
                Separation.of(summary, signal, facts.thresholds().getOrDefault(signal, 0), LOOSEST))
        .forEach(separations::add);
    return separations;
  }

  /**
   * Writes {@code table.tsv}, {@code table.txt}, {@code false-matches.tsv} and {@code report.html}.
   *
   * @param suggest whether the table ends with thresholds
   * @return the lines of the table
   */
  public List<String> write(Path folder, boolean suggest) {
    TextReport text = new TextReport(facts, summary, separations);
    List<String> table = text.table(suggest);
    try {
      Files.write(folder.resolve("table.tsv"), text.tsv());
      Files.write(folder.resolve("false-matches.tsv"), text.falseMatches());
      Files.write(folder.resolve("table.txt"), table);
      Files.writeString(
          folder.resolve("report.html"),
          new HtmlReport(facts, summary, separations, gallery).page(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report to " + folder, e);
    }
    return table;
  }
}
