package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.Copies;
import dev.cordon.bots.evaluate.Media;
import dev.cordon.bots.evaluate.Split;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.Edited;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes every edit of every picture of a folder, to look at or for other programs to judge. */
final class EditedCopies {
  private final List<Media> corpus;
  private final List<Edit> edits;
  private final Copies copies;
  private final int threads;
  private int problems;

  EditedCopies(Path folder, List<Edit> edits, long seed, int threads) {
    this.corpus = Corpus.plain(folder, "");
    this.edits = edits;
    this.copies = new Copies(Split.of(corpus, seed).unknown(), seed);
    this.threads = threads;
  }

  /** Files are named after the picture and the edit: {@code stem--edit.jpg}. */
  int write(Path folder) {
    if (corpus.size() < Corpus.FEWEST) {
      throw Corpus.tooFew(corpus.size());
    }
    try (Progress progress = new Progress("Edited", corpus.size())) {
      Parallel.each(
          corpus,
          threads,
          media -> write(media, folder),
          problem -> {
            problem.ifPresent(progress::remark);
            problems += problem.isPresent() ? 1 : 0;
            progress.step();
          });
    }
    return problems == 0 ? Exit.OK : Exit.FINDINGS;
  }

  private Optional<String> write(Media media, Path folder) {
    try {
      Files.createDirectories(folder);
      for (Edit edit : edits) {
        Edited copy = copies.of(media, edit);
        Files.write(folder.resolve(name(media, edit, copy)), copy.bytes());
      }
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.of(media.name() + ": " + Failures.line(e));
    }
  }

  private static String name(Media media, Edit edit, Edited copy) {
    String stem = media.name().replaceFirst("\\.[^./]*$", "").replace('/', '_');
    return stem + "--" + edit.name() + "." + copy.extension();
  }
}
