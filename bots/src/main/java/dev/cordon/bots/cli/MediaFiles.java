package dev.cordon.bots.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The files that paths on the command line stand for. */
final class MediaFiles {
  private MediaFiles() {}

  /**
   * All files in and beneath the paths, each path's sorted, named as they were given. What cannot
   * be entered is named too, to be told later; links are followed, but not in circles.
   */
  static List<Path> under(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      files.addAll(under(path));
    }
    return files;
  }

  private static List<Path> under(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = new ArrayList<>();
    try {
      var followLinks = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
      Files.walkFileTree(path, followLinks, Integer.MAX_VALUE, new Collector(files));
    } catch (IOException e) {
      files.add(path);
    }
    files.sort(null);
    return files;
  }

  /** Why a file cannot be judged at all; empty when it may be tried. */
  static Optional<String> problem(Path file) {
    if (Files.notExists(file)) {
      return Optional.of("there is no such file");
    }
    if (Files.isDirectory(file)) {
      return Optional.of("the folder cannot be read");
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of("not a regular file");
    }
    if (!Files.isReadable(file)) {
      return Optional.of("the file cannot be read: no permission");
    }
    return Optional.of(file).filter(MediaFiles::isEmpty).map(any -> "the file is empty");
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Collector(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!(e instanceof FileSystemLoopException)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
