package dev.cordon.matcher;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.audio.Agreement;
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
 * @param course how a film or a recording lies on the entry in time; empty for still pictures
 * @param agreement how the sounds lie on each other where the file matches by its sound
 * @param problem why the file could not be looked at, or not in full
 */
public record Explanation(
    Optional<Match> match,
    List<Nearness> nearest,
    Optional<HashPair> hashes,
    Optional<Correspondence> correspondence,
    Optional<Course> course,
    Optional<Agreement> agreement,
    Optional<String> problem) {
  public Explanation {
    nearest = List.copyOf(nearest);
  }

  /** Of still pictures. */
  public Explanation(
      Optional<Match> match,
      List<Nearness> nearest,
      Optional<HashPair> hashes,
      Optional<Correspondence> correspondence,
      Optional<String> problem) {
    this(match, nearest, hashes, correspondence, Optional.empty(), Optional.empty(), problem);
  }

  /**
   * A film or a recording beside another.
   *
   * @param seconds how long the file is
   * @param entrySeconds how long the entry is
   * @param pictures whether both have moving pictures that can be compared
   * @param sound whether both have sound that can be compared
   * @param stretches all that match, the nearest first
   */
  public record Course(
      double seconds,
      double entrySeconds,
      boolean pictures,
      boolean sound,
      List<Stretch> stretches) {
    public Course {
      stretches = List.copyOf(stretches);
    }
  }

  /** A stretch that matches, by moving pictures or by sound. */
  public record Stretch(String signal, int distance, String variant, Segment segment) {
    /** How many seconds of the entry a second of the file is; above 1 when it is played faster. */
    public double speed() {
      double length = segment.end() - segment.start();
      return length <= 0 ? 1 : (segment.entryEnd() - segment.entryStart()) / length;
    }
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
