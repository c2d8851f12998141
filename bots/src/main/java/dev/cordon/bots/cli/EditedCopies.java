package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.Copies;
import dev.cordon.bots.evaluate.Kinds;
import dev.cordon.bots.evaluate.Media;
import dev.cordon.bots.evaluate.Split;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.Edited;
import dev.cordon.bots.evaluate.edits.Studio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Writes edits of the files of a folder, to look at or for other programs to judge, and {@code
 * truth.tsv}, which tells what is where in them.
 */
final class EditedCopies {
  private final Path corpusFolder;
  private final List<Media> corpus;
  private final List<Edit> edits;
  private final Kinds kinds;
  private final Copies copies;
  private final long seed;
  private final int threads;
  private int problems;

  EditedCopies(
      Path corpusFolder, List<Edit> edits, Optional<Studio> studio, long seed, int threads) {
    this.corpusFolder = corpusFolder;
    this.corpus = Corpus.plain(corpusFolder, "");
    this.edits = edits;
    this.kinds = new Kinds(studio);
    this.copies = new Copies(Split.of(corpus, kinds::listed, seed), kinds, seed);
    this.seed = seed;
    this.threads = threads;
  }

  private record Job(Media media, Edit edit) {}

  /**
   * What came of a job.
   *
   * @param truth lines
   * @param problem why nothing did
   */
  private record Done(List<String> truth, Optional<String> problem) {}

  /**
   * Files are named after the original and the edit: {@code stem--edit.jpg}.
   *
   * @param perEdit how many files each edit is made of at the most
   */
  int write(Path folder, int perEdit) {
    if (corpus.size() < Corpus.FEWEST) {
      throw Corpus.tooFew(corpus.size());
    }
    List<Job> jobs = jobs(perEdit);
    try (Progress progress = new Progress("Edited", jobs.size());
        Truth truth = Truth.in(folder)) {
      neither().forEach(progress::remark);
      Parallel.each(
          jobs,
          threads,
          job -> made(job, folder),
          done -> {
            truth.add(done.truth());
            done.problem().ifPresent(progress::remark);
            problems += done.problem().isPresent() ? 1 : 0;
            progress.step();
          });
    }
    return problems == 0 ? Exit.OK : Exit.FINDINGS;
  }

  /** Goes round and round through the files of an edit's kind, so that all are used as often. */
  private List<Job> jobs(int perEdit) {
    List<Media> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, new Random(seed));
    List<Job> jobs = new ArrayList<>();
    int next = 0;
    for (Edit edit : edits) {
      List<Media> fitting =
          shuffled.stream()
              .filter(media -> kinds.of(media).filter(k -> k == edit.kind()).isPresent())
              .toList();
      for (int i = 0; i < Math.min(perEdit, fitting.size()); i++) {
        jobs.add(new Job(fitting.get(next++ % fitting.size()), edit));
      }
    }
    // What is made of one file follows each other, so that it is read once.
    jobs.sort(Comparator.comparing(job -> job.media().name()));
    return jobs;
  }

  private List<String> neither() {
    return corpus.stream()
        .filter(media -> kinds.of(media).isEmpty())
        .map(media -> media.name() + ": cannot be edited: no picture, film or sound")
        .toList();
  }

  private Done made(Job job, Path folder) {
    try {
      Edited copy = copies.of(job.media(), job.edit());
      String name = name(job, copy);
      Files.write(folder.resolve(name), copy.bytes());
      return new Done(Truth.lines(name, job.edit(), copy, corpusFolder), Optional.empty());
    } catch (IOException | UncheckedIOException e) {
      String problem = job.media().name() + " (" + job.edit().name() + "): " + Failures.line(e);
      return new Done(List.of(), Optional.of(problem));
    }
  }

  private static String name(Job job, Edited copy) {
    String stem = job.media().name().replaceFirst("\\.[^./]*$", "").replace('/', '_');
    return stem + "--" + job.edit().name() + "." + copy.extension();
  }
}
