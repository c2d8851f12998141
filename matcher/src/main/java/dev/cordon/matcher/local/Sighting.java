package dev.cordon.matcher.local;

/**
 * An entry that a query shows.
 *
 * @param row of the entry
 * @param distance 0 for certain to 100
 * @param fit how the query lies on the entry
 */
public record Sighting(int row, int distance, Turn turn, Geometry.Fit fit, Evidence evidence) {
  Sighting nearer(Sighting other) {
    return other.distance < distance ? other : this;
  }
}
