package dev.cordon.matcher.audio;

/** How the evidence of a stretch becomes a distance, and how often unrelated sound is that near. */
public final class AudioOdds {
  /** The greatest distance that is a match unless a bank says otherwise. */
  public static final int THRESHOLD = 50;

  private static final int FARTHEST = 100;

  /** Of peaks, in natural logarithms of odds: what no unrelated sound came near to. */
  private static final double ENOUGH = 30;

  /** Words of one voice, and beats of one drum, may be the same for some seconds. */
  private static final double LEAST_SECONDS = 3.2;

  /** Share of a stretch's peaks that need a partner, and when speed or pitch are not the same. */
  private static final double LEAST_SHARE = 0.14;

  private static final double LEAST_SHARE_CHANGED = 0.27;

  /** What counts as the same; most copies are neither faster nor higher. */
  private static final double UNCHANGED = 0.012;

  /** No copy that anybody would listen to is changed more. */
  private static final double MOST_CHANGED = 0.16;

  /** Share of the bits that differ elsewhere in an entry that may differ in a copy. */
  private static final double LEAST_CONTRAST = 0.62;

  private static final double STEPS = 25;

  /** Of pairs of unrelated sounds, as near as {@link #THRESHOLD}. */
  private static final double CHANCE = 1e-6;

  private AudioOdds() {}

  static int distance(PeakMatch.Stretch stretch, double seconds) {
    double share = stretch.matched() / (double) (stretch.to() - stretch.from());
    double change = change(stretch.line());
    if (change > MOST_CHANGED) {
      return FARTHEST;
    }
    double least = change < UNCHANGED ? LEAST_SHARE : LEAST_SHARE_CHANGED;
    double strength = Math.min(stretch.weight() / ENOUGH, share / least);
    return steps(Math.min(strength, seconds / LEAST_SECONDS));
  }

  /** How much faster, slower, higher or lower. */
  private static double change(Line line) {
    double pitch = line.pitch() / SpectralPeaks.OCTAVE * Math.log(2);
    return Math.max(Math.abs(Math.log(line.speed())), Math.abs(pitch));
  }

  /**
   * Of chroma words: bits that differ against what unrelated sound of that length reaches.
   *
   * @param errors share of bits, 0 to 1
   * @param elsewhere the share when the stretch is moved along: small for a drone
   */
  static int distance(double errors, double elsewhere, double seconds) {
    double strength = 1 + (limit(seconds) - errors) * 12;
    return steps(Math.min(strength, 1 + (LEAST_CONTRAST * elsewhere - errors) * 12));
  }

  /** The greatest share of different bits that is a match: less for a short stretch. */
  static double limit(double seconds) {
    return Math.min(0.27, 0.05 + 0.06 * Math.log(Math.max(1, seconds)));
  }

  /** A strength of one is just enough. */
  private static int steps(double strength) {
    double distance = THRESHOLD - STEPS * (strength - 1);
    return (int) Math.max(0, Math.min(FARTHEST, Math.round(distance)));
  }

  /**
   * The chance that a sound is at most so far from an unrelated entry.
   *
   * @param distance 0 to 100
   */
  public static double chance(int distance) {
    return Math.min(1, CHANCE * Math.pow(10, (distance - THRESHOLD) / 10.0));
  }
}
