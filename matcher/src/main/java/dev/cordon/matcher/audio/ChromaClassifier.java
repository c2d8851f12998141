package dev.cordon.matcher.audio;

/**
 * Two bits of a chroma word: areas of the chroma image compared, the logarithm of their ratio
 * sorted into four steps. Figures: Chromaprint's algorithm "test2".
 *
 * @param shape which areas are compared, 0 to 5
 * @param note the lowest row of the area, 0 to 11
 * @param notes rows of the area
 * @param frames columns of the area
 */
record ChromaClassifier(
    int shape, int note, int notes, int frames, double first, double second, double third) {

  /** In the order of their bits, the highest first. */
  static final ChromaClassifier[] ALL = {
    new ChromaClassifier(0, 4, 3, 15, 1.98215, 2.35817, 2.63523),
    new ChromaClassifier(4, 4, 6, 15, -1.03809, -0.651211, -0.282167),
    new ChromaClassifier(1, 0, 4, 16, -0.298702, 0.119262, 0.558497),
    new ChromaClassifier(3, 8, 2, 12, -0.105439, 0.0153946, 0.135898),
    new ChromaClassifier(3, 4, 4, 8, -0.142891, 0.0258736, 0.200632),
    new ChromaClassifier(4, 0, 3, 5, -0.826319, -0.590612, -0.368214),
    new ChromaClassifier(1, 2, 2, 9, -0.557409, -0.233035, 0.0534525),
    new ChromaClassifier(2, 7, 3, 4, -0.0646826, 0.00620476, 0.0784847),
    new ChromaClassifier(2, 6, 2, 16, -0.192387, -0.029699, 0.215855),
    new ChromaClassifier(2, 1, 3, 2, -0.0397818, -0.00568076, 0.0292026),
    new ChromaClassifier(5, 10, 1, 15, -0.53823, -0.369934, -0.190235),
    new ChromaClassifier(3, 6, 2, 10, -0.124877, 0.0296483, 0.139239),
    new ChromaClassifier(2, 1, 1, 14, -0.101475, 0.0225617, 0.231971),
    new ChromaClassifier(3, 5, 6, 4, -0.0799915, -0.00729616, 0.063262),
    new ChromaClassifier(1, 9, 2, 12, -0.272556, 0.019424, 0.302559),
    new ChromaClassifier(3, 4, 2, 14, -0.164292, -0.0321188, 0.0846339),
  };

  /** The most frames that one looks at. */
  static final int MOST_FRAMES = 16;

  private static final int[] GRAY = {0, 1, 3, 2};

  /** Sums of the chroma image. */
  interface Image {
    /** The sum over some frames, counted from the oldest that is held, and some notes. */
    double sum(int fromFrame, int toFrame, int fromNote, int toNote);
  }

  /** The two bits, in Gray code. */
  int bits(Image image) {
    double value = Math.log((1 + plus(image)) / (1 + minus(image)));
    int step = value < second ? (value < first ? 0 : 1) : (value < third ? 2 : 3);
    return GRAY[step];
  }

  private double plus(Image image) {
    int half = frames / 2;
    int third = frames / 3;
    int middle = note + notes / 2;
    int end = note + notes;
    return switch (shape) {
      case 0 -> image.sum(0, frames, note, end);
      case 1 -> image.sum(0, frames, middle, end);
      case 2 -> image.sum(half, frames, note, end);
      case 3 -> image.sum(0, half, middle, end) + image.sum(half, frames, note, middle);
      case 4 -> image.sum(0, frames, note + notes / 3, note + 2 * (notes / 3));
      default -> image.sum(third, 2 * third, note, end);
    };
  }

  private double minus(Image image) {
    int half = frames / 2;
    int third = frames / 3;
    int middle = note + notes / 2;
    int end = note + notes;
    return switch (shape) {
      case 0 -> 0;
      case 1 -> image.sum(0, frames, note, middle);
      case 2 -> image.sum(0, half, note, end);
      case 3 -> image.sum(0, half, note, middle) + image.sum(half, frames, middle, end);
      case 4 ->
          image.sum(0, frames, note, note + notes / 3)
              + image.sum(0, frames, note + 2 * (notes / 3), end);
      default -> image.sum(0, third, note, end) + image.sum(2 * third, frames, note, end);
    };
  }
}
