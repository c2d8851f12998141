package dev.cordon.matcher.local;

/**
 * Where a picture gets lighter and darker: on a grid of 32 by 32 cells the direction of the
 * gradient, in 16 steps, and its strength. Two pictures that share a logo or a frame agree there
 * only; copies agree all over, whatever is laid upon them.
 */
final class Layout {
  static final int SIDE = 32;
  static final int BYTES = SIDE * SIDE;
  private static final int DIRECTIONS = 16;

  /** Luma steps over two cells that count as a full edge. */
  private static final double STRONG = 24;

  private static final int[] COARSER = {1, 2, 4};

  private final byte[] cells;

  private Layout(byte[] cells) {
    this.cells = cells;
  }

  /** The layout of a picture; its proportions do not matter. */
  static Layout of(Grey picture) {
    Grey grid = picture.scaledTo(SIDE, SIDE);
    byte[] cells = new byte[BYTES];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int dx = grid.at(Math.min(SIDE - 1, x + 1), y) - grid.at(Math.max(0, x - 1), y);
        int dy = grid.at(x, Math.min(SIDE - 1, y + 1)) - grid.at(x, Math.max(0, y - 1));
        cells[y * SIDE + x] = cell(dx, dy);
      }
    }
    return new Layout(cells);
  }

  /** Strength, logarithmic, in the upper half; direction in the lower. */
  private static byte cell(double dx, double dy) {
    double strength = Math.log1p(Math.hypot(dx, dy)) / Math.log(2);
    int direction = (int) Math.round(Math.atan2(dy, dx) / (2 * Math.PI) * DIRECTIONS);
    return (byte) ((int) Math.min(15, strength * 2) << 4 | Math.floorMod(direction, DIRECTIONS));
  }

  static Layout parse(byte[] cells) {
    return new Layout(cells);
  }

  byte[] cells() {
    return cells;
  }

  /**
   * Compares with a query picture laid over this one.
   *
   * @param toQuery from this picture's unit square to the query's pixels
   * @param query its grey picture
   * @param inverted whether light and dark are exchanged
   */
  Agreement compare(Projection toQuery, Grey query, boolean inverted) {
    Grey level = query;
    double cellPixels = Math.sqrt(Math.abs(toQuery.determinant())) / SIDE;
    Projection map = toQuery;
    while (cellPixels > 1.6 && Math.min(level.width(), level.height()) > 8) {
      int width = (level.width() + 1) / 2;
      int height = (level.height() + 1) / 2;
      map = map.scaled(width / (double) level.width(), height / (double) level.height());
      level = level.scaledTo(width, height);
      cellPixels /= 2;
    }
    int step = 1;
    while (cellPixels * step < 0.7 && step < 4) {
      step *= 2;
    }
    return compare(map, level, inverted, step);
  }

  private Agreement compare(Projection map, Grey query, boolean inverted, int step) {
    int n = SIDE / step;
    double[] rx = new double[n * n];
    double[] ry = new double[n * n];
    double[] qx = new double[n * n];
    double[] qy = new double[n * n];
    boolean[] seen = new boolean[n * n];
    double sumR = 1e-9;
    double sumQ = 1e-9;
    int count = 0;
    double sign = inverted ? -1 : 1;
    for (int y = 0; y < n; y++) {
      for (int x = 0; x < n; x++) {
        double cx = (x + 0.5) / n;
        double cy = (y + 0.5) / n;
        double px = map.x(cx, cy);
        double py = map.y(cx, cy);
        if (px < 0 || py < 0 || px > query.width() || py > query.height()) {
          continue;
        }
        int i = y * n + x;
        seen[i] = true;
        count++;
        double h = 1.0 / n;
        double l = Math.max(0, cx - h);
        double r = Math.min(1, cx + h);
        double t = Math.max(0, cy - h);
        double b = Math.min(1, cy + h);
        qx[i] =
            sign
                * (query.sample(map.x(r, cy), map.y(r, cy))
                    - query.sample(map.x(l, cy), map.y(l, cy)));
        qy[i] =
            sign
                * (query.sample(map.x(cx, b), map.y(cx, b))
                    - query.sample(map.x(cx, t), map.y(cx, t)));
        gather(x * step, y * step, step, rx, ry, i);
        sumR += Math.hypot(rx[i], ry[i]);
        sumQ += Math.hypot(qx[i], qy[i]);
      }
    }
    double gain = Math.max(0.25, Math.min(4, sumR / sumQ));
    double agree = 0;
    double total = 1e-9;
    double[] cellAgree = new double[16];
    double[] cellTotal = new double[16];
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i]) {
        continue;
      }
      double mr = Math.hypot(rx[i], ry[i]);
      double mq = Math.hypot(qx[i], qy[i]) * gain;
      double wr = Math.min(1, mr / STRONG);
      double wq = Math.min(1, mq / STRONG);
      double w = Math.max(wr, wq);
      double cos = mr * mq < 1e-9 ? 0 : (rx[i] * qx[i] + ry[i] * qy[i]) * gain / (mr * mq);
      double value = Math.sqrt(wr * wq) * cos;
      agree += value;
      total += w;
      int block = i / n * 4 / n * 4 + i % n * 4 / n;
      cellAgree[block] += value;
      cellTotal[block] += w;
    }
    int blocks = 0;
    int good = 0;
    double per = total / Math.max(1, count) * n * n / 16 * 0.15;
    for (int i = 0; i < 16; i++) {
      if (cellTotal[i] > Math.max(0.3, per)) {
        blocks++;
        good += cellAgree[i] / cellTotal[i] > 0.35 ? 1 : 0;
      }
    }
    return new Agreement(
        agree / total, total * step * step, blocks, good, count / (double) (n * n));
  }

  private void gather(int x, int y, int step, double[] rx, double[] ry, int i) {
    for (int v = y; v < y + step; v++) {
      for (int u = x; u < x + step; u++) {
        int cell = cells[v * SIDE + u] & 0xff;
        double magnitude = Math.pow(2, (cell >> 4) / 2.0 + 0.25) - 1;
        double angle = (cell & 15) * 2 * Math.PI / DIRECTIONS;
        rx[i] += (cell >> 4 == 0 ? 0 : magnitude) * Math.cos(angle) / step;
        ry[i] += (cell >> 4 == 0 ? 0 : magnitude) * Math.sin(angle) / step;
      }
    }
  }

  /**
   * How two pictures agree where they overlap.
   *
   * @param mean -1 to 1; about 0 for unrelated pictures
   * @param weight cells with an edge
   * @param blocks of 16, with enough edges to be compared
   * @param agreeing of these, those that agree
   * @param seen share of this picture that the other shows
   */
  record Agreement(double mean, double weight, int blocks, int agreeing, double seen) {}
}
