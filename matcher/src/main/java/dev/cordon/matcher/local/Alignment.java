package dev.cordon.matcher.local;

/** Whether a pair of features lies as a map says: in place, size and direction. */
final class Alignment {
  private static final double OCTAVES = 0.7;
  private static final double RADIANS = Math.toRadians(30);

  private final Projection map;
  private final double squaredTolerance;
  private final double octaves;
  private final double rotation;

  /**
   * @param map from the query to the entry
   * @param tolerance of place, in units of the entry's longer side
   */
  Alignment(Projection map, double tolerance) {
    this.map = map;
    squaredTolerance = tolerance * tolerance;
    octaves = Math.log(map.scale()) / Math.log(2);
    rotation = map.rotation();
  }

  boolean holds(Features query, int from, Features entry, int to) {
    if (Math.abs(entry.scale[to] - query.scale[from] - octaves) > OCTAVES
        || Math.abs(turn(entry.angle[to] - query.angle[from] - rotation)) > RADIANS) {
      return false;
    }
    double dx = map.x(query.x[from], query.y[from]) - entry.x[to];
    double dy = map.y(query.x[from], query.y[from]) - entry.y[to];
    return dx * dx + dy * dy < squaredTolerance;
  }

  /** An angle between -π and π that is the same direction. */
  private static double turn(double angle) {
    return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
  }
}
