package dev.cordon.matcher.video;

/** How the evidence of a stretch becomes a distance, and how often unrelated films are so near. */
public final class VideoOdds {
  /** The greatest distance that is a match unless a bank says otherwise. */
  public static final int THRESHOLD = 50;

  /** More bits than two hashes can differ in: there is nothing to compare with. */
  static final int FAR = 257;

  static final int FARTHEST = 100;

  /** Bits at which a still speaks neither for nor against. */
  private static final double NEUTRAL = 88;

  /** Bits that are worth as much as one point. */
  private static final double BITS_A_POINT = 20;

  /** What one still is worth at most, for and against. */
  private static final double MOST = 3;

  private static final double LEAST = -1;

  /** Points that make a match: two stills that are the same, or more that are alike. */
  private static final double ENOUGH = 4;

  /** Of a film that is one still there is no more to be had. */
  private static final double ENOUGH_OF_ONE = 2.9;

  private static final double STEPS = 25;

  /** Of pairs of unrelated films, as near as {@link #THRESHOLD}. */
  private static final double CHANCE = 1e-6;

  private VideoOdds() {}

  /** What a still tells whose hash differs in so many bits from the entry's at its place. */
  static double worth(int bits) {
    return Math.max(LEAST, Math.min(MOST, (NEUTRAL - bits) / BITS_A_POINT));
  }

  static int distance(double worth, boolean oneStill) {
    double strength = worth / (oneStill ? ENOUGH_OF_ONE : ENOUGH);
    double distance = THRESHOLD - STEPS * (strength - 1);
    return (int) Math.max(0, Math.min(FARTHEST, Math.round(distance)));
  }

  /**
   * The chance that a film is at most so far from an unrelated entry.
   *
   * @param distance 0 to 100
   */
  public static double chance(int distance) {
    return Math.min(1, CHANCE * Math.pow(10, (distance - THRESHOLD) / 10.0));
  }
}
