package dev.cordon.matcher.pdq;

import dev.cordon.matcher.Signal;

/**
 * How often the hashes of two unrelated pictures are near each other.
 *
 * <p>The bits of a hash are not independent: pictures share habits (a bright middle, a dark sky),
 * so near pairs are more frequent than among coin throws. Measured on 24 million pairs of hashes of
 * 1752 quarters of 500 photographs, drawings and astronomical pictures, each against the eight
 * turns of the others: the middle is binomial (mean 128.0, standard deviation 8.05), the tail from
 * 96 bits down to 72, where it ends, is a straight line on a logarithmic scale that loses a power
 * of ten every 9 bits and is 1 in 120,000 at 80. The line here lies above what was measured and is
 * flatter, so that beyond the measured range it errs towards too many.
 *
 * <p>Below a {@link #FAIR quality of 50} the distance says little: 1.5 of a thousand such pairs
 * were equal in all bits, and hardly more were within 64.
 */
public final class PdqOdds {
  /** From this quality on a picture has enough structure; recommended with the algorithm. */
  public static final int FAIR = 50;

  private static final double AT_80 = 1e-5;
  private static final double BITS_A_POWER_OF_TEN = 10;
  private static final double POOR = 1.5e-3;

  private PdqOdds() {}

  /** Whether it is the hash of a picture that PDQ could take for any other plain one. */
  public static boolean tooPlain(Signal signal) {
    return signal.type().equals(Signal.PDQ) && signal.quality() < FAIR;
  }

  /**
   * The chance that the hashes of two unrelated pictures are at most so far apart.
   *
   * @param distance 0 to 256
   * @param quality of the poorer one, 0 to 100
   * @return over 0, at most 1
   */
  public static double chance(int distance, int quality) {
    double tail = AT_80 * Math.pow(10, (distance - 80) / BITS_A_POWER_OF_TEN);
    return Math.min(1, quality < FAIR ? tail + POOR : tail);
  }
}
