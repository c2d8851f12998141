package dev.cordon.matcher.local;

import dev.cordon.matcher.local.Correspondence.Plane;
import java.util.ArrayList;
import java.util.List;

/** One picture's outline laid on another. */
final class Outline {
  /** Nearer to the horizon than this, of what is seen in the middle, an outline is cut off. */
  private static final double HORIZON = 0.05;

  private static final List<Place> CORNERS =
      List.of(new Place(0, 0), new Place(1, 0), new Place(1, 1), new Place(0, 1));

  private Outline() {}

  /**
   * The outline as a polygon.
   *
   * @param seen a place of the first picture that the second surely shows
   */
  static List<Place> of(Plane from, Projection map, Plane to, Place seen) {
    double unit = map.w(from.x(seen), from.y(seen));
    List<Place> outline = new ArrayList<>();
    for (int i = 0; i < CORNERS.size(); i++) {
      Place corner = CORNERS.get(i);
      Place next = CORNERS.get((i + 1) % CORNERS.size());
      double here = map.w(from.x(corner), from.y(corner)) / unit - HORIZON;
      double there = map.w(from.x(next), from.y(next)) / unit - HORIZON;
      if (here >= 0) {
        outline.add(laid(corner, from, map, to));
      }
      if (here < 0 != there < 0) {
        outline.add(laid(between(corner, next, here / (here - there)), from, map, to));
      }
    }
    return outline;
  }

  static Place laid(Place place, Plane from, Projection map, Plane to) {
    double x = from.x(place);
    double y = from.y(place);
    return to.place(map.x(x, y), map.y(x, y));
  }

  private static Place between(Place first, Place second, double share) {
    return new Place(
        first.x() + (second.x() - first.x()) * share, first.y() + (second.y() - first.y()) * share);
  }
}
