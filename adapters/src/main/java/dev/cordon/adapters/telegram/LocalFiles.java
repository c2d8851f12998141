package dev.cordon.adapters.telegram;

import dev.cordon.adapters.Fetch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads files that a server of one's own in local mode names by absolute path. The path is taken
 * for hostile: only what really lies, links followed, in the configured folder is read.
 */
final class LocalFiles {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Optional<Path> folder;

  LocalFiles(Vertx vertx, Optional<Path> folder) {
    this.vertx = vertx;
    this.folder = folder;
  }

  Future<Fetch> copy(String path, Path into, long limit) {
    return folder.isEmpty()
        ? Future.succeededFuture(
            new Fetch.Gone("the server keeps files locally; set local-files-dir to its folder"))
        : vertx
            .executeBlocking(() -> copy(folder.get(), path, into, limit), false)
            .otherwise(
                failure ->
                    new Fetch.Deferred(
                        SOON, "the local file cannot be read: " + failure.getClass().getName()));
  }

  private static Fetch copy(Path folder, String path, Path into, long limit) throws IOException {
    Path real;
    try {
      real = Path.of(path).toRealPath();
    } catch (NoSuchFileException | InvalidPathException e) {
      return new Fetch.Gone("the local file is no longer there");
    }
    if (!real.startsWith(folder.toRealPath()) || !Files.isRegularFile(real)) {
      return new Fetch.Gone("the server named a file outside local-files-dir");
    }
    if (Files.size(real) > limit) {
      return new Fetch.TooLarge(limit);
    }
    Files.copy(real, into, StandardCopyOption.REPLACE_EXISTING);
    return new Fetch.Fetched(Files.size(into));
  }
}
