package dev.cordon.bots.evaluate.edits;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which seconds of an edited copy are which seconds of a file of the corpus.
 *
 * @param role why it is there
 * @param entry the file that it is from
 * @param start in the copy, seconds
 * @param end in the copy, seconds
 * @param entryStart in the file, seconds
 * @param entryEnd in the file, seconds
 */
public record Stretch(
    Role role, Path entry, double start, double end, double entryStart, double entryEnd) {

  /** What a stretch is to the copy. */
  public enum Role {
    /** What was edited. */
    COPY,
    /** Another of what is enrolled, joined to it: ought to be found as well. */
    PARTNER,
    /** Other footage before, behind, beside or around it. */
    FILLER,
    /** Sound only: laid over it or in place of its own. */
    SOUND;

    /** As files write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Seconds of the file a second of the copy: above 1 when it was made faster. */
  public double speed() {
    return (entryEnd - entryStart) / (end - start);
  }

  Stretch later(double seconds) {
    return new Stretch(role, entry, start + seconds, end + seconds, entryStart, entryEnd);
  }

  private Stretch faster(double factor) {
    return new Stretch(role, entry, start / factor, end / factor, entryStart, entryEnd);
  }

  static List<Stretch> later(List<Stretch> all, double seconds) {
    return all.stream().map(stretch -> stretch.later(seconds)).toList();
  }

  static List<Stretch> faster(List<Stretch> all, double factor) {
    return all.stream().map(stretch -> stretch.faster(factor)).toList();
  }

  static List<Stretch> plus(List<Stretch> some, Stretch more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
