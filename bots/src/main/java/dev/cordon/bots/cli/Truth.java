package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.Edited;
import dev.cordon.bots.evaluate.edits.Stretch;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code truth.tsv} beside edited copies: a line for each stretch of each copy of a film or sound
 * that is a stretch of a file of the corpus. Copies of pictures have none.
 */
final class Truth implements AutoCloseable {
  private static final String HEADER =
      "file\tedit\tgroup\trole\tentry\tstart\tend\tentry_start\tentry_end\tspeed";

  private final Path folder;
  private Optional<BufferedWriter> writer = Optional.empty();

  private Truth(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder; the file when there is a first line. */
  static Truth in(Path folder) {
    try {
      return new Truth(Files.createDirectories(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }

  void add(List<String> lines) {
    try {
      for (String line : lines) {
        writer().write(line + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write truth.tsv", e);
    }
  }

  private BufferedWriter writer() throws IOException {
    if (writer.isEmpty()) {
      writer = Optional.of(Files.newBufferedWriter(folder.resolve("truth.tsv")));
      writer.get().write(HEADER + "\n");
    }
    return writer.get();
  }

  /** What is where in a copy. */
  static List<String> lines(String name, Edit edit, Edited copy, Path corpus) {
    return copy.truth().stream().map(stretch -> line(name, edit, stretch, corpus)).toList();
  }

  private static String line(String name, Edit edit, Stretch stretch, Path corpus) {
    String entry = corpus.relativize(stretch.entry()).toString().replace(File.separatorChar, '/');
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%s\t%s\t%s\t%.3f\t%.3f\t%.3f\t%.3f\t%.4f",
        name,
        edit.name(),
        edit.group(),
        stretch.role().label(),
        entry,
        stretch.start(),
        stretch.end(),
        stretch.entryStart(),
        stretch.entryEnd(),
        stretch.speed());
  }

  @Override
  public void close() {
    try {
      if (writer.isPresent()) {
        writer.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write truth.tsv", e);
    }
  }
}
