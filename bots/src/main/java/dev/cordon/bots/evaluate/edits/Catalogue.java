package dev.cordon.bots.evaluate.edits;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** All edits that an evaluation tries. */
public final class Catalogue {
  private static final List<Edit> ALL =
      Stream.of(
              Reencodings.all(),
              Sizes.all(),
              Tones.all(),
              Noises.all(),
              Blurs.all(),
              Turns.all(),
              Tilts.all(),
              Warps.all(),
              Crops.all(),
              Borders.all(),
              Captions.all(),
              Overlays.all(),
              Screens.all(),
              Insets.all(),
              Combinations.all(),
              Effects.all(),
              FilmEdits.all(),
              FilmLayouts.all(),
              SoundEdits.all())
          .<Edit>flatMap(List::stream)
          .toList();

  private Catalogue() {}

  /** Every edit, group by group. */
  public static List<Edit> all() {
    return ALL;
  }

  /** The edits of one kind of media. */
  public static List<Edit> of(MediaKind kind) {
    return ALL.stream().filter(edit -> edit.kind() == kind).toList();
  }

  /**
   * The edits whose name or group a pattern fits.
   *
   * @param glob with {@code *}, {@code ?} and <code>{a,b}</code>, as of {@link
   *     java.nio.file.FileSystem#getPathMatcher}
   * @throws IllegalArgumentException when the pattern is malformed
   */
  public static List<Edit> named(String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    return ALL.stream()
        .filter(edit -> fits(matcher, edit.name()) || fits(matcher, edit.group()))
        .toList();
  }

  private static boolean fits(PathMatcher matcher, String name) {
    return matcher.matches(Path.of(name));
  }
}
