package dev.cordon.matcher.video;

import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.pdq.Dihedral;

/**
 * A stretch of a film that is a stretch of an entry.
 *
 * @param row of the entry
 * @param distance 0 for certain to 100
 * @param turn how the film was turned
 * @param segment which seconds
 */
public record Scene(int row, int distance, Dihedral turn, Segment segment) {

  /** How many seconds of the entry a second is; above 1 when it is played faster. */
  public double speed() {
    double length = segment.end() - segment.start();
    return length == 0 ? 1 : (segment.entryEnd() - segment.entryStart()) / length;
  }
}
