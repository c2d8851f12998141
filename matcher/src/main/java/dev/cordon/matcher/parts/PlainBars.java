package dev.cordon.matcher.parts;

import java.util.Optional;

/**
 * What is left without bars of one colour at the edges, with or without text on them: a border, a
 * letterbox, the bars of a caption.
 */
final class PlainBars {
  /** A row is plain when this share of it, in hundredths, has the bar's colour. */
  private static final int PLAIN = 97;

  /** A row may belong to a bar, with text on it, when at least so much of it has the colour. */
  private static final int WRITTEN_ON = 40;

  private static final int SHORTEST_SIDE = 48;
  private static final int ROUNDS = 3;

  private final Plane plane;
  private final int tolerance;
  private final double deepest;

  /**
   * @param tolerance how far the brightness of a bar may vary; noise of JPEG is some 3
   * @param deepest share of a side that a bar may take
   */
  PlainBars(Plane plane, int tolerance, double deepest) {
    this.plane = plane;
    this.tolerance = tolerance;
    this.deepest = deepest;
  }

  /** Empty when there are no such bars or nothing is left. */
  Optional<Box> without(Box box) {
    Box inner = box;
    for (int round = 0; round < ROUNDS; round++) {
      Box before = inner;
      inner = columns(rows(inner));
      if (tooSmall(inner)) {
        return Optional.empty();
      } else if (inner.equals(before)) {
        break;
      }
    }
    return inner.equals(box) ? Optional.empty() : Optional.of(inner);
  }

  private static boolean tooSmall(Box box) {
    return box.width() < SHORTEST_SIDE || box.height() < SHORTEST_SIDE;
  }

  private Box rows(Box box) {
    int top = box.top() + bar((int) (box.height() * deepest), i -> row(box, box.top() + i));
    int bottom =
        box.bottom()
            - bar((int) ((box.bottom() - top) * deepest), i -> row(box, box.bottom() - 1 - i));
    return new Box(box.left(), top, box.right(), bottom);
  }

  private Box columns(Box box) {
    if (tooSmall(box)) {
      return box;
    }
    int left = box.left() + bar((int) (box.width() * deepest), i -> column(box, box.left() + i));
    int right =
        box.right()
            - bar((int) ((box.right() - left) * deepest), i -> column(box, box.right() - 1 - i));
    return new Box(left, box.top(), right, box.bottom());
  }

  /** The pixels of a row or column, counted from an edge of the box inwards. */
  private interface Lines {
    int[] at(int index);
  }

  private int[] row(Box box, int y) {
    return java.util.Arrays.copyOfRange(plane.luma[y], box.left(), box.right());
  }

  private int[] column(Box box, int x) {
    int[] column = new int[box.height()];
    for (int i = 0; i < column.length; i++) {
      column[i] = plane.luma[box.top() + i][x];
    }
    return column;
  }

  /** How many lines a bar has: up to the last plain one that is reached through its own colour. */
  private int bar(int most, Lines lines) {
    if (most == 0) {
      return 0;
    }
    int colour = median(lines.at(0));
    int deep = 0;
    for (int i = 0; i < most; i++) {
      int share = share(lines.at(i), colour);
      if (share < WRITTEN_ON) {
        break;
      }
      deep = share >= PLAIN ? i + 1 : deep;
    }
    return deep;
  }

  private int share(int[] line, int colour) {
    int alike = 0;
    for (int value : line) {
      alike += Math.abs(value - colour) <= tolerance ? 1 : 0;
    }
    return alike * 100 / line.length;
  }

  private static int median(int[] line) {
    int[] counts = new int[256];
    for (int value : line) {
      counts[value]++;
    }
    int value = 0;
    for (int seen = counts[0]; seen <= line.length / 2; seen += counts[value]) {
      value++;
    }
    return value;
  }
}
