package dev.cordon.matcher.local;

/**
 * A map of the plane that keeps straight lines straight: {@code x' = (a x + b y + c) / w}, {@code
 * y' = (d x + e y + f) / w}, where {@code w = g x + h y + 1}. With g and h 0 it is affine. Scale,
 * rotation and stretch are those at the middle of a picture.
 */
public record Projection(
    double a, double b, double c, double d, double e, double f, double g, double h) {
  private static final double SINGULAR = 1e-9;
  private static final double MIDDLE_X = 0.5;
  private static final double MIDDLE_Y = 0.4;

  /** An affine map. */
  public static Projection affine(double a, double b, double c, double d, double e, double f) {
    return new Projection(a, b, c, d, e, f, 0, 0);
  }

  /** Where a place goes, across. */
  public double x(double x, double y) {
    return (a * x + b * y + c) / w(x, y);
  }

  /** Where a place goes, down. */
  public double y(double x, double y) {
    return (d * x + e * y + f) / w(x, y);
  }

  /** How far a place is; what is at 0 or behind cannot be seen. */
  double w(double x, double y) {
    return g * x + h * y + 1;
  }

  private boolean isAffine() {
    return g == 0 && h == 0;
  }

  /** The affine map that is most like this one at the middle. */
  private Projection linear() {
    if (isAffine()) {
      return this;
    }
    double w = w(MIDDLE_X, MIDDLE_Y);
    double x = x(MIDDLE_X, MIDDLE_Y);
    double y = y(MIDDLE_X, MIDDLE_Y);
    return affine((a - g * x) / w, (b - h * x) / w, 0, (d - g * y) / w, (e - h * y) / w, 0);
  }

  double determinant() {
    Projection at = linear();
    return at.a * at.e - at.b * at.d;
  }

  /** How many times longer things become, on average. */
  public double scale() {
    return Math.sqrt(Math.abs(determinant()));
  }

  /** By how much things turn, radians. */
  public double rotation() {
    Projection at = linear();
    return Math.atan2(at.d - at.b, at.a + at.e);
  }

  /** The longer axis of what a circle becomes over the shorter, 1 or more. */
  double stretch() {
    Projection at = linear();
    double squares = (at.a * at.a + at.b * at.b + at.d * at.d + at.e * at.e) / 2;
    double root = Math.sqrt(Math.max(0, squares * squares - determinant() * determinant()));
    return Math.sqrt((squares + root) / Math.max(SINGULAR, squares - root));
  }

  /** The way back: the adjugate matrix, so scaled that its last number is 1. */
  public Projection inverse() {
    double last = a * e - b * d;
    return new Projection(
        (e - f * h) / last,
        (c * h - b) / last,
        (b * f - c * e) / last,
        (f * g - d) / last,
        (a - c * g) / last,
        (c * d - a * f) / last,
        (d * h - e * g) / last,
        (b * g - a * h) / last);
  }

  /** First this, then the axes times factors. */
  Projection scaled(double sx, double sy) {
    return new Projection(a * sx, b * sx, c * sx, d * sy, e * sy, f * sy, g, h);
  }

  /** First the axes times factors, then this. */
  Projection of(double sx, double sy) {
    return new Projection(a * sx, b * sy, c, d * sx, e * sy, f, g * sx, h * sy);
  }

  /** First this, then {@code x' = width - x}. */
  Projection mirrored(double width) {
    return new Projection(width * g - a, width * h - b, width - c, d, e, f, g, h);
  }

  /** A turn, a scale and a shift that take one point with its direction to another. */
  public static Projection similarity(
      double x, double y, double toX, double toY, double scale, double rotation) {
    double cos = scale * Math.cos(rotation);
    double sin = scale * Math.sin(rotation);
    return affine(cos, -sin, toX - cos * x + sin * y, sin, cos, toY - sin * x - cos * y);
  }
}
