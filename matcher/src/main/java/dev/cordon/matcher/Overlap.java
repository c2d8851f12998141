package dev.cordon.matcher;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Match.Segment;

/** How the places of two matches in one file lie. */
final class Overlap {
  /** A region of local features ends at the outermost feature, not at the picture's edge. */
  private static final double MOST = 0.7;

  private static final Region WHOLE = new Region(0, 0, 1, 1);

  private Overlap() {}

  /** Whether most of the second match lies within the first. */
  static boolean covers(Match first, Match second) {
    return coversPlace(first, second) && coversTime(first, second);
  }

  private static boolean coversTime(Match first, Match second) {
    if (first.segment().isEmpty()) {
      return true;
    } else if (second.segment().isEmpty()) {
      return false;
    }
    Segment outer = first.segment().get();
    Segment inner = second.segment().get();
    double common = Math.min(outer.end(), inner.end()) - Math.max(outer.start(), inner.start());
    return common >= MOST * (inner.end() - inner.start());
  }

  private static boolean coversPlace(Match first, Match second) {
    Region outer = first.region().orElse(WHOLE);
    Region inner = second.region().orElse(WHOLE);
    double width = Math.min(outer.right(), inner.right()) - Math.max(outer.left(), inner.left());
    double height = Math.min(outer.bottom(), inner.bottom()) - Math.max(outer.top(), inner.top());
    double common = Math.max(0, width) * Math.max(0, height);
    return common >= MOST * area(inner);
  }

  private static double area(Region region) {
    return (region.right() - region.left()) * (region.bottom() - region.top());
  }
}
