package dev.cordon.matcher.audio;

import dev.cordon.matcher.signal.Picture;
import java.util.Arrays;

/**
 * A stretch of sound as people see it, of the same frames and pitches as its spectral peaks. For
 * one thread.
 */
public final class Spectrogram {
  /** Octaves above {@link #LOWEST_HERTZ} that are shown. */
  public static final double OCTAVES = 4.2;

  /** The pitch at the bottom. */
  public static final double LOWEST_HERTZ = SpectralPeaks.LOWEST_HERTZ;

  private static final int ROWS = 168;
  private static final int MOST_COLUMNS = 900;
  private static final int FRAME = SpectralPeaks.FRAME;

  /** From the loudest to white, in decibels. */
  private static final double RANGE = 48;

  private static final int WHITE = 255;

  /** The loudest is not black, so that what is drawn over it stands out. */
  private static final int DARKEST = 56;

  private final Spectrum spectrum =
      new Spectrum(Spectrum.window(FRAME, 0.5, 0.5), SpectralPeaks.HOP);
  private final double first;
  private final double last;
  private final float[][] loudness;
  private int count;

  /**
   * @param from in seconds
   * @param to in seconds, later
   */
  public Spectrogram(double from, double to) {
    first = AudioFeatures.frames(from);
    last = Math.max(first + 1, AudioFeatures.frames(to));
    loudness = new float[(int) Math.min(MOST_COLUMNS, last - first)][ROWS];
  }

  /** Takes the next samples, as an {@link AudioExtractor} does. */
  public void accept(float[] samples, int length) {
    if (!isFull()) {
      spectrum.accept(samples, length, this::frame);
    }
  }

  /** Whether the stretch is over. */
  public boolean isFull() {
    return count >= last;
  }

  private void frame(float[] packed) {
    if (count >= first && count < last) {
      int column = (int) ((count - first) * loudness.length / (last - first));
      for (int row = 0; row < ROWS; row++) {
        loudness[column][row] = Math.max(loudness[column][row], power(packed, row));
      }
    }
    count++;
  }

  /** Of what a row of the picture stands for, the loudest. */
  private static float power(float[] packed, int row) {
    float most = 0;
    int to = bin(row + 1.0);
    for (int bin = bin(row); bin <= to; bin++) {
      most = Math.max(most, Spectrum.power(packed, bin));
    }
    return most;
  }

  private static int bin(double row) {
    double hertz = LOWEST_HERTZ * Math.pow(2, row / ROWS * OCTAVES);
    return (int) Math.round(hertz * FRAME / AudioExtractor.RATE);
  }

  /** Grey, the louder the darker, low pitches at the bottom. */
  public Picture picture() {
    float loudest = 1e-6f;
    for (float[] column : loudness) {
      for (float power : column) {
        loudest = Math.max(loudest, power);
      }
    }
    byte[] luma = new byte[loudness.length * ROWS];
    Arrays.fill(luma, (byte) WHITE);
    for (int i = 0; i < luma.length; i++) {
      float power = loudness[i % loudness.length][ROWS - 1 - i / loudness.length];
      double below = -10 * Math.log10(Math.max(power, 1e-12) / loudest);
      luma[i] = (byte) Math.round(DARKEST + (WHITE - DARKEST) * Math.min(1, below / RANGE));
    }
    return Picture.grey(loudness.length, ROWS, luma);
  }
}
