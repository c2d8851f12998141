package dev.cordon.matcher.audio;

/**
 * Chroma words compatible with Chromaprint's default algorithm ("test2", what {@code fpcalc -raw}
 * prints): one of 32 bits for each {@link #HOP} samples, the first when 20 frames are there.
 */
final class ChromaWords {
  /** Samples from one word to the next. */
  static final int HOP = 1365;

  private static final int FRAME = 4096;
  private static final int NOTES = 12;
  private static final double A0 = 440.0 / 16;
  private static final int LOWEST_HERTZ = 28;
  private static final int HIGHEST_HERTZ = 3520;
  private static final double[] SMOOTHING = {0.25, 0.75, 1, 0.75, 0.25};
  private static final double SILENT = 0.01;

  /** Full scale of 16 bits, which Chromaprint takes, over its own scale. */
  private static final double SCALE = 32768.0 / 32767;

  private final Spectrum spectrum =
      new Spectrum(Spectrum.window(FRAME, 0.54 * SCALE, 0.46 * SCALE), HOP);
  private final int firstBin = bin(LOWEST_HERTZ);
  private final int lastBin = bin(HIGHEST_HERTZ);
  private final int[] note = notes(lastBin);
  private final double[][] chroma = new double[SMOOTHING.length][NOTES];

  /** Sums over notes and frames up to each, of the newest frames; one more for what was before. */
  private final double[][] sums = new double[ChromaClassifier.MOST_FRAMES + 1][NOTES + 1];

  private final Ints words = new Ints();
  private int frames;
  private int rows;

  void accept(float[] samples, int length) {
    spectrum.accept(samples, length, this::frame);
  }

  int[] words() {
    return words.toArray();
  }

  private static int bin(double hertz) {
    return (int) Math.round(FRAME * hertz / AudioExtractor.RATE);
  }

  private static int[] notes(int lastBin) {
    int[] note = new int[lastBin];
    for (int i = 1; i < lastBin; i++) {
      double octave = Math.log((double) i * AudioExtractor.RATE / FRAME / A0) / Math.log(2);
      note[i] = (int) (NOTES * (octave - Math.floor(octave)));
    }
    return note;
  }

  private void frame(float[] packed) {
    double[] row = chroma[frames % chroma.length];
    java.util.Arrays.fill(row, 0);
    for (int i = firstBin; i < lastBin; i++) {
      row[note[i]] += Spectrum.power(packed, i);
    }
    frames++;
    if (frames >= SMOOTHING.length) {
      row(smoothed());
    }
  }

  /** Smoothed in time and of length one; nothing when it is silent. */
  private double[] smoothed() {
    double[] smooth = new double[NOTES];
    double squares = 0;
    for (int i = 0; i < NOTES; i++) {
      for (int j = 0; j < SMOOTHING.length; j++) {
        smooth[i] += chroma[(frames + j) % SMOOTHING.length][i] * SMOOTHING[j];
      }
      squares += smooth[i] * smooth[i];
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < NOTES; i++) {
      smooth[i] = norm < SILENT ? 0 : smooth[i] / norm;
    }
    return smooth;
  }

  private void row(double[] smooth) {
    double[] before = sums[rows % sums.length];
    double[] now = sums[(rows + 1) % sums.length];
    double sum = 0;
    for (int i = 0; i < NOTES; i++) {
      sum += smooth[i];
      now[i + 1] = before[i + 1] + sum;
    }
    rows++;
    if (rows >= ChromaClassifier.MOST_FRAMES) {
      words.add(word());
    }
  }

  private int word() {
    int word = 0;
    for (ChromaClassifier classifier : ChromaClassifier.ALL) {
      word = word << 2 | classifier.bits(this::sum);
    }
    return word;
  }

  private double sum(int fromFrame, int toFrame, int fromNote, int toNote) {
    int oldest = rows - ChromaClassifier.MOST_FRAMES;
    double[] from = sums[(oldest + fromFrame) % sums.length];
    double[] to = sums[(oldest + toFrame) % sums.length];
    return to[toNote] - to[fromNote] - from[toNote] + from[fromNote];
  }
}
