package dev.cordon.matcher.audio;

import org.jtransforms.fft.FloatFFT_1D;

/** Power spectra of frames that overlap, of sound that comes in pieces of any length. */
final class Spectrum {
  private final int size;
  private final int hop;
  private final float[] window;
  private final float[] held;
  private final float[] frame;
  private final FloatFFT_1D fft;
  private int filled;

  /** What takes the frames. */
  interface Sink {
    /**
     * Takes one frame's spectrum.
     *
     * @param packed real and imaginary part of bin {@code k} at {@code 2k} and {@code 2k + 1},
     *     valid until the method returns
     */
    void accept(float[] packed);
  }

  /**
   * @param window one weight for each sample of a frame
   * @param hop samples from one frame to the next, at most a frame
   */
  Spectrum(float[] window, int hop) {
    this.size = window.length;
    this.hop = hop;
    this.window = window;
    this.held = new float[size];
    this.frame = new float[size];
    this.fft = new FloatFFT_1D(size);
  }

  void accept(float[] samples, int length, Sink sink) {
    int at = 0;
    while (at < length) {
      int taken = Math.min(length - at, size - filled);
      System.arraycopy(samples, at, held, filled, taken);
      at += taken;
      filled += taken;
      if (filled == size) {
        transform(sink);
        System.arraycopy(held, hop, held, 0, size - hop);
        filled = size - hop;
      }
    }
  }

  private void transform(Sink sink) {
    for (int i = 0; i < size; i++) {
      frame[i] = held[i] * window[i];
    }
    fft.realForward(frame);
    sink.accept(frame);
  }

  /** The squared magnitude of a bin above 0 and below the middle. */
  static float power(float[] packed, int bin) {
    float real = packed[2 * bin];
    float imaginary = packed[2 * bin + 1];
    return real * real + imaginary * imaginary;
  }

  /** A raised cosine between {@code base - swing} and {@code base + swing}. */
  static float[] window(int size, double base, double swing) {
    float[] window = new float[size];
    for (int i = 0; i < size; i++) {
      window[i] = (float) (base - swing * Math.cos(2 * Math.PI * i / (size - 1)));
    }
    return window;
  }
}
