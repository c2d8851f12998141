package dev.cordon.matcher.pdq;

/** The two-dimensional cosine transform, as far as PDQ needs it. */
final class Cosines {
  static final int SIDE = 16;
  private static final int FROM = TentFilter.SIDE;

  /** Row i: the wave of i + 1 half turns, sampled at 64 places; and its transpose. */
  private static final float[][] WAVES = new float[SIDE][FROM];

  private static final float[][] PLACES = new float[FROM][SIDE];

  static {
    float scale = (float) Math.sqrt(2.0 / FROM);
    for (int i = 0; i < SIDE; i++) {
      for (int k = 0; k < FROM; k++) {
        WAVES[i][k] = (float) (scale * Math.cos(Math.PI / 2.0 / FROM * (i + 1) * (2 * k + 1)));
        PLACES[k][i] = WAVES[i][k];
      }
    }
  }

  private Cosines() {}

  /** Frequencies 1 to 16 in both directions of a 64 × 64 plane. */
  static float[][] of(float[][] plane) {
    return times(times(WAVES, plane), PLACES);
  }

  /** The matrix product, terms added in order. */
  private static float[][] times(float[][] left, float[][] right) {
    float[][] product = new float[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < right.length; k++) {
        addMultiple(product[i], left[i][k], right[k]);
      }
    }
    return product;
  }

  private static void addMultiple(float[] sums, float factor, float[] row) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += factor * row[j];
    }
  }

  /** The frequencies of the turned picture. Mirroring negates the odd half waves: even indexes. */
  static float[] turn(float[][] frequencies, Dihedral turn) {
    float[] turned = new float[SIDE * SIDE];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        boolean negated =
            (turn.rowsNegated && (i & 1) == 0) != (turn.columnsNegated && (j & 1) == 0);
        float value = frequencies[i][j];
        turned[turn.transposed ? j * SIDE + i : i * SIDE + j] = negated ? -value : value;
      }
    }
    return turned;
  }
}
