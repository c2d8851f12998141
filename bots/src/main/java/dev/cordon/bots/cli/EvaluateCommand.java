package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.Split;
import dev.cordon.bots.evaluate.edits.Album;
import dev.cordon.bots.evaluate.edits.Catalogue;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.Edited;
import dev.cordon.bots.evaluate.edits.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cordon evaluate}: measures recognition on the operator's own media. */
@Command(
    mixinStandardHelpOptions = true,
    name = "evaluate",
    description = "Measures how well edited copies of a corpus are recognised.")
final class EvaluateCommand implements Callable<Integer> {
  @Option(names = "--corpus", paramLabel = "DIR", required = true, description = "Pictures.")
  private Path corpus = Path.of("");

  @Option(
      names = "--edits",
      paramLabel = "GLOB",
      defaultValue = "*",
      description = "Names or groups.")
  private String edits = "*";

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "1 unless set.")
  private long seed;

  @Option(
      names = "--write-edits",
      paramLabel = "DIR",
      description = "Writes all edited copies there.")
  private @Nullable Path writeTo;

  @Override
  public Integer call() {
    System.setProperty("java.awt.headless", "true");
    List<Path> files = MediaFiles.under(List.of(corpus));
    if (writeTo != null) {
      write(files, writeTo);
    }
    return Exit.OK;
  }

  private void write(List<Path> files, Path folder) {
    Split split = Split.of(files, seed);
    Album album = new Album();
    List<Edit> chosen = Catalogue.named(edits);
    try (Progress progress = new Progress("Edited", files.size())) {
      Parallel.each(
          files,
          Runtime.getRuntime().availableProcessors(),
          file -> write(album, file, split.unknown(), chosen, folder),
          problem -> {
            problem.ifPresent(progress::remark);
            progress.step();
          });
    }
  }

  private Optional<String> write(
      Album album, Path file, List<Path> unknown, List<Edit> chosen, Path folder) {
    List<Path> others = unknown.stream().filter(other -> !other.equals(file)).toList();
    String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    try {
      Files.createDirectories(folder);
      for (Edit edit : chosen) {
        Source source =
            new Source(album, file, others, seed, edit.name() + "/" + file.getFileName());
        Edited edited = edit.apply(source);
        Files.write(
            folder.resolve(stem + "--" + edit.name() + "." + edited.extension()), edited.bytes());
      }
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.of(Failures.line(e));
    }
  }
}
