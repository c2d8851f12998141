package dev.cordon.matcher.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses features that serve every copy: spread over the picture, so that each crop has some, and
 * over the scales, since a small or blurred copy keeps only the large ones.
 */
public final class Selection {
  private static final int CELLS = 6;

  /** Shares of the features by octave of diameter over longer side, the finest first. */
  private static final double[] SHARES = {0.30, 0.25, 0.20, 0.25};

  private static final double FINEST = Math.log(1 / 140.0) / Math.log(2);

  private Selection() {}

  /** At most {@code count} of the features. */
  public static List<Keypoint> of(List<Keypoint> found, int width, int height, int count) {
    if (found.size() <= count) {
      return found;
    }
    List<List<Keypoint>> octaves = byOctave(found, Math.max(width, height));
    octaves.replaceAll(octave -> spread(octave, width, height));
    List<Keypoint> chosen = new ArrayList<>();
    for (int i = octaves.size() - 1; i >= 0; i--) {
      int quota = quota(i, count, count - chosen.size());
      List<Keypoint> octave = octaves.get(i);
      chosen.addAll(octave.subList(0, Math.min(quota, octave.size())));
    }
    return chosen;
  }

  /** What coarser octaves leave over goes to the finer ones; the finest takes all that is left. */
  private static int quota(int octave, int count, int left) {
    if (octave == 0) {
      return left;
    }
    double coarser = 0;
    for (int i = octave; i < SHARES.length; i++) {
      coarser += SHARES[i];
    }
    return Math.max(0, (int) (coarser * count) - (count - left));
  }

  private static List<List<Keypoint>> byOctave(List<Keypoint> found, int longer) {
    List<List<Keypoint>> octaves = new ArrayList<>();
    for (double ignored : SHARES) {
      octaves.add(new ArrayList<>());
    }
    for (Keypoint point : found) {
      double octave = Math.log(point.diameter() / longer) / Math.log(2) - FINEST;
      octaves.get((int) Math.max(0, Math.min(SHARES.length - 1, Math.floor(octave)))).add(point);
    }
    return octaves;
  }

  /** The most pronounced of each cell first, then the second of each, and so on. */
  private static List<Keypoint> spread(List<Keypoint> points, int width, int height) {
    List<Keypoint> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingDouble(Keypoint::response).reversed());
    int[] taken = new int[CELLS * CELLS];
    int[] rank = new int[sorted.size()];
    for (int i = 0; i < rank.length; i++) {
      rank[i] = taken[cell(sorted.get(i), width, height)]++;
    }
    Integer[] order = new Integer[rank.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> rank[i]));
    return Arrays.stream(order).map(sorted::get).toList();
  }

  private static int cell(Keypoint point, int width, int height) {
    int column = Math.min(CELLS - 1, (int) (point.x() * CELLS / width));
    int row = Math.min(CELLS - 1, (int) (point.y() * CELLS / height));
    return Math.max(0, row) * CELLS + Math.max(0, column);
  }
}
