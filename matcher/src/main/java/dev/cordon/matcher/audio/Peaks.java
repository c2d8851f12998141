package dev.cordon.matcher.audio;

/**
 * Spectral peaks, the earliest first.
 *
 * @param frame when, in frames of {@link SpectralPeaks#HOP} samples
 * @param pitch in 1/256 octaves above 200 Hz
 * @param starts the first peak at or after every eighth frame
 */
record Peaks(int[] frame, int[] pitch, int[] starts) {
  private static final int STEP_BITS = 3;

  Peaks(int[] frame, int[] pitch) {
    this(frame, pitch, starts(frame));
  }

  private static int[] starts(int[] frame) {
    int last = frame.length == 0 ? 0 : frame[frame.length - 1];
    int[] starts = new int[(last >> STEP_BITS) + 1];
    int peak = 0;
    for (int i = 0; i < starts.length; i++) {
      while (peak < frame.length && frame[peak] < i << STEP_BITS) {
        peak++;
      }
      starts[i] = peak;
    }
    return starts;
  }

  int size() {
    return frame.length;
  }

  /** The first peak at or after a frame. */
  int from(double time) {
    int step = (int) Math.max(0, time) >> STEP_BITS;
    int peak = step < starts.length ? starts[step] : frame.length;
    while (peak < frame.length && frame[peak] < time) {
      peak++;
    }
    return peak;
  }
}
