package dev.cordon.bots.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for a run's own files, also rid of those of a run that was killed. */
final class ScratchFolder implements AutoCloseable {
  private final Path folder;

  ScratchFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes it, empty. */
  Path path() {
    try {
      close();
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
