package dev.cordon.matcher.audio;

/**
 * Finds what stands out in time and frequency: maxima of the spectrogram within {@link #REACH}
 * frames and about a sixth of an octave to each side. A steady tone has none, nor has silence.
 */
final class SpectralPeaks {
  /** Samples from one frame to the next. */
  static final int HOP = 256;

  /** Steps of frequency an octave. */
  static final int OCTAVE = 256;

  static final int FRAME = 1024;
  private static final int REACH = 8;
  private static final int HELD = 2 * REACH + 1;
  private static final int LOWEST = 19;
  private static final int HIGHEST = 335;
  static final double LOWEST_HERTZ = 200;
  private static final int LEAST_RADIUS = 4;
  private static final int RADIUS_SHARE = 9;

  /** Of full scale: a tone of about -66 dB. */
  private static final float SILENT = (float) (Math.pow(10, -6.6) * FRAME * FRAME / 16);

  /** Below the loudest of the frames around: what no codec keeps. */
  private static final float FAINT = 1e-4f;

  /** How much a peak rises over what is before or after it. */
  private static final float RISE = 1.35f;

  private final Spectrum spectrum = new Spectrum(Spectrum.window(FRAME, 0.5, 0.5), HOP);
  private final float[][] power = new float[HELD][HIGHEST + 2];
  private final float[] loudest = new float[HELD];
  private final Ints frames = new Ints();
  private final Ints pitches = new Ints();
  private int count;

  void accept(float[] samples, int length) {
    spectrum.accept(samples, length, this::frame);
  }

  /** How many frames there were. */
  int count() {
    return count;
  }

  Peaks peaks() {
    return new Peaks(frames.toArray(), pitches.toArray());
  }

  private void frame(float[] packed) {
    float[] row = power[count % HELD];
    float most = 0;
    for (int k = LOWEST - 1; k < row.length; k++) {
      row[k] = Spectrum.power(packed, k);
      most = Math.max(most, row[k]);
    }
    loudest[count % HELD] = most;
    count++;
    if (count >= HELD) {
      pick(count - 1 - REACH);
    }
  }

  private void pick(int frame) {
    float[] row = power[frame % HELD];
    float floor = SILENT;
    for (float most : loudest) {
      floor = Math.max(floor, most * FAINT);
    }
    for (int k = LOWEST; k <= HIGHEST; k++) {
      float p = row[k];
      if (p >= floor && p > row[k - 1] && p >= row[k + 1] && isPeak(frame, k, p)) {
        frames.add(frame);
        pitches.add(pitch(row, k));
      }
    }
  }

  private boolean isPeak(int frame, int k, float p) {
    int radius = Math.max(LEAST_RADIUS, k / RADIUS_SHARE);
    int from = Math.max(LOWEST - 1, k - radius);
    int to = Math.min(HIGHEST + 1, k + radius);
    for (int distance = 0; distance <= REACH; distance++) {
      if (exceeds(frame - distance, from, to, p) || exceeds(frame + distance, from, to, p)) {
        return false;
      }
    }
    float edge = Math.min(most(frame - REACH, from, to), most(frame + REACH, from, to));
    return p >= RISE * edge;
  }

  private boolean exceeds(int frame, int from, int to, float p) {
    float[] row = power[frame % HELD];
    for (int k = from; k <= to; k++) {
      if (row[k] > p) {
        return true;
      }
    }
    return false;
  }

  private float most(int frame, int from, int to) {
    float[] row = power[frame % HELD];
    float most = 0;
    for (int k = from; k <= to; k++) {
      most = Math.max(most, row[k]);
    }
    return most;
  }

  /** Between bins, from the parabola through the logarithms of three. */
  private static int pitch(float[] row, int k) {
    double left = Math.log(row[k - 1] + 1e-12);
    double middle = Math.log(row[k] + 1e-12);
    double right = Math.log(row[k + 1] + 1e-12);
    double bend = left - 2 * middle + right;
    double shift = bend < 0 ? 0.5 * (left - right) / bend : 0;
    double hertz = (k + shift) * AudioExtractor.RATE / FRAME;
    return (int) Math.round(Math.max(0, OCTAVE * Math.log(hertz / LOWEST_HERTZ) / Math.log(2)));
  }
}
