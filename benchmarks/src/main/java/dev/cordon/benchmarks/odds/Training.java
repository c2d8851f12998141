package dev.cordon.benchmarks.odds;

import dev.cordon.matcher.local.EvidenceTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fits the weights of {@link dev.cordon.matcher.local.LocalOdds} to what {@link Findings} wrote: a
 * logistic regression by Newton's method, held to small weights (ridge).
 *
 * <p>{@code java -cp … dev.cordon.benchmarks.odds.Training findings.tsv [weight of hard pairs]
 * [left out kinds, a regex]}
 */
public final class Training {
  private static final double RIDGE = 1;
  private static final int STEPS = 25;

  /** The column of the first piece of evidence. */
  private static final int EVIDENCE = 7;

  private Training() {}

  private record Row(double[] terms, boolean right, boolean hard, double weight) {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1) {
      System.err.println("Usage: Training findings.tsv [weight of hard pairs] [left out, a regex]");
      System.exit(2);
    }
    double hard = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 2;
    String leftOut = arguments.length > 2 ? arguments[2] : "(certificate|table).*";
    List<Row> rows = read(Path.of(arguments[0]), hard, leftOut);
    double[] weights = fit(rows);
    System.out.println(
        Arrays.stream(weights)
            .mapToObj(weight -> String.format(Locale.ROOT, "%.4f", weight))
            .collect(Collectors.joining(", ", "{", "}")));
    for (double bound = -8; bound <= 3; bound += 0.5) {
      double least = bound;
      List<Row> over = rows.stream().filter(row -> dot(row.terms, weights) > least).toList();
      long right = over.stream().filter(Row::right).count();
      long hardPairs = over.stream().filter(Row::hard).count();
      System.out.printf(
          "score over %.1f: %d right, %d hard pairs, %d other wrong%n",
          bound, right, hardPairs, over.size() - right - hardPairs);
    }
  }

  private static List<Row> read(Path file, double hard, String leftOut) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(fields -> !fields[0].equals("-") && !fields[3].matches(leftOut))
          .forEach(
              fields ->
                  rows.add(
                      new Row(
                          EvidenceTable.terms(fields, EVIDENCE),
                          fields[0].equals("1"),
                          fields[1].equals("hard"),
                          fields[1].equals("hard") ? hard : 1)));
    }
    return rows;
  }

  private static double[] fit(List<Row> rows) {
    int terms = rows.get(0).terms.length;
    double[] weights = new double[terms];
    for (int step = 0; step < STEPS; step++) {
      double[][] hessian = new double[terms][terms];
      double[] gradient = new double[terms];
      for (int i = 0; i < terms; i++) {
        hessian[i][i] = RIDGE;
        gradient[i] = -RIDGE * weights[i];
      }
      for (Row row : rows) {
        add(row, weights, hessian, gradient);
      }
      double[] change = solve(hessian, gradient);
      for (int i = 0; i < terms; i++) {
        weights[i] += change[i];
      }
    }
    return weights;
  }

  private static void add(Row row, double[] weights, double[][] hessian, double[] gradient) {
    double chance = 1 / (1 + Math.exp(-dot(row.terms, weights)));
    double slope = row.weight * Math.max(1e-9, chance * (1 - chance));
    for (int i = 0; i < weights.length; i++) {
      gradient[i] += row.weight * ((row.right ? 1 : 0) - chance) * row.terms[i];
      for (int j = 0; j < weights.length; j++) {
        hessian[i][j] += slope * row.terms[i] * row.terms[j];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Gauss-Jordan; the matrix is positive definite. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[] solution = right.clone();
    for (int column = 0; column < n; column++) {
      for (int row = 0; row < n; row++) {
        if (row != column) {
          double factor = matrix[row][column] / matrix[column][column];
          for (int i = column; i < n; i++) {
            matrix[row][i] -= factor * matrix[column][i];
          }
          solution[row] -= factor * solution[column];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      solution[i] /= matrix[i][i];
    }
    return solution;
  }
}
