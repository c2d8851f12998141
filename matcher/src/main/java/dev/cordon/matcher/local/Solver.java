package dev.cordon.matcher.local;

/** Least squares. */
final class Solver {
  /** Pulls the map towards the one before, in units of pairs. */
  private static final double DAMPING = 0.5;

  private Solver() {}

  /** The affine map that takes the pairs' query features nearest to their entry features. */
  static Affine affine(Features query, Features entry, Pairs pairs, Affine before) {
    double[][] normal = new double[3][3];
    double[] right = new double[3];
    double[] down = new double[3];
    for (int i = 0; i < pairs.size; i++) {
      int from = pairs.query[i];
      int to = pairs.entry[i];
      add(normal, right, down, query.x[from], query.y[from], entry.x[to], entry.y[to], 1);
    }
    double weight = DAMPING;
    double cx = normal[0][2] / pairs.size;
    double cy = normal[1][2] / pairs.size;
    for (int corner = 0; corner < 4; corner++) {
      double x = cx + (corner % 2 == 0 ? -0.1 : 0.1);
      double y = cy + (corner < 2 ? -0.1 : 0.1);
      add(normal, right, down, x, y, before.x(x, y), before.y(x, y), weight / 4);
    }
    double[] abc = solve(normal, right);
    double[] def = solve(normal, down);
    return new Affine(abc[0], abc[1], abc[2], def[0], def[1], def[2]);
  }

  private static void add(
      double[][] normal,
      double[] right,
      double[] down,
      double x,
      double y,
      double toX,
      double toY,
      double weight) {
    double[] row = {x, y, 1};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        normal[i][j] += weight * row[i] * row[j];
      }
      right[i] += weight * row[i] * toX;
      down[i] += weight * row[i] * toY;
    }
  }

  /** By Cramer's rule. */
  private static double[] solve(double[][] m, double[] v) {
    double det = determinant(m);
    double[] solution = new double[3];
    for (int column = 0; column < 3; column++) {
      double[][] replaced = new double[3][];
      for (int row = 0; row < 3; row++) {
        replaced[row] = m[row].clone();
        replaced[row][column] = v[row];
      }
      solution[column] = determinant(replaced) / det;
    }
    return solution;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }
}
