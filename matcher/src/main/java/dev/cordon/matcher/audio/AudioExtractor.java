package dev.cordon.matcher.audio;

/**
 * Computes the features of sound that comes in pieces; keeps a second of it and what it found. For
 * one thread.
 */
public final class AudioExtractor {
  /** Samples a second that it takes. */
  public static final int RATE = 11_025;

  private final ChromaWords words = new ChromaWords();
  private final SpectralPeaks peaks = new SpectralPeaks();

  /**
   * Takes the next samples.
   *
   * @param samples one channel, -1 to 1, {@link #RATE} a second
   * @param length how many of them
   */
  public void accept(float[] samples, int length) {
    words.accept(samples, length);
    peaks.accept(samples, length);
  }

  /** The features of all that was taken. */
  public AudioFeatures features() {
    return new AudioFeatures(peaks.count(), words.words(), peaks.peaks());
  }
}
