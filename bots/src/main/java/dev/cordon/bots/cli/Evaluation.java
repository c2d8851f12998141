package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.Banked;
import dev.cordon.bots.evaluate.Copies;
import dev.cordon.bots.evaluate.Enrolled;
import dev.cordon.bots.evaluate.Facts;
import dev.cordon.bots.evaluate.Kinds;
import dev.cordon.bots.evaluate.Media;
import dev.cordon.bots.evaluate.Outcome;
import dev.cordon.bots.evaluate.PerEdit;
import dev.cordon.bots.evaluate.Plan;
import dev.cordon.bots.evaluate.Referee;
import dev.cordon.bots.evaluate.Report;
import dev.cordon.bots.evaluate.Results;
import dev.cordon.bots.evaluate.Split;
import dev.cordon.bots.evaluate.Trial;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.Twins;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.MediaKind;
import dev.cordon.bots.evaluate.edits.Studio;
import dev.cordon.matcher.decode.Fingerprinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One run of {@code cordon evaluate}: enrols, judges, reports. */
final class Evaluation {
  private static final String HARD_BANK = "bank";
  private static final String HARD_QUERY = "query";

  private final Wishes wishes;
  private final Fingerprinter decoders;
  private final Enrolment enrolment;
  private final Kinds kinds;

  Evaluation(Wishes wishes, Fingerprinter decoders, Optional<Studio> studio) {
    this.wishes = wishes;
    this.kinds = new Kinds(studio);
    this.decoders = decoders;
    this.enrolment = new Enrolment(decoders, wishes.threads());
  }

  /**
   * What was asked for.
   *
   * @param hard a folder with {@code bank} and {@code query}
   * @param thresholds those that are not as usual
   * @param wanted false matches a million pairs
   */
  record Wishes(
      Path corpus,
      Optional<Path> hard,
      Path output,
      List<Edit> edits,
      PerEdit perEdit,
      long seed,
      Map<String, Integer> thresholds,
      boolean suggest,
      double wanted,
      int threads,
      boolean fresh,
      boolean pictures) {}

  int run() {
    Twins twins = twins();
    Split split = Split.of(twins.distinct(), kinds::listed, wishes.seed());
    Copies copies = new Copies(split, kinds, wishes.seed());
    Enrolled known = Enrolled.of(split.known());
    Enrolled hard = Enrolled.of(Corpus.hashed(hard(HARD_BANK), enrolment));
    List<Trial> trials = trials(split);
    List<Outcome> outcomes = judged(known, hard, copies, trials, parameters(twins, hard));
    Facts facts = facts(split, twins, known, hard);
    new Report(facts, trials, outcomes, copies, wishes.pictures())
        .write(wishes.output(), wishes.suggest())
        .forEach(System.out::println);
    Main.tell("see " + wishes.output().resolve("report.html"));
    return Exit.OK;
  }

  /** Makes the folder of the report, or says why that cannot be. */
  static void prepare(Path output) {
    try {
      Files.createDirectories(output);
    } catch (IOException e) {
      throw Refusal.usage("cannot make the folder " + output + "; name another with -o");
    }
    if (!Files.isWritable(output)) {
      throw Refusal.usage("cannot write to " + output + "; name another folder with -o");
    }
  }

  private Twins twins() {
    Path output = wishes.output().toAbsolutePath().normalize();
    List<Media> files =
        Corpus.plain(wishes.corpus(), "").stream()
            // An earlier report may lie within the corpus.
            .filter(media -> !media.file().toAbsolutePath().normalize().startsWith(output))
            .toList();
    Twins twins = Twins.in(Corpus.hashed(files, enrolment));
    twins.copies().forEach((copy, of) -> Main.tell(copy + ": left out: a copy of " + of));
    if (twins.distinct().size() < Corpus.FEWEST) {
      throw Corpus.tooFew(twins.distinct().size());
    }
    return twins;
  }

  /** The files of a part of the hard pairs; none when there are no hard pairs. */
  private List<Media> hard(String part) {
    return wishes
        .hard()
        .map(folder -> Corpus.plain(checked(folder.resolve(part)), "hard/" + part + "/"))
        .orElse(List.of());
  }

  private static Path checked(Path part) {
    if (!Files.isDirectory(part)) {
      throw Refusal.usage(
          "--hard must name a folder that holds the folders bank and query; there is no " + part);
    }
    return part;
  }

  /** Those of each kind of media, with its own edits. */
  private List<Trial> trials(Split split) {
    List<Trial> trials = new ArrayList<>();
    for (MediaKind kind : MediaKind.values()) {
      trials.addAll(
          Plan.of(
              split.known().stream().filter(media -> isOf(kind, media)).toList(),
              split.unknown().stream().filter(media -> isOf(kind, media)).toList(),
              split.unknown().stream().filter(media -> kinds.listed(media) == kind).toList(),
              kind == MediaKind.PICTURE ? hard(HARD_QUERY) : List.of(),
              wishes.edits().stream().filter(edit -> edit.kind() == kind).toList(),
              wishes.perEdit().of(kind),
              wishes.seed()));
    }
    return trials;
  }

  private boolean isOf(MediaKind kind, Media media) {
    return kinds.of(media).filter(any -> any == kind).isPresent();
  }

  /** What results depend on: a file of other parameters is not gone on with. */
  private Map<String, String> parameters(Twins twins, Enrolled hard) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("cordon", Main.VERSION);
    parameters.put("seed", Long.toString(wishes.seed()));
    parameters.put("per-edit", wishes.perEdit().toString());
    parameters.put("thresholds", Judges.thresholds(wishes.thresholds()).toString());
    parameters.put("edits", Fingerprints.ofEdits(wishes.edits()));
    parameters.put("corpus", Fingerprints.ofMedia(twins.distinct()));
    parameters.put("hard bank", Fingerprints.ofMedia(hard.media()));
    parameters.put("hard queries", Fingerprints.ofMedia(hard(HARD_QUERY)));
    return parameters;
  }

  /**
   * Hard pairs have a bank of their own: they may be made of pictures of the corpus, whose matches
   * with the corpus' entries would be right.
   */
  private List<Outcome> judged(
      Enrolled known,
      Enrolled hard,
      Copies copies,
      List<Trial> trials,
      Map<String, String> parameters) {
    Path file = wishes.output().resolve("results.jsonl");
    Path scratch = wishes.output().resolve("copies.tmp");
    try (Results results = Results.open(file, parameters, wishes.fresh());
        Judges judges = new Judges(decoders, wishes.thresholds(), scratch)) {
      Referee usual = judges.referee(known, copies);
      Referee strict = judges.referee(hard, copies);
      judge(trial -> (trial.sort() == Sort.HARD ? strict : usual).judge(trial), trials, results);
      return results.outcomes();
    }
  }

  private void judge(Function<Trial, Outcome> referee, List<Trial> trials, Results results) {
    List<Trial> left = results.left(trials);
    if (left.size() < trials.size()) {
      Main.tell(
          (trials.size() - left.size()) + " were judged before, " + left.size() + " are left");
    }
    Set<String> told = new HashSet<>();
    try (Progress progress = new Progress("Judged", left.size())) {
      Parallel.each(
          left,
          wishes.threads(),
          referee,
          outcome -> {
            results.add(outcome);
            outcome.remark().filter(told::add).ifPresent(progress::remark);
            progress.step();
          });
    }
  }

  private Facts facts(Split split, Twins twins, Enrolled known, Enrolled hard) {
    return new Facts(
        Main.VERSION,
        wishes.corpus().toString(),
        wishes.seed(),
        wishes.perEdit(),
        wishes.edits(),
        known,
        hard,
        split.unknown().size(),
        twins.copies(),
        Judges.thresholds(wishes.thresholds()),
        wishes.wanted(),
        Banked.of(known.media(), kinds));
  }
}
