package dev.cordon.matcher.local;

/** Least squares. */
public final class Solver {
  /** In units of pairs, how strongly a solution is held to the map before, or to an affine one. */
  private static final double DAMPING = 0.5;

  /** The same for perspective, of which each pair tells much less. */
  private static final double PERSPECTIVE_DAMPING = 0.05;

  private static final int AFFINE = 3;
  private static final int PROJECTIVE = 8;
  private static final double REACH = 0.1;

  private Solver() {}

  /** The affine map that takes the pairs' query features nearest to their entry features. */
  public static Projection affine(Features query, Features entry, Pairs pairs, Projection before) {
    Equations right = new Equations(AFFINE);
    Equations down = new Equations(AFFINE);
    double middleX = 0;
    double middleY = 0;
    for (int i = 0; i < pairs.size; i++) {
      double x = query.x[pairs.query[i]];
      double y = query.y[pairs.query[i]];
      right.add(1, entry.x[pairs.entry[i]], x, y, 1);
      down.add(1, entry.y[pairs.entry[i]], x, y, 1);
      middleX += x / pairs.size;
      middleY += y / pairs.size;
    }
    for (int corner = 0; corner < 4; corner++) {
      double x = middleX + (corner % 2 == 0 ? -REACH : REACH);
      double y = middleY + (corner < 2 ? -REACH : REACH);
      right.add(DAMPING / 4, before.x(x, y), x, y, 1);
      down.add(DAMPING / 4, before.y(x, y), x, y, 1);
    }
    double[] abc = right.solve();
    double[] def = down.solve();
    return Projection.affine(abc[0], abc[1], abc[2], def[0], def[1], def[2]);
  }

  /** As {@link #affine}, with perspective, which needs some more pairs. */
  static Projection projective(Features query, Features entry, Pairs pairs) {
    Equations all = new Equations(PROJECTIVE);
    for (int i = 0; i < pairs.size; i++) {
      double x = query.x[pairs.query[i]];
      double y = query.y[pairs.query[i]];
      double toX = entry.x[pairs.entry[i]];
      double toY = entry.y[pairs.entry[i]];
      all.add(1, toX, x, y, 1, 0, 0, 0, -x * toX, -y * toX);
      all.add(1, toY, 0, 0, 0, x, y, 1, -x * toY, -y * toY);
    }
    all.add(PERSPECTIVE_DAMPING, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    all.add(PERSPECTIVE_DAMPING, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    double[] s = all.solve();
    return new Projection(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]);
  }

  /** Weighted equations with more rows than unknowns, kept as normal equations. */
  private static final class Equations {
    private final double[][] rows;

    Equations(int unknowns) {
      rows = new double[unknowns][unknowns + 1];
    }

    void add(double weight, double value, double... factors) {
      for (int i = 0; i < factors.length; i++) {
        for (int j = 0; j < factors.length; j++) {
          rows[i][j] += weight * factors[i] * factors[j];
        }
        rows[i][factors.length] += weight * factors[i] * value;
      }
    }

    /** By elimination with pivots; not a number where there is no solution. */
    double[] solve() {
      int n = rows.length;
      for (int column = 0; column < n; column++) {
        pivot(column);
        for (int row = 0; row < n; row++) {
          if (row != column) {
            subtract(row, column, rows[row][column] / rows[column][column]);
          }
        }
      }
      double[] solution = new double[n];
      for (int i = 0; i < n; i++) {
        solution[i] = rows[i][n] / rows[i][i];
      }
      return solution;
    }

    private void pivot(int column) {
      int best = column;
      for (int row = column + 1; row < rows.length; row++) {
        if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
          best = row;
        }
      }
      double[] swapped = rows[column];
      rows[column] = rows[best];
      rows[best] = swapped;
    }

    private void subtract(int row, int from, double times) {
      for (int i = from; i < rows[row].length; i++) {
        rows[row][i] -= times * rows[from][i];
      }
    }
  }
}
