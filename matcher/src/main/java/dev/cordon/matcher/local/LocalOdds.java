package dev.cordon.matcher.local;

/**
 * How the evidence of a fit becomes a distance, and how often two unrelated pictures are that near.
 *
 * <p>A logistic regression on true and false fits between 574 pictures and 127 kinds of edits of 37
 * pictures, half of them unknown; {@code benchmarks/README.md} says how to repeat it.
 */
public final class LocalOdds {
  /** The greatest distance that is a match unless a bank says otherwise. */
  public static final int THRESHOLD = 44;

  static final double INTERCEPT = -2.53;
  static final double INLIERS = 1.18;
  static final double MANY = 60;
  static final double LAYOUT = 2.38;
  static final double COVERING = 1.72;
  static final double BITS = -0.327;
  static final double MATCHED = 1.5;
  static final double AREA = 2.51;
  static final double LAYOUT_WEIGHT = 0.652;
  private static final int EVEN = 50;
  private static final int STEPS = 5;
  private static final int FARTHEST = 100;

  /** Of pairs of unrelated pictures, as near as {@link #EVEN}; a tenth for each two of score. */
  private static final double CHANCE = 1e-6;

  private LocalOdds() {}

  /** A score of 0, as likely a copy as not among the fits, is 50; each point of score is 5. */
  static int distance(double score) {
    return (int) Math.max(0, Math.min(FARTHEST, Math.round(EVEN - STEPS * score)));
  }

  /**
   * The chance that a picture shows an unrelated entry at most so far away.
   *
   * @param distance 0 to 100
   */
  public static double chance(int distance) {
    return Math.min(1, CHANCE * Math.pow(10, (distance - EVEN) / (2.0 * STEPS)));
  }
}
