package dev.cordon.matcher.qr;

import com.google.zxing.ResultPoint;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import dev.cordon.matcher.Match.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Three finder patterns that may be the corners of one code. */
record Corners(FinderPatternInfo patterns, double side) {
  /** How much larger the modules of one corner may be than those of another. */
  private static final double MODULES_DIFFER = 1.5;

  /** How much longer one of the sides may be. */
  private static final double SIDES_DIFFER = 1.35;

  /** Modules from a code's edge to the centre of a pattern. */
  private static final double CENTRE = 3.5;

  private static final double SKEW = 0.2;

  /** Modules from one pattern's centre to the next: of version 1, and of version 40. */
  private static final double LEAST_MODULES = 14 * 0.75;

  private static final double MOST_MODULES = 170 * 1.25;

  /**
   * All triples that may be, small ones first: those of one code lie nearer to each other than to
   * those of the next.
   *
   * @param patterns the largest modules first
   */
  static List<Corners> among(List<FinderPattern> patterns) {
    List<Corners> triples = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      for (int j = i + 1; j < patterns.size() && alike(patterns, i, j); j++) {
        for (int k = j + 1; k < patterns.size() && alike(patterns, i, k); k++) {
          Corners corners = of(patterns.get(i), patterns.get(j), patterns.get(k));
          if (corners.fit()) {
            triples.add(corners);
          }
        }
      }
    }
    triples.sort(Comparator.comparingDouble(Corners::side));
    return triples;
  }

  private static boolean alike(List<FinderPattern> patterns, int large, int small) {
    return patterns.get(large).getEstimatedModuleSize()
        <= patterns.get(small).getEstimatedModuleSize() * MODULES_DIFFER;
  }

  private static Corners of(FinderPattern a, FinderPattern b, FinderPattern c) {
    FinderPattern[] ordered = {a, b, c};
    ResultPoint.orderBestPatterns(ordered);
    FinderPatternInfo info = new FinderPatternInfo(ordered);
    return new Corners(info, (across(info) + down(info)) / 2);
  }

  private static double across(FinderPatternInfo info) {
    return ResultPoint.distance(info.getTopLeft(), info.getTopRight());
  }

  private static double down(FinderPatternInfo info) {
    return ResultPoint.distance(info.getTopLeft(), info.getBottomLeft());
  }

  /** Whether they stand at a right angle with equal sides, about. */
  private boolean fit() {
    double across = across(patterns);
    double down = down(patterns);
    double modules = side / patterns.getTopLeft().getEstimatedModuleSize();
    double diagonal = ResultPoint.distance(patterns.getTopRight(), patterns.getBottomLeft());
    return Math.max(across, down) <= SIDES_DIFFER * Math.min(across, down)
        && Math.abs(diagonal / Math.hypot(across, down) - 1) <= SKEW
        && modules >= LEAST_MODULES
        && modules <= MOST_MODULES;
  }

  /** The three. */
  List<FinderPattern> all() {
    return List.of(patterns.getTopLeft(), patterns.getTopRight(), patterns.getBottomLeft());
  }

  /** The upright box around the code, whose fourth corner is guessed. */
  Region region(Shades shades) {
    double margin = CENTRE * patterns.getTopLeft().getEstimatedModuleSize();
    double[] xs = all().stream().mapToDouble(FinderPattern::getX).toArray();
    double[] ys = all().stream().mapToDouble(FinderPattern::getY).toArray();
    return new Region(
        within((least(xs) - margin) / shades.width()),
        within((least(ys) - margin) / shades.height()),
        within((most(xs) + margin) / shades.width()),
        within((most(ys) + margin) / shades.height()));
  }

  private static double least(double[] three) {
    double fourth = three[1] + three[2] - three[0];
    return Math.min(fourth, Arrays.stream(three).min().orElseThrow());
  }

  private static double most(double[] three) {
    double fourth = three[1] + three[2] - three[0];
    return Math.max(fourth, Arrays.stream(three).max().orElseThrow());
  }

  private static double within(double edge) {
    return Math.max(0, Math.min(1, edge));
  }
}
