package dev.cordon.matcher.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Long straight horizontal steps in brightness: edges of pictures, bars and windows, and of what is
 * straight in the world.
 */
final class StraightLines {
  /** A step, over two rows since an edge may fall between pixels; noise of JPEG stays below. */
  private static final int STEP = 11;

  /** What a column without a step costs a line: columns with one must be three in four. */
  private static final int GAP = 3;

  /** A line scores at least this share of the width. */
  private static final double LONG = 0.1;

  private static final int MOST = 14;

  private StraightLines() {}

  /**
   * The best lines, from top to bottom; the top and the bottom edge of the plane are among them.
   */
  static List<Line> of(Plane plane) {
    List<Line> lines = new ArrayList<>();
    int least = (int) (plane.width * LONG);
    for (int y = 2; y < plane.height; y++) {
      boolean[] steps = steps(plane.luma[y - 2], plane.luma[y]);
      int score = score(steps);
      if (score >= least) {
        lines.add(Line.of(y - 1, steps, score));
      }
    }
    List<Line> best = new ArrayList<>(best(lines));
    best.add(Line.edge(0, plane.width));
    best.add(Line.edge(plane.height, plane.width));
    best.sort(Comparator.comparingInt(Line::at));
    return best;
  }

  private static boolean[] steps(int[] above, int[] below) {
    boolean[] steps = new boolean[above.length];
    for (int x = 0; x < steps.length; x++) {
      steps[x] = Math.abs(below[x] - above[x]) > STEP;
    }
    return steps;
  }

  /** Of the best stretch. */
  private static int score(boolean[] steps) {
    int score = 0;
    int best = 0;
    for (boolean step : steps) {
      score = Math.max(0, step ? score + 1 : score - GAP);
      best = Math.max(best, score);
    }
    return best;
  }

  /** Neighbours are one line, which is where it is best. */
  private static List<Line> best(List<Line> lines) {
    List<Line> best = new ArrayList<>();
    lines.stream()
        .sorted(Comparator.comparingInt(Line::score).reversed())
        .filter(line -> best.stream().noneMatch(other -> Math.abs(other.at - line.at) <= 1))
        .limit(MOST)
        .forEach(best::add);
    return best;
  }

  /**
   * A line between two rows.
   *
   * @param at the first row below it
   * @param before how many columns with a step there are left of each column
   */
  record Line(int at, int[] before, int score, boolean outermost) {
    private static final double OUTERMOST = 0.75;

    private static Line of(int at, boolean[] steps, int score) {
      int[] before = new int[steps.length + 1];
      for (int x = 0; x < steps.length; x++) {
        before[x + 1] = before[x] + (steps[x] ? 1 : 0);
      }
      return new Line(at, before, score, false);
    }

    private static Line edge(int at, int width) {
      int[] none = new int[width + 1];
      Arrays.fill(none, 0);
      return new Line(at, none, 0, true);
    }

    /**
     * The share of columns with a step in a range, 0 to 1; an edge of the plane is as good as most.
     */
    double support(int from, int to) {
      return outermost ? OUTERMOST : (before[to] - before[from]) / (double) (to - from);
    }
  }
}
