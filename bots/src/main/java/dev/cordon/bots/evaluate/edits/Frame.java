package dev.cordon.bots.evaluate.edits;

/**
 * A film's picture as it is being edited.
 *
 * @param label of FFmpeg's stream
 * @param width in pixels, even
 * @param height in pixels, even
 * @param rate frames a second
 */
record Frame(String label, int width, int height, double rate) {
  private static final int LONG = 1280;
  private static final int SHORT = 720;
  private static final double FASTEST = 30;

  /** The size and rate at which a film is edited: its own, at most 1280 x 720 at 30 a second. */
  static Frame of(Clip clip) {
    int longer = Math.max(clip.width(), clip.height());
    int shorter = Math.min(clip.width(), clip.height());
    double scale = Math.min(1, Math.min((double) LONG / longer, (double) SHORT / shorter));
    double rate = clip.rate() > 0 ? Math.min(FASTEST, clip.rate()) : FASTEST;
    return new Frame("", even(clip.width() * scale), even(clip.height() * scale), rate);
  }

  /** The nearest size that encoders take. */
  static int even(double pixels) {
    return Math.max(2, 2 * (int) Math.round(pixels / 2));
  }

  Frame at(String other) {
    return new Frame(other, width, height, rate);
  }

  Frame sized(int newWidth, int newHeight) {
    return new Frame(label, newWidth, newHeight, rate);
  }

  Frame paced(double newRate) {
    return new Frame(label, width, height, newRate);
  }
}
