package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.Album;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.Edited;
import dev.cordon.bots.evaluate.edits.Source;
import dev.cordon.bots.evaluate.edits.Thumbnails;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes edited copies; the same trial gives the same bytes, now and in the report. */
public final class Copies {
  private final Album album = new Album();
  private final List<Media> unknown;
  private final long seed;

  /**
   * @param unknown what collages are filled up with: nobody's entry, so that no match is owed to it
   */
  public Copies(List<Media> unknown, long seed) {
    this.unknown = List.copyOf(unknown);
    this.seed = seed;
  }

  /**
   * The edited copy.
   *
   * @throws UncheckedIOException when the media cannot be read by Java
   */
  public Edited of(Media media, Edit edit) {
    List<Path> others =
        unknown.stream().map(Media::file).filter(file -> !file.equals(media.file())).toList();
    String salt = edit.name() + "/" + media.name();
    return edit.apply(new Source(album, media.file(), others, seed, salt));
  }

  /** A small JPEG of what a trial judges; empty when Java cannot read it. */
  Optional<byte[]> thumbnail(Trial trial) {
    return trial
        .edit()
        .map(edit -> readable(() -> Thumbnails.of(of(trial.media(), edit))))
        .orElseGet(() -> thumbnail(trial.media()));
  }

  /** A small JPEG of media as it is; empty when Java cannot read it. */
  Optional<byte[]> thumbnail(Media media) {
    return readable(() -> Thumbnails.of(album, media.file()));
  }

  /** Whether edits can be made of it; the file's own problem is told when they are. */
  public boolean editable(Media media) {
    return Album.readable(media.file());
  }

  private static Optional<byte[]> readable(Supplier<byte[]> picture) {
    try {
      return Optional.of(picture.get());
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
