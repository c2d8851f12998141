package dev.cordon.matcher;

/**
 * How far a match can be trusted.
 *
 * @param confidence 0 to 1
 * @param falsePositives of a million unrelated pictures
 */
record Odds(double confidence, double falsePositives) {
  /** Two equal digests are two equal files. */
  static final Odds CERTAIN = new Odds(1, 0);

  /** How many of the pictures that are posted are expected to be in a bank: one in a thousand. */
  private static final double PRIOR = 1e-3;

  private static final double MILLION = 1e6;

  /**
   * The odds of a match with a bank.
   *
   * @param chance that one unrelated pair of fingerprints is at least so near, 0 to 1
   * @param pairs how many pairs were compared: fingerprints of the query times entries of the bank
   */
  static Odds of(double chance, double pairs) {
    double unrelated = -Math.expm1(-chance * pairs);
    return new Odds(PRIOR / (PRIOR + (1 - PRIOR) * unrelated), unrelated * MILLION);
  }
}
