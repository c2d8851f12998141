package dev.cordon.bots.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files fetched for one message; deleted, whatever happened, when it is closed. */
public final class Scratch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

  private final Path root;
  private final Map<String, Path> files = new ConcurrentHashMap<>();

  Scratch(Path root) {
    this.root = root;
  }

  /** Deletes what processes left that are gone, and makes a folder for this one. */
  public static Path room(Path root) {
    try {
      Files.createDirectories(root);
      try (Stream<Path> rooms = Files.list(root)) {
        rooms.filter(Scratch::abandoned).forEach(Scratch::delete);
      }
      return Files.createDirectories(root.resolve(Long.toString(ProcessHandle.current().pid())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the scratch folder " + root, e);
    }
  }

  /** A new file for a piece of media. */
  Path file(String key) {
    return files.computeIfAbsent(key, k -> create());
  }

  /** The file of a piece of media, when it was fetched for this message. */
  Optional<Path> fetched(String key) {
    return Optional.ofNullable(files.get(key)).filter(Files::isRegularFile);
  }

  @Override
  public void close() {
    files.values().forEach(Scratch::delete);
  }

  private Path create() {
    try {
      return Files.createTempFile(root, "media", "");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to the scratch folder " + root, e);
    }
  }

  private static boolean abandoned(Path room) {
    String pid = room.getFileName().toString();
    return pid.matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static void delete(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Cannot delete the scratch file {}: {}; delete it by hand", path, e.toString());
    }
  }
}
