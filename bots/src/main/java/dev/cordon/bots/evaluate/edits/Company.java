package dev.cordon.bots.evaluate.edits;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an edit may use besides the original.
 *
 * @param others of the same kind, nobody's entries: set beside, around, before or behind it
 * @param partners of the same kind, enrolled when the original is: joined with it
 * @param sounds nobody's entries: laid over it, or in place of a film's own sound
 * @param studio makes films and sounds; empty where only pictures are edited
 */
public record Company(
    List<Path> others, List<Path> partners, List<Path> sounds, Optional<Studio> studio) {
  public Company {
    others = List.copyOf(others);
    partners = List.copyOf(partners);
    sounds = List.copyOf(sounds);
  }

  /** Enough for pictures. */
  public static Company of(List<Path> others) {
    return new Company(others, List.of(), List.of(), Optional.empty());
  }
}
