package dev.cordon.matcher;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One entry that a piece of media matches.
 *
 * @param bank the bank's name
 * @param entry the entry's id
 * @param opinion the entry's opinion
 * @param signal the type of the signal that matched
 * @param distance in the signal type's own unit; for digests 0, for PDQ differing bits 0 to 256
 * @param quality of the poorer of the two signals, 0 to 100
 * @param variant how the media was turned for the match: {@code none}, {@code rotate90}, {@code
 *     rotate180}, {@code rotate270}, {@code flipx}, {@code flipy}, {@code transpose}, {@code
 *     transverse}
 * @param confidence 0 to 1, how sure it is that this is the entry's media; 1 for digests. What it
 *     is calibrated on is documented with the signal type's odds
 * @param falsePositives how many of a million unrelated pictures would match this bank, as it is
 *     now, at least this closely: an expectation, 0 for digests
 * @param region where in the picture; empty for the whole of it
 * @param entryRegion which part of the entry's picture that is; empty for the whole of it
 * @param segment which seconds
 * @param also the other signals by which the file matches the same entry, such as the sound of a
 *     film whose pictures match
 */
public record Match(
    String bank,
    String entry,
    Opinion opinion,
    String signal,
    int distance,
    int quality,
    String variant,
    double confidence,
    double falsePositives,
    Optional<Region> region,
    Optional<Region> entryRegion,
    Optional<Segment> segment,
    List<String> also) {
  public Match {
    also = also == null ? List.of() : List.copyOf(also);
  }

  /** A match by one signal alone. */
  public Match(
      String bank,
      String entry,
      Opinion opinion,
      String signal,
      int distance,
      int quality,
      String variant,
      double confidence,
      double falsePositives,
      Optional<Region> region,
      Optional<Region> entryRegion,
      Optional<Segment> segment) {
    this(
        bank,
        entry,
        opinion,
        signal,
        distance,
        quality,
        variant,
        confidence,
        falsePositives,
        region,
        entryRegion,
        segment,
        List.of());
  }

  /** The same match, to which other signals agree. */
  Match withAlso(Collection<String> signals) {
    return new Match(
        bank,
        entry,
        opinion,
        signal,
        distance,
        quality,
        variant,
        confidence,
        falsePositives,
        region,
        entryRegion,
        segment,
        signals.stream().filter(other -> !other.equals(signal)).sorted().toList());
  }

  /** A part of a picture, each value a fraction of its width or height, 0 to 1. */
  public record Region(double left, double top, double right, double bottom) {}

  /** Seconds of the media and the seconds of the entry that they are. */
  public record Segment(double start, double end, double entryStart, double entryEnd) {
    /** Whether a second of the media is one of them. */
    public boolean holds(double seconds) {
      return seconds >= start && seconds <= end;
    }
  }
}
