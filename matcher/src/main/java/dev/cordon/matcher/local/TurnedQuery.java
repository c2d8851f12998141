package dev.cordon.matcher.local;

/** A query as it would be had the picture been turned, with its features sorted into a grid. */
final class TurnedQuery {
  private static final int GRID = 48;

  final LocalQuery query;
  final Turn turn;
  final Features features;
  private final int[] starts = new int[GRID * GRID + 1];
  private final int[] order;

  TurnedQuery(LocalQuery query, Turn turn) {
    this.query = query;
    this.turn = turn;
    this.features = query.features.turned(turn, query.width());
    this.order = sorted();
  }

  private int[] sorted() {
    for (int i = 0; i < features.size; i++) {
      starts[cell(i) + 1]++;
    }
    for (int i = 0; i < GRID * GRID; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] sorted = new int[features.size];
    for (int i = 0; i < features.size; i++) {
      sorted[next[cell(i)]++] = i;
    }
    return sorted;
  }

  private int cell(int i) {
    return clamped(features.y[i]) * GRID + clamped(features.x[i]);
  }

  private static int clamped(double value) {
    return (int) Math.max(0, Math.min(GRID - 1, Math.floor(value * GRID)));
  }

  /** Features in the square around a place. */
  void near(double x, double y, double radius, Visitor visitor) {
    if (x + radius < 0 || y + radius < 0 || x - radius > 1 || y - radius > 1) {
      return;
    }
    int left = clamped(x - radius);
    int right = clamped(x + radius);
    for (int row = clamped(y - radius); row <= clamped(y + radius); row++) {
      for (int i = starts[row * GRID + left]; i < starts[row * GRID + right + 1]; i++) {
        int feature = order[i];
        if (Math.abs(features.x[feature] - x) <= radius
            && Math.abs(features.y[feature] - y) <= radius) {
          visitor.visit(feature);
        }
      }
    }
  }

  interface Visitor {
    void visit(int feature);
  }
}
