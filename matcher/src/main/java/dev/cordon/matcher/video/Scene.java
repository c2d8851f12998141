package dev.cordon.matcher.video;

import dev.cordon.matcher.Match.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a film that is a stretch of an entry.
 *
 * @param row of the entry
 * @param distance 0 for certain to 100
 * @param variant how the film was turned
 * @param segment which seconds
 */
public record Scene(int row, int distance, String variant, Segment segment) {
  /** Of a stretch so much may lie within another that is nearer. */
  private static final double APART = 0.5;

  /** How many seconds of the entry a second is; above 1 when it is played faster. */
  public double speed() {
    double length = length();
    return length == 0 ? 1 : (segment.entryEnd() - segment.entryStart()) / length;
  }

  private double length() {
    return segment.end() - segment.start();
  }

  /** Each stretch once an entry, the nearest first. */
  static List<Scene> distinct(List<Scene> found) {
    List<Scene> distinct = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingInt(Scene::distance))
        .filter(scene -> distinct.stream().noneMatch(scene::liesIn))
        .forEach(distinct::add);
    return distinct;
  }

  private boolean liesIn(Scene other) {
    double common =
        Math.min(segment.end(), other.segment.end())
            - Math.max(segment.start(), other.segment.start());
    return row == other.row && common >= APART * length();
  }
}
