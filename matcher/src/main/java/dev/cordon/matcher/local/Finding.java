package dev.cordon.matcher.local;

import dev.cordon.matcher.Match.Region;

/** An entry that a query may show, with all that speaks for it. */
record Finding(
    int row, LocalFeatures entry, TurnedQuery query, Geometry.Fit fit, Evidence evidence) {

  Finding nearer(Finding other) {
    return other.evidence.distance() < evidence.distance() ? other : this;
  }

  Sighting sighting() {
    return new Sighting(row, evidence.distance(), query.turn.label(), region(), entryRegion());
  }

  private Region region() {
    double width = query.query.width();
    double height = query.query.height();
    Region turned = box(fit.map().inverse(), entry.width, entry.height, 1 / width, 1 / height);
    return query.turn.mirrored()
        ? new Region(1 - turned.right(), turned.top(), 1 - turned.left(), turned.bottom())
        : turned;
  }

  private Region entryRegion() {
    return box(
        fit.map(), query.query.width(), query.query.height(), 1 / entry.width, 1 / entry.height);
  }

  /** What a rectangle covers when it is laid somewhere, in shares of the width and height there. */
  private static Region box(Projection map, double width, double height, double sx, double sy) {
    double left = 1;
    double right = 0;
    double top = 1;
    double bottom = 0;
    for (int corner = 0; corner < 4; corner++) {
      double x = corner % 2 * width;
      double y = corner / 2 * height;
      left = Math.min(left, map.x(x, y) * sx);
      right = Math.max(right, map.x(x, y) * sx);
      top = Math.min(top, map.y(x, y) * sy);
      bottom = Math.max(bottom, map.y(x, y) * sy);
    }
    return new Region(share(left), share(top), share(right), share(bottom));
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
