package dev.cordon.matcher.audio;

/** Peaks of a query laid over those of an entry. */
final class Overlay {
  static final int NONE = -1;
  private static final int FIRST_SHIFT = 20;
  private static final int LAST_SHIFT = 170;
  private static final int SHIFT_STEP = 5;

  /** How many of the best shifts speak for all. */
  private static final int BEST_SHIFTS = 4;

  /** Peaks that are enough to tell what chance does. */
  private static final int SAMPLED = 300;

  private static final double TIME = 2.5;
  private static final double PITCH = 7;

  /** What another sound is taken to share at least. */
  private static final double LEAST_CHANCE = 0.04;

  private final Peaks query;
  private final Peaks entry;

  Overlay(Peaks query, Peaks entry) {
    this.query = query;
    this.entry = entry;
  }

  /** The entry's peak that a peak of the query is, or {@link #NONE}. */
  int partner(Line line, int i) {
    double time = line.at(query.frame()[i]);
    double pitch = query.pitch()[i] - line.pitch();
    for (int j = entry.from(time - TIME); j < entry.size(); j++) {
      if (entry.frame()[j] > time + TIME) {
        return NONE;
      } else if (Math.abs(entry.pitch()[j] - pitch) <= PITCH) {
        return j;
      }
    }
    return NONE;
  }

  int count(Line line, int from, int to) {
    return count(line, from, to, 1);
  }

  private int count(Line line, int from, int to, int stride) {
    int count = 0;
    for (int i = from; i < to; i += stride) {
      if (partner(line, i) != NONE) {
        count++;
      }
    }
    return count;
  }

  /**
   * The share of some of the query's peaks that have a partner by chance: what they have at best
   * when they are moved along. So a piece on a steady beat, or of few notes, proves less.
   */
  double chance(Line line, int from, int to) {
    int stride = (to - from) / SAMPLED + 1;
    int sampled = (to - from + stride - 1) / stride;
    int[] counts = new int[2 * (LAST_SHIFT - FIRST_SHIFT) / SHIFT_STEP + 2];
    int shifts = 0;
    for (int shift = FIRST_SHIFT; shift <= LAST_SHIFT; shift += SHIFT_STEP) {
      counts[shifts++] = count(line.moved(shift), from, to, stride);
      counts[shifts++] = count(line.moved(-shift), from, to, stride);
    }
    java.util.Arrays.sort(counts);
    double best = 0;
    for (int i = 1; i <= BEST_SHIFTS; i++) {
      best += counts[counts.length - i];
    }
    return Math.max(LEAST_CHANCE, best / BEST_SHIFTS / Math.max(1, sampled));
  }

  /** The line through the partners of some peaks. */
  Line fitted(Line line, int from, int to) {
    Fit fit = new Fit();
    for (int i = from; i < to; i++) {
      int j = partner(line, i);
      if (j != NONE) {
        fit.add(query.frame()[i], entry.frame()[j], query.pitch()[i] - entry.pitch()[j]);
      }
    }
    return fit.line(line);
  }

  /** Least squares. */
  private static final class Fit {
    private static final int LEAST = 8;
    private static final double LEAST_SPREAD = 30;
    private double n;
    private double x;
    private double y;
    private double xx;
    private double xy;
    private double pitch;

    void add(double at, double to, double difference) {
      n++;
      x += at;
      y += to;
      xx += at * at;
      xy += at * to;
      pitch += difference;
    }

    Line line(Line before) {
      if (n < LEAST) {
        return before;
      }
      double spread = xx - x * x / n;
      boolean wide = spread / n > LEAST_SPREAD * LEAST_SPREAD;
      double speed = wide ? (xy - x * y / n) / spread : before.speed();
      return new Line((y - speed * x) / n, speed, pitch / n);
    }
  }
}
