package dev.cordon.matcher.parts;

/**
 * A rectangle of pixels.
 *
 * @param left the first column in it
 * @param top the first row in it
 * @param right the first column beyond
 * @param bottom the first row beyond
 */
record Box(int left, int top, int right, int bottom) {

  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  int area() {
    return width() * height();
  }

  /** The common area as a share of what either covers, 0 to 1. */
  double overlap(Box other) {
    int width = Math.min(right, other.right) - Math.max(left, other.left);
    int height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    double common = Math.max(0, width) * (double) Math.max(0, height);
    return common / (area() + other.area() - common);
  }
}
