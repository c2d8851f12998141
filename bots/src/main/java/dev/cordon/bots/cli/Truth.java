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

/**
 * {@code truth.tsv} beside edited copies: a line for each stretch of each copy of a film or sound
 * that is a stretch of a file of the corpus. Copies of pictures have none.
 */
final class Truth implements AutoCloseable {
  private static final String HEADER =
      "file\tedit\tgroup\trole\tentry\tstart\tend\tentry_start\tentry_end\tspeed";

  private final BufferedWriter writer;

  private Truth(BufferedWriter writer) {
    this.writer = writer;
  }

  /** Makes the folder, and the file with its header. */
  static Truth in(Path folder) {
    try {
      Files.createDirectories(folder);
      Truth truth = new Truth(Files.newBufferedWriter(folder.resolve("truth.tsv")));
      truth.add(List.of(HEADER));
      return truth;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }

  void add(List<String> lines) {
    try {
      for (String line : lines) {
        writer.write(line);
        writer.write('\n');
      }
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write truth.tsv", e);
    }
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
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write truth.tsv", e);
    }
  }
}
