package dev.cordon.matcher.parts;

import java.util.Optional;

/**
 * What is left without the smooth rows and columns at the edges: a border of one colour or of a
 * gradient, the bars of a letterbox, a blurred magnification that fills a frame.
 */
final class SmoothBorder {
  /** Between pixels two apart; noise of JPEG stays below it. */
  private static final int STEP = 10;

  /** Of the pixels of a row, in hundredths. */
  private static final int RARE = 2;

  private static final int SHORTEST_SIDE = 48;

  private SmoothBorder() {}

  /** Empty when there is no such border or nothing is left. */
  static Optional<Box> within(Plane plane, Box box) {
    Box rows = rows(plane, box);
    Box inner = columns(plane, rows);
    boolean left = inner.width() >= SHORTEST_SIDE && inner.height() >= SHORTEST_SIDE;
    return left && !inner.equals(box) ? Optional.of(inner) : Optional.empty();
  }

  private static Box rows(Plane plane, Box box) {
    int top = box.top();
    int bottom = box.bottom();
    while (top < bottom && smoothRow(plane, top, box)) {
      top++;
    }
    while (bottom > top && smoothRow(plane, bottom - 1, box)) {
      bottom--;
    }
    return new Box(box.left(), top, box.right(), bottom);
  }

  private static Box columns(Plane plane, Box box) {
    int left = box.left();
    int right = box.right();
    while (left < right && smoothColumn(plane, left, box)) {
      left++;
    }
    while (right > left && smoothColumn(plane, right - 1, box)) {
      right--;
    }
    return new Box(left, box.top(), right, box.bottom());
  }

  private static boolean smoothRow(Plane plane, int y, Box box) {
    int[] row = plane.luma[y];
    int steps = 0;
    for (int x = box.left() + 2; x < box.right(); x++) {
      steps += Math.abs(row[x] - row[x - 2]) > STEP ? 1 : 0;
    }
    return steps * 100 <= RARE * box.width();
  }

  private static boolean smoothColumn(Plane plane, int x, Box box) {
    int steps = 0;
    for (int y = box.top() + 2; y < box.bottom(); y++) {
      steps += Math.abs(plane.luma[y][x] - plane.luma[y - 2][x]) > STEP ? 1 : 0;
    }
    return steps * 100 <= RARE * box.height();
  }
}
