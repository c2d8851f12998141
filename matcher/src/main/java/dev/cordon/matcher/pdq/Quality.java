package dev.cordon.matcher.pdq;

/** How much structure a 64 × 64 plane has: the sum of its steps in per cent, over 90, up to 100. */
final class Quality {
  private static final int SIDE = TentFilter.SIDE;
  private static final int DIVISOR = 90;

  private Quality() {}

  static int of(float[][] plane) {
    int steps = 0;
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        steps += i + 1 < SIDE ? step(plane[i][j], plane[i + 1][j]) : 0;
        steps += j + 1 < SIDE ? step(plane[i][j], plane[i][j + 1]) : 0;
      }
    }
    return Math.min(steps / DIVISOR, 100);
  }

  private static int step(float from, float to) {
    return Math.abs((int) ((from - to) * 100 / 255));
  }
}
