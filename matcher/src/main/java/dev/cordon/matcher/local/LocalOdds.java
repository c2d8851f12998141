package dev.cordon.matcher.local;

/**
 * How the evidence of a fit becomes a distance, and how often two unrelated pictures are that near.
 *
 * <p>A logistic regression on fits, true and false: 1016 copies of 296 pictures, edited in 127
 * ways, as many of pictures that the bank does not hold, and 608 pairs of unrelated pictures made
 * to look alike, by the same frame, logo, meme or application; those that are the same form or
 * pattern twice were left out, since nothing tells them apart. What it learned: a copy agrees all
 * over, or it is so degraded that its codes are far; who shares only a frame has codes that are
 * near and few of them; in a pattern hardly any feature is alone.
 */
public final class LocalOdds {
  /** The greatest distance that is a match unless a bank says otherwise. */
  public static final int THRESHOLD = 50;

  /** Of {@link #terms}, as benchmarks' odds.Training prints them. */
  private static final double[] WEIGHTS = {
    0.8134, -0.6068, 3.0611, 1.5996, -0.6241, -0.1985, -0.3031, -3.1581, 1.1454, -1.6370, -1.5467,
    0.5334, 2.3471, -0.9397, 3.2896, 1.2938, -0.3438, -0.6458, -0.8020, -2.1930, 4.3756, -0.4961,
    -1.0530, -1.3460, 0.2401, 0.1035, -1.8119, 0.8528, -0.3610, 1.8219
  };

  /** With fewer features that count, nothing but the layout would speak for a fit. */
  private static final int LEAST = 3;

  /** More features that are alone do not make it surer. */
  private static final double MANY = 120;

  /** Mean distance of codes in a fit to an unrelated picture. */
  private static final double FAR = 24;

  private static final int EVEN = 50;
  private static final int STEPS = 5;
  private static final int FARTHEST = 100;

  /**
   * Of pairs of unrelated pictures, as near as {@link #EVEN}. Among 600,000 pairs 180 were nearer
   * than 80, 6 than 65 and none than 55; this line is flatter and errs towards too many.
   */
  private static final double CHANCE = 1e-6;

  private static final double POWER_OF_TEN = 13;

  private LocalOdds() {}

  /** A score of 0 is 50; each point of score is 5. */
  static int distance(Evidence evidence) {
    double steps = EVEN - STEPS * score(evidence);
    return (int) Math.max(0, Math.min(FARTHEST, Math.round(steps)));
  }

  private static double score(Evidence e) {
    if (e.inliers() < LEAST) {
      return -EVEN;
    }
    double[] terms = terms(e);
    double score = 0;
    for (int i = 0; i < terms.length; i++) {
      score += WEIGHTS[i] * terms[i];
    }
    return score;
  }

  /**
   * What is weighed: ten measures and those of their products that were found to tell something.
   */
  static double[] terms(Evidence e) {
    double alone = Math.log1p(Math.min(e.alone(), MANY));
    double inliers = Math.log1p(Math.min(e.inliers(), MANY)) - alone;
    double shown = Math.log((e.alone() + 0.5) / (Math.max(e.visible(), e.inliers()) + 1));
    double covered = e.covered() / (double) Math.max(1, Math.max(e.cells(), e.covered()));
    double blocks = e.layout().agreeing() / (double) Math.max(1, e.layout().blocks());
    double layout = e.layout().mean();
    double bits = (e.inliers() > 0 ? e.bits() : FAR) / 10;
    double edges = Math.log1p(e.layout().weight() / 100);
    double query = e.queryArea();
    return new double[] {
      1,
      alone,
      inliers,
      shown,
      covered,
      blocks,
      layout,
      bits,
      Math.log(e.entryArea() + 0.02),
      edges,
      query,
      alone * alone / 5,
      alone * covered,
      alone * blocks,
      alone * layout,
      alone * bits,
      alone * shown,
      alone * edges,
      shown * bits,
      shown * layout,
      shown * covered,
      covered * layout,
      covered * blocks,
      covered * bits,
      blocks * layout,
      layout * layout,
      layout * bits,
      layout * edges,
      layout * query,
      layout * Math.min(1, e.layout().blocks() / 16.0)
    };
  }

  /**
   * The chance that a picture shows an unrelated entry at most so far away.
   *
   * @param distance 0 to 100
   */
  public static double chance(int distance) {
    return Math.min(1, CHANCE * Math.pow(10, (distance - EVEN) / POWER_OF_TEN));
  }
}
