package dev.cordon.matcher.local;

/**
 * How the evidence of a fit becomes a distance, and how often two unrelated pictures are that near.
 *
 * <p>A logistic regression on the fits, true and false, of 127 kinds of edits of 37 pictures to a
 * bank of 574, and of 608 pairs of unrelated pictures made to look alike: by the same frame, logo,
 * meme, application or form. What it learned: a copy agrees all over, or it is so degraded that its
 * codes are far; who shares only a frame has codes that are near and few of them.
 */
public final class LocalOdds {
  /** The greatest distance that is a match unless a bank says otherwise. */
  public static final int THRESHOLD = 50;

  private static final double INTERCEPT = 6.28;
  private static final double INLIERS = -0.166;
  private static final double LAYOUT = 9.861;
  private static final double MANY = 60;
  private static final double COVERING = -0.957;
  private static final double BITS = -0.5312;
  private static final double MATCHED = 1.668;
  private static final double AREA = 2.941;
  private static final double LAYOUT_WEIGHT = 2.1832;
  private static final double MATCHED_NEAR = 0.3729;
  private static final double BLOCKS = -10.679;
  private static final double LAYOUT_NEAR = 0.1006;
  private static final double LAYOUT_INLIERS = 1.642;

  /** Mean distance of codes in a fit to an unrelated picture. */
  private static final double FAR = 22;

  private static final int EVEN = 50;
  private static final int STEPS = 5;
  private static final int FARTHEST = 100;

  /** Of pairs of unrelated pictures, as near as {@link #EVEN}; a tenth for each two of score. */
  private static final double CHANCE = 1e-6;

  private LocalOdds() {}

  /** A score of 0 is 50; each point of score is 5. */
  static int distance(Evidence evidence) {
    double steps = EVEN - STEPS * score(evidence);
    return (int) Math.max(0, Math.min(FARTHEST, Math.round(steps)));
  }

  private static double score(Evidence e) {
    if (e.inliers() == 0) {
      return -EVEN;
    }
    double inliers = Math.log(Math.min(e.inliers(), MANY));
    double near = FAR - e.bits();
    double matched = Math.log(e.inliers() / (double) Math.max(e.visible(), e.inliers()) + 0.02);
    double covering = e.covered() / (double) Math.max(1, Math.max(e.cells(), e.covered()));
    double layout = e.layout().mean();
    return INTERCEPT
        + INLIERS * inliers
        + COVERING * covering
        + BITS * e.bits()
        + MATCHED * matched
        + AREA * Math.log(e.entryArea() + 0.02)
        + LAYOUT * layout
        + LAYOUT_WEIGHT * layout * Math.log1p(e.layout().weight())
        + MATCHED_NEAR * matched * near
        + BLOCKS * e.layout().agreeing() / Math.max(1, e.layout().blocks())
        + LAYOUT_NEAR * layout * near
        + LAYOUT_INLIERS * layout * inliers;
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
