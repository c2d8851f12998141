package dev.cordon.matcher.local;

/** An affine map of the plane: {@code x' = a x + b y + c}, {@code y' = d x + e y + f}. */
record Affine(double a, double b, double c, double d, double e, double f) {
  private static final double SINGULAR = 1e-9;

  double x(double x, double y) {
    return a * x + b * y + c;
  }

  double y(double x, double y) {
    return d * x + e * y + f;
  }

  double determinant() {
    return a * e - b * d;
  }

  /** How many times longer things become, on average. */
  double scale() {
    return Math.sqrt(Math.abs(determinant()));
  }

  /** By how much things turn, radians. */
  double rotation() {
    return Math.atan2(d - b, a + e);
  }

  /** The longer axis of what a circle becomes over the shorter, 1 or more. */
  double stretch() {
    double squares = (a * a + b * b + d * d + e * e) / 2;
    double root = Math.sqrt(Math.max(0, squares * squares - determinant() * determinant()));
    return Math.sqrt((squares + root) / Math.max(SINGULAR, squares - root));
  }

  boolean invertible() {
    return Math.abs(determinant()) > SINGULAR;
  }

  Affine inverse() {
    double det = determinant();
    return new Affine(
        e / det, -b / det, (b * f - c * e) / det, -d / det, a / det, (c * d - a * f) / det);
  }

  /** First this, then the axes times factors. */
  Affine scaled(double sx, double sy) {
    return new Affine(a * sx, b * sx, c * sx, d * sy, e * sy, f * sy);
  }

  /** First the axes times factors, then this. */
  Affine of(double sx, double sy) {
    return new Affine(a * sx, b * sy, c, d * sx, e * sy, f);
  }

  /** First {@code x' = width - x}, then this. */
  Affine ofMirrored(double width) {
    return new Affine(-a, b, c + a * width, -d, e, f + d * width);
  }

  /** A turn, a scale and a shift that take one point with its direction to another. */
  static Affine similarity(
      double x, double y, double toX, double toY, double scale, double rotation) {
    double cos = scale * Math.cos(rotation);
    double sin = scale * Math.sin(rotation);
    return new Affine(cos, -sin, toX - cos * x + sin * y, sin, cos, toY - sin * x - cos * y);
  }
}
