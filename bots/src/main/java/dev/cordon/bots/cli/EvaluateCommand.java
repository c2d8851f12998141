package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.PerEdit;
import dev.cordon.bots.evaluate.edits.Catalogue;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.config.Settings;
import dev.cordon.matcher.decode.WorkerPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cordon evaluate}: measures recognition on the operator's own media. */
@Command(
    mixinStandardHelpOptions = true,
    name = "evaluate",
    description = {
      "Measures how well edited copies of your own media are recognised, before you trust a threshold.",
      "",
      "Enrols half of a corpus for this run only, edits files of both halves in the ways people do, "
          + "and judges the copies: those of the enrolled half ought to match their originals, all else "
          + "ought to match nothing. Writes table.tsv, table.txt, false-matches.tsv and report.html to "
          + "the report's folder. What was judged is kept there in results.jsonl: an evaluation that was "
          + "stopped goes on where it was.",
      "",
      "The corpus should hold media like those that you guard against, each once: 100 pictures or more, "
          + "20 films or more, 40 sounds or more. Each kind has edits and tables of its own. The page shows "
          + "some of them unless --no-pictures is given.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "A folder of pictures, films and sounds; needed except with --list-edits.")
  private @Nullable Path corpus;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "report",
      description = "Where the report goes; ./report unless set.")
  private Path output = Path.of("report");

  @Option(
      names = "--per-edit",
      paramLabel = "N",
      description = {
        "How many files of either half each edit is tried on; 20 pictures, 5 films or sounds unless set."
      })
  private @Nullable Integer perEdit;

  @Option(names = "--all", description = "Tries each edit on every file of its kind.")
  private boolean all;

  @Option(
      names = "--edits",
      paramLabel = "GLOB",
      defaultValue = "*",
      description = "Only edits whose name or group fits, such as 'crop*' or '{tilt,screen}'.")
  private String edits = "*";

  @Option(names = "--list-edits", description = "Tells all edits and their parameters; no more.")
  private boolean list;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides the halves, the sample and all luck within edits; 1 unless set.")
  private long seed;

  @Option(
      names = "--hard",
      paramLabel = "DIR",
      description = {
        "A folder with bank/ and query/ where no query is in the bank, however alike they are. They are "
            + "judged apart; false matches are told by the kind that a file's name begins with, up to -- "
            + "or a digit."
      })
  private @Nullable Path hard;

  @Option(
      names = "--threshold",
      paramLabel = "TYPE=DISTANCE",
      description = "The greatest distance that matches, as of cordon bank create.")
  private Map<String, Integer> thresholds = Map.of();

  @Option(
      names = "--suggest",
      description =
          "Tells for each signal type the loosest threshold with the wanted rate of errors.")
  private boolean suggest;

  @Option(
      names = "--fpr",
      paramLabel = "N",
      defaultValue = "0",
      description = "False matches a million pairs that are wanted at the most; 0 unless set.")
  private double wanted;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many files at the same time; as the settings say unless set.")
  private @Nullable Integer threads;

  @Option(names = "--fresh", description = "Throws away what was judged before.")
  private boolean fresh;

  @Option(names = "--no-pictures", description = "Makes a page without any picture.")
  private boolean noPictures;

  @Option(
      names = "--write-edits",
      paramLabel = "DIR",
      description = {
        "Writes the edited copies of the whole corpus to a folder and judges nothing: all of them, or as "
            + "many of each edit as --per-edit says. truth.tsv tells which seconds of films and sounds are "
            + "which of what file."
      })
  private @Nullable Path copies;

  @Override
  public Integer call() {
    // Letters are drawn without a screen, also where DISPLAY names one that is not there.
    System.setProperty("java.awt.headless", "true");
    List<Edit> chosen = chosen();
    if (list) {
      chosen.forEach(EvaluateCommand::tell);
      return Exit.OK;
    }
    Path folder = corpus();
    checkNumbers();
    Settings settings = options.load().settings();
    Logging.command(settings.log());
    int workers = Optional.ofNullable(threads).orElse(settings.matcher().workersOrCores());
    if (copies != null) {
      return write(settings, folder, chosen, workers, copies);
    }
    Evaluation.prepare(output);
    try (Plugins plugins = new Plugins(settings.pluginFolders());
        Workshop workshop = Workshop.open(settings, folder, output.resolve("work.tmp"));
        WorkerPool decoders = Decoders.started(settings, plugins, workers)) {
      Evaluation.Wishes wishes = wishes(folder, chosen, workers);
      Evaluation evaluation = new Evaluation(wishes, decoders, workshop.studio());
      return plugins.inSight(evaluation::run);
    }
  }

  private int write(Settings settings, Path folder, List<Edit> chosen, int workers, Path to) {
    try (Workshop workshop = Workshop.open(settings, folder, to.resolve("work.tmp"))) {
      return new EditedCopies(folder, chosen, workshop.studio(), seed, workers)
          .write(to, perEdit == null ? Integer.MAX_VALUE : perEdit);
    }
  }

  private Evaluation.Wishes wishes(Path folder, List<Edit> chosen, int workers) {
    return new Evaluation.Wishes(
        folder,
        Optional.ofNullable(hard),
        output,
        chosen,
        all ? PerEdit.ALL : PerEdit.of(perEdit),
        seed,
        thresholds,
        suggest,
        wanted,
        workers,
        fresh,
        !noPictures);
  }

  private List<Edit> chosen() {
    List<Edit> chosen = Catalogue.named(edits);
    if (chosen.isEmpty()) {
      throw Refusal.usage(
          "--edits " + edits + " fits no edit and no group; see cordon evaluate --list-edits");
    }
    return chosen;
  }

  private Path corpus() {
    if (corpus == null) {
      throw Refusal.usage("--corpus is missing; name a folder of pictures, films or sounds");
    }
    if (!Files.isDirectory(corpus)) {
      throw Refusal.usage("--corpus " + corpus + " is not a folder; name one with media");
    }
    return corpus;
  }

  private void checkNumbers() {
    atLeastOne("--per-edit", perEdit == null ? 1 : perEdit);
    atLeastOne("--threads", threads == null ? 1 : threads);
    if (!(wanted >= 0)) {
      throw Refusal.usage("--fpr must be at least 0, was " + wanted);
    }
  }

  private static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw Refusal.usage(option + " must be at least 1, was " + value);
    }
  }

  private static void tell(Edit edit) {
    System.out.printf(
        "%-12s %-24s %s%s%n",
        edit.group(), edit.name(), edit.parameters(), edit.hopeless() ? " (hopeless)" : "");
  }
}
