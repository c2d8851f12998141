package dev.cordon.matcher.parts;

import dev.cordon.matcher.parts.StraightLines.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rectangles whose four sides are steps in brightness or edges of the plane. */
final class Rectangles {
  private static final double WEAKEST_SIDE = 0.45;
  private static final double MEAN_SIDE = 0.65;
  private static final double SMALLEST_AREA = 0.03;
  private static final int SHORTEST_SIDE = 48;
  private static final int WIDEST = 4;
  private static final double SAME = 0.93;
  private static final int MOST = 10;

  private final Plane plane;
  private final List<Scored> found = new ArrayList<>();

  private Rectangles(Plane plane) {
    this.plane = plane;
  }

  private record Scored(Box box, double score) {}

  /** The best supported ones, best first. */
  static List<Box> of(Plane plane) {
    Rectangles rectangles = new Rectangles(plane);
    rectangles.search(StraightLines.of(plane), StraightLines.of(plane.transposed()));
    return rectangles.best();
  }

  private void search(List<Line> across, List<Line> down) {
    for (int i = 0; i < across.size(); i++) {
      for (int j = i + 1; j < across.size(); j++) {
        search(across.get(i), across.get(j), down);
      }
    }
  }

  private void search(Line top, Line bottom, List<Line> down) {
    if (bottom.at() - top.at() < SHORTEST_SIDE) {
      return;
    }
    List<Line> sides =
        down.stream().filter(s -> s.support(top.at(), bottom.at()) >= WEAKEST_SIDE).toList();
    for (int i = 0; i < sides.size(); i++) {
      for (int j = i + 1; j < sides.size(); j++) {
        consider(top, bottom, sides.get(i), sides.get(j));
      }
    }
  }

  private void consider(Line top, Line bottom, Line left, Line right) {
    Box box = new Box(left.at(), top.at(), right.at(), bottom.at());
    if (!plausible(box)) {
      return;
    }
    double above = top.support(box.left(), box.right());
    double below = bottom.support(box.left(), box.right());
    double sides = left.support(box.top(), box.bottom()) + right.support(box.top(), box.bottom());
    double mean = (above + below + sides) / 4;
    if (Math.min(above, below) >= WEAKEST_SIDE && mean >= MEAN_SIDE) {
      found.add(new Scored(box, mean));
    }
  }

  private boolean plausible(Box box) {
    return box.width() >= SHORTEST_SIDE
        && box.width() <= WIDEST * box.height()
        && box.height() <= WIDEST * box.width()
        && box.area() >= SMALLEST_AREA * plane.width * plane.height
        && !box.equals(plane.whole());
  }

  private List<Box> best() {
    List<Box> best = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .map(Scored::box)
        .filter(box -> best.stream().noneMatch(other -> other.overlap(box) > SAME))
        .limit(MOST)
        .forEach(best::add);
    return best;
  }
}
