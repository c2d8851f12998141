package dev.cordon.matcher.video;

/**
 * Where a film may lie in an entry.
 *
 * @param offset the entry's second at the film's beginning
 * @param speed how many seconds of the entry a second is
 */
record Line(double offset, double speed) {
  /** Frames are a second apart, or less after cuts, in either film. */
  static final double TOLERANCE = 0.6;

  Line shifted(double seconds) {
    return new Line(offset + seconds, speed);
  }

  double at(double seconds) {
    return offset + speed * seconds;
  }
}
