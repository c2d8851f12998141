package dev.cordon.matcher.video;

import dev.cordon.matcher.pdq.PdqHash;

/**
 * About the picture that a hash was made of. The bits of PDQ are the signs of the picture's lowest
 * frequencies; waves of these signs, as strong as such frequencies mostly are, look enough like the
 * picture to tell whether something else shows a part of it.
 */
final class Rough {
  static final int SIDE = 32;
  private static final int WAVES = 16;
  private static final float[][] COSINES = new float[SIDE][WAVES];
  private static final float[][] STRENGTH = new float[WAVES][WAVES];

  static {
    for (int i = 0; i < WAVES; i++) {
      for (int k = 0; k < SIDE; k++) {
        COSINES[k][i] = (float) Math.cos(Math.PI * (i + 1) * (k + 0.5) / SIDE);
      }
      for (int j = 0; j < WAVES; j++) {
        STRENGTH[i][j] = (float) (1 / Math.hypot(i + 1, j + 1));
      }
    }
  }

  private Rough() {}

  /** Rows of columns, around 0; what varies only across, or only down, is not in it. */
  static float[][] of(PdqHash hash) {
    float[][] rows = new float[WAVES][SIDE];
    for (int i = 0; i < WAVES; i++) {
      for (int j = 0; j < WAVES; j++) {
        float wave = hash.bit(i * WAVES + j) ? STRENGTH[i][j] : -STRENGTH[i][j];
        for (int x = 0; x < SIDE; x++) {
          rows[i][x] += wave * COSINES[x][j];
        }
      }
    }
    float[][] picture = new float[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int i = 0; i < WAVES; i++) {
        for (int x = 0; x < SIDE; x++) {
          picture[y][x] += COSINES[y][i] * rows[i][x];
        }
      }
    }
    return picture;
  }
}
