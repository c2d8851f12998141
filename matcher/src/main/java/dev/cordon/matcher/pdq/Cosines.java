package dev.cordon.matcher.pdq;

/** The two-dimensional cosine transform, as far as PDQ needs it. */
final class Cosines {
  static final int SIDE = 16;
  private static final int FROM = TentFilter.SIDE;

  /** Row i: the wave of i + 1 half turns, sampled at 64 places; and its transpose. */
  private static final float[] WAVES = new float[SIDE * FROM];

  private static final float[] PLACES = new float[FROM * SIDE];

  static {
    float scale = (float) Math.sqrt(2.0 / FROM);
    for (int i = 0; i < SIDE; i++) {
      for (int k = 0; k < FROM; k++) {
        float wave = (float) (scale * Math.cos(Math.PI / 2.0 / FROM * (i + 1) * (2 * k + 1)));
        WAVES[i * FROM + k] = wave;
        PLACES[k * SIDE + i] = wave;
      }
    }
  }

  private Cosines() {}

  /** Frequencies 1 to 16 in both directions of a 64 × 64 plane, 16 rows of 16. */
  static float[] of(float[] plane) {
    return times(times(WAVES, plane, FROM), PLACES, SIDE);
  }

  /** The product of a matrix with rows of 64 and one of 64 rows, terms added in order. */
  private static float[] times(float[] left, float[] right, int columns) {
    int rows = left.length / FROM;
    float[] product = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < FROM; k++) {
        addRow(product, i * columns, left[i * FROM + k], right, k * columns, columns);
      }
    }
    return product;
  }

  private static void addRow(float[] to, int at, float factor, float[] row, int from, int length) {
    for (int j = 0; j < length; j++) {
      to[at + j] += factor * row[from + j];
    }
  }

  /** The frequencies of the turned picture. Mirroring negates the odd half waves: even indexes. */
  static float[] turn(float[] frequencies, Dihedral turn) {
    float[] turned = new float[frequencies.length];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        boolean negated =
            (turn.rowsNegated && (i & 1) == 0) != (turn.columnsNegated && (j & 1) == 0);
        float value = frequencies[i * SIDE + j];
        turned[turn.transposed ? j * SIDE + i : i * SIDE + j] = negated ? -value : value;
      }
    }
    return turned;
  }
}
