package dev.cordon.matcher;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.local.Correspondence;
import dev.cordon.matcher.pdq.PdqHash;
import java.util.List;
import java.util.Optional;

/**
 * Why a file matches an entry, or how far it is from that.
 *
 * @param match what a matcher says; empty when the file does not match the entry
 * @param nearest how near it came by each type of signal that could be compared, sorted by type;
 *     exact types only when they are equal
 * @param hashes the PDQ hashes that are nearest to each other
 * @param correspondence how the pictures lie on each other, as near as that is; empty when no local
 *     features were compared or they have nothing in common
 * @param problem why the file could not be looked at, or not in full
 */
public record Explanation(
    Optional<Match> match,
    List<Nearness> nearest,
    Optional<HashPair> hashes,
    Optional<Correspondence> correspondence,
    Optional<String> problem) {
  public Explanation {
    nearest = List.copyOf(nearest);
  }

  /** How near by one type of signal, and the greatest distance that is a match in the bank. */
  public record Nearness(String signal, int distance, int threshold) {}

  /**
   * Two PDQ hashes.
   *
   * @param file of the file, turned as {@code variant} says, or of a part of it
   * @param region that part; empty for all
   */
  public record HashPair(PdqHash file, PdqHash entry, String variant, Optional<Region> region) {
    /** How many bits differ. */
    public int distance() {
      return file.distance(entry);
    }
  }

  /** How near by a type of signal. */
  public Optional<Nearness> nearness(String signal) {
    return nearest.stream().filter(nearness -> nearness.signal().equals(signal)).findFirst();
  }
}
