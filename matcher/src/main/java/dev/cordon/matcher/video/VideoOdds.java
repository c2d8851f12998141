package dev.cordon.matcher.video;

/** How the evidence of a stretch becomes a distance, and how often unrelated films are so near. */
public final class VideoOdds {
  /** The greatest distance that is a match unless a bank says otherwise. */
  public static final int THRESHOLD = 50;

  static final int FARTHEST = 100;

  /** Bits at which a still speaks neither for nor against. */
  private static final double NEUTRAL = 88;

  /** Bits that are worth as much as one point. */
  private static final double BITS_A_POINT = 20;

  /** What one still is worth at most, for and against. */
  private static final double MOST = 3;

  static final double LEAST = -1;

  /** What is less is not even unlikely. */
  static final double LEAST_WORTH = 1;

  /** Points that make a match: two stills that are the same, or more that are alike. */
  private static final double ENOUGH = 5;

  /** Of a film that is one still there is no more to be had. */
  private static final double ENOUGH_OF_ONE = 2.9;

  /** Landmarks that a place needs at least when frames agree well, and when they hardly do. */
  private static final double LEAST_LANDMARKS = 5;

  private static final double MOST_LANDMARKS = 8;
  private static final double POINTS_A_LANDMARK = 3;
  private static final double LANDMARKS_A_POINT = 8;
  private static final double MOST_OF_LANDMARKS = 1.5;
  private static final double ENOUGH_OF_PLACE = 5.1;

  /** Two films of one room are as alike at any other time. */
  private static final double LEAST_MARGIN = 0.025;

  /** A line of another speed was chosen among more, so that it fits better by chance. */
  private static final double MARGIN_OF_SPEED = 0.15;

  private static final double ELSEWHERE = 0.05;

  /** Logarithms of speed. */
  private static final double LITTLE = 0.07;

  private static final double MUCH = 0.27;

  private static final double MOST_CHANGE = 0.45;
  private static final double NO_CORRELATION = 0.25;
  private static final double CORRELATION_POINTS = 6;

  private static final double STEPS = 25;

  /** Of pairs of unrelated films, as near as {@link #THRESHOLD}. */
  private static final double CHANCE = 1e-6;

  private VideoOdds() {}

  /** Whether nobody needs to look whether the same seconds are somewhere else in the entry. */
  static boolean isSure(int distance) {
    return distance <= THRESHOLD / 2;
  }

  /** What a still tells whose hash differs in so many bits from the entry's at its place. */
  static double worth(int bits) {
    return Math.max(LEAST, Math.min(MOST, (NEUTRAL - bits) / BITS_A_POINT));
  }

  /**
   * Of stills that look the same.
   *
   * @param speed how fast the film is played: seldom much faster or slower than it was
   * @param oneStill whether there is hardly more in one of the two films than what agrees
   */
  static int distance(double worth, double speed, boolean oneStill) {
    double points = worth * likelihood(Math.abs(Math.log(speed)));
    double strength = points / (oneStill ? ENOUGH_OF_ONE : ENOUGH);
    return steps(strength);
  }

  /**
   * Of a picture that lies in another.
   *
   * @param landmarks how many lie where they should
   * @param worth of frames that look like stills where they overlap
   * @param speed how fast the film is played
   * @param margin how much more alike they are than elsewhere in the entry
   */
  static int distance(int landmarks, double worth, double speed, double margin) {
    double change = Math.abs(Math.log(speed));
    double points = worth * likelihood(change);
    points *= margin < LEAST_MARGIN + MARGIN_OF_SPEED * change ? ELSEWHERE : 1;
    points += Math.min(MOST_OF_LANDMARKS, landmarks / LANDMARKS_A_POINT);
    double needed = Math.max(LEAST_LANDMARKS, MOST_LANDMARKS - points / POINTS_A_LANDMARK);
    return steps(Math.min(landmarks / needed, points / ENOUGH_OF_PLACE));
  }

  private static double likelihood(double change) {
    return change < LITTLE ? 1 : change < MUCH ? 0.6 : change < MOST_CHANGE ? 0.35 : 0.1;
  }

  private static int steps(double strength) {
    double distance = THRESHOLD - STEPS * (strength - 1);
    return (int) Math.max(0, Math.min(FARTHEST, Math.round(distance)));
  }

  /** What a still tells that correlates so with the entry's, -1 to 1, where they overlap. */
  static double worth(double correlation) {
    return Math.max(LEAST, Math.min(MOST, (correlation - NO_CORRELATION) * CORRELATION_POINTS));
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
