package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.Album;
import dev.cordon.bots.evaluate.edits.MediaKind;
import dev.cordon.bots.evaluate.edits.Studio;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells pictures, films and sounds apart, each file once. For any number of threads. */
public final class Kinds {
  private final Optional<Studio> studio;
  private final Map<Path, Optional<MediaKind>> known = new ConcurrentHashMap<>();

  /**
   * @param studio empty where all that is edited are pictures
   */
  public Kinds(Optional<Studio> studio) {
    this.studio = studio;
  }

  Optional<Studio> studio() {
    return studio;
  }

  /** What can be edited in it; the file's own problem is told when that is done. */
  public Optional<MediaKind> of(Media media) {
    return of(media.file());
  }

  Optional<MediaKind> of(Path file) {
    return known.computeIfAbsent(file, this::look);
  }

  private Optional<MediaKind> look(Path file) {
    return Album.readable(file)
        ? Optional.of(MediaKind.PICTURE)
        : studio.flatMap(any -> any.kind(file));
  }

  /** Where a report has it: what nobody can edit is among the pictures. */
  public MediaKind listed(Media media) {
    return of(media).orElse(MediaKind.PICTURE);
  }

  /** How long a film or sound is; 0 for pictures. */
  double seconds(Media media) {
    return listed(media) == MediaKind.PICTURE
        ? 0
        : studio.map(any -> any.seconds(media.file())).orElse(0.0);
  }

  boolean hasSound(Path file) {
    return of(file).filter(kind -> kind != MediaKind.PICTURE).isPresent()
        && studio.map(any -> any.hasSound(file)).orElse(false);
  }
}
