package dev.cordon.matcher.parts;

/** Moves the sides of a box that was found at a coarser scale onto the sharpest step nearby. */
final class Snap {
  private final Plane plane;
  private final int reach;

  /**
   * @param reach how many pixels a side may move
   */
  Snap(Plane plane, int reach) {
    this.plane = plane;
    this.reach = reach;
  }

  Box onto(Box box) {
    int top = row(box.top(), box);
    int bottom = row(box.bottom(), box);
    int left = column(box.left(), box);
    int right = column(box.right(), box);
    return left < right && top < bottom ? new Box(left, top, right, bottom) : box;
  }

  private int row(int y, Box box) {
    int best = y;
    long most = 0;
    boolean outermost = y == 0 || y == plane.height;
    for (int at = Math.max(1, y - reach);
        !outermost && at <= Math.min(plane.height - 1, y + reach);
        at++) {
      int[] above = plane.luma[at - 1];
      int[] below = plane.luma[at];
      long step = 0;
      for (int x = box.left(); x < box.right(); x++) {
        step += Math.abs(below[x] - above[x]);
      }
      if (step > most) {
        most = step;
        best = at;
      }
    }
    return best;
  }

  private int column(int x, Box box) {
    int best = x;
    long most = 0;
    boolean outermost = x == 0 || x == plane.width;
    for (int at = Math.max(1, x - reach);
        !outermost && at <= Math.min(plane.width - 1, x + reach);
        at++) {
      long step = 0;
      for (int y = box.top(); y < box.bottom(); y++) {
        step += Math.abs(plane.luma[y][at] - plane.luma[y][at - 1]);
      }
      if (step > most) {
        most = step;
        best = at;
      }
    }
    return best;
  }
}
