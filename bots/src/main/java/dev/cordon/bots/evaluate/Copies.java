package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.Album;
import dev.cordon.bots.evaluate.edits.Company;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.Edited;
import dev.cordon.bots.evaluate.edits.MediaKind;
import dev.cordon.bots.evaluate.edits.Source;
import dev.cordon.bots.evaluate.edits.Thumbnails;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Makes edited copies; the same trial gives the same bytes, now and in the report. */
public final class Copies {
  private final Album album = new Album();
  private final List<Media> known;
  private final List<Media> unknown;
  private final Kinds kinds;
  private final long seed;

  /** For pictures only. */
  public Copies(List<Media> unknown, long seed) {
    this(new Split(List.of(), unknown), new Kinds(Optional.empty()), seed);
  }

  /**
   * For films and sounds too.
   *
   * @param split its unknown half is what collages are filled up with: nobody's entry, so that no
   *     match is owed to it; its known half is what films and sounds are joined with
   */
  public Copies(Split split, Kinds kinds, long seed) {
    this.known = split.known();
    this.unknown = split.unknown();
    this.kinds = kinds;
    this.seed = seed;
  }

  /**
   * The edited copy.
   *
   * @throws UncheckedIOException when the media cannot be read or edited
   */
  public Edited of(Media media, Edit edit) {
    String salt = edit.name() + "/" + media.name();
    return edit.apply(new Source(album, media.file(), company(media, edit.kind()), seed, salt));
  }

  /** Where a report has it. */
  MediaKind kind(Media media) {
    return kinds.listed(media);
  }

  private Company company(Media media, MediaKind kind) {
    boolean enrolled = known.contains(media);
    return new Company(
        others(unknown, media, file -> like(file, kind)),
        others(enrolled ? known : unknown, media, file -> like(file, kind)),
        others(unknown, media, kinds::hasSound),
        kinds.studio());
  }

  private boolean like(Path file, MediaKind kind) {
    return kinds.studio().isEmpty() || kinds.of(file).orElse(MediaKind.PICTURE) == kind;
  }

  private static List<Path> others(List<Media> half, Media media, Predicate<Path> which) {
    return half.stream()
        .map(Media::file)
        .filter(file -> !file.equals(media.file()) && which.test(file))
        .toList();
  }

  /** A small JPEG of what a trial judges; empty when there is none to be made. */
  Optional<byte[]> thumbnail(Trial trial) {
    return trial
        .edit()
        .map(edit -> readable(() -> thumbnail(edit.kind(), of(trial.media(), edit))))
        .orElseGet(() -> thumbnail(trial.media()));
  }

  private byte[] thumbnail(MediaKind kind, Edited copy) {
    return kind == MediaKind.PICTURE
        ? Thumbnails.of(copy)
        : Thumbnails.of(copy, kinds.studio().orElseThrow());
  }

  /** A small JPEG of media as it is; empty when there is none to be made. */
  Optional<byte[]> thumbnail(Media media) {
    return readable(
        () ->
            kinds.listed(media) == MediaKind.PICTURE
                ? Thumbnails.of(album, media.file())
                : kinds.studio().orElseThrow().still(media.file()));
  }

  private static Optional<byte[]> readable(Supplier<byte[]> picture) {
    try {
      return Optional.of(picture.get());
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
