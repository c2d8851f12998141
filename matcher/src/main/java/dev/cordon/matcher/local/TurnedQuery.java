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
    this.features = turned(query, turn);
    this.order = sorted();
  }

  private static Features turned(LocalQuery query, Turn turn) {
    Features from = query.features;
    Features to = new Features(from.size);
    FeatureCode code = FeatureCode.get();
    double width = query.width();
    for (int i = 0; i < from.size; i++) {
      to.word[i] = from.word[i] ^ code.wordMask(turn);
      to.signature[i] = from.signature[i] ^ code.signatureMask(turn);
      to.x[i] = turn.mirrored() ? (float) (width - from.x[i]) : from.x[i];
      to.y[i] = from.y[i];
      to.scale[i] = from.scale[i];
      double angle = turn.mirrored() ? Math.PI - from.angle[i] : from.angle[i];
      to.angle[i] = (float) (turn.inverted() ? angle + Math.PI : angle);
    }
    return to;
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
