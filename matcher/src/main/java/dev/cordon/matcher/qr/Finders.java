package dev.cordon.matcher.qr;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what looks like the finder patterns of QR codes. ZXing's own search takes time with the
 * third power of their number, which a hostile picture decides; this one stops.
 */
final class Finders extends FinderPatternFinder {
  /** Rows that are looked at: each third, since a pattern's centre is three modules high. */
  private static final int STEP = 3;

  /** Of equal height, each with its share of both bounds: noise above hides no code below. */
  private static final int BANDS = 8;

  private static final int MOST_LIKENESSES = 20_000;
  private static final int MOST_PATTERNS = 400;

  /** Kept of them; every three are looked at together. */
  static final int MOST_KEPT = 60;

  private static final int CONFIRMED = 2;

  private static final int RUNS = 5;

  private int likenesses;

  Finders(BitMatrix black) {
    super(black);
  }

  /** The patterns that were crossed most often, the largest modules first. */
  List<FinderPattern> find() {
    for (int band = 0; band < BANDS; band++) {
      scan(band);
    }
    return getPossibleCenters().stream()
        .filter(pattern -> pattern.getCount() >= CONFIRMED)
        .sorted(Comparator.comparingInt(FinderPattern::getCount).reversed())
        .limit(MOST_KEPT)
        .sorted(Comparator.comparingDouble(FinderPattern::getEstimatedModuleSize).reversed())
        .toList();
  }

  /** What the bands before left of the bounds is this one's too. */
  private void scan(int band) {
    int rows = getImage().getHeight() / STEP;
    BitArray row = new BitArray(getImage().getWidth());
    for (int i = rows * band / BANDS; i < rows * (band + 1) / BANDS && !enough(band); i++) {
      int y = (i + 1) * STEP - 1;
      row = getImage().getRow(y, row);
      scan(row, y, band);
    }
  }

  private boolean enough(int band) {
    return likenesses >= MOST_LIKENESSES / BANDS * (band + 1)
        || getPossibleCenters().size() >= MOST_PATTERNS / BANDS * (band + 1);
  }

  private void scan(BitArray row, int y, int band) {
    int[] runs = new int[RUNS];
    int begin = row.getNextSet(0);
    int white = 0;
    while (begin < row.getSize() && !enough(band)) {
      int end = row.getNextUnset(begin);
      System.arraycopy(runs, 2, runs, 0, RUNS - 2);
      runs[3] = white;
      runs[4] = end - begin;
      if (foundPatternCross(runs)) {
        likenesses++;
        handlePossibleCenter(runs, y, end);
      }
      begin = row.getNextSet(end);
      white = begin - end;
    }
  }
}
