package dev.cordon.matcher.audio;

import java.util.Optional;

/**
 * Lays a query's peaks over an entry's at a place that was voted for: finds the line that they fit
 * best, follows it both ways for as long as they go on to agree, and says how much that tells.
 */
final class PeakMatch {
  private static final double[] SPEEDS = {-0.04, -0.025, -0.0125, 0, 0.0125, 0.025, 0.04};
  private static final int[] MOVES = {-8, -4, 0, 4, 8};

  /** Of a copy's peaks as many are found again at least. */
  private static final double COPIED = 0.3;

  /** What the sum may fall before a stretch is over: about two seconds without one partner. */
  private static final double DROP = 12;

  /** Of some seconds' peaks; with fewer partners there it is not looked at more closely. */
  private static final double LEAST_SHARE = 0.08;

  private static final int PIECE = 48;

  /** Peaks that a line is fitted to; those of about a minute. */
  private static final int MOST_FITTED = 1000;

  private static final int LEAST = 10;

  private final Peaks query;
  private final Overlay overlay;

  PeakMatch(Peaks query, Peaks entry) {
    this.query = query;
    this.overlay = new Overlay(query, entry);
  }

  /**
   * A stretch that agrees.
   *
   * @param from the first of the query's peaks
   * @param to the one after the last
   * @param matched how many have a partner
   * @param chance share of them that would have one by chance
   * @param weight of the evidence, in natural logarithms of odds
   */
  record Stretch(Line line, int from, int to, int matched, double chance, double weight) {}

  /** The stretch around some peaks of the query. */
  Optional<Stretch> around(Line voted, int from, int to) {
    Line line = best(voted, from, to);
    line = overlay.fitted(line, from, to);
    line = overlay.fitted(line, from, to);
    int matched = overlay.count(line, from, to);
    if (matched < LEAST || matched < LEAST_SHARE * (to - from)) {
      return Optional.empty();
    }
    double chance = overlay.chance(line, from, to);
    int seed = seed(line, chance, from, to);
    Run forward = new Run(line, chance, seed, 1);
    Run back = new Run(forward.line, chance, seed - 1, -1);
    return weigh(back.line, back.end + 1, forward.end);
  }

  private Optional<Stretch> weigh(Line line, int from, int to) {
    int all = to - from;
    int matched = overlay.count(line, from, to);
    if (matched < LEAST) {
      return Optional.empty();
    }
    double chance = overlay.chance(line, from, to);
    double share = matched / (double) all;
    double weight =
        share <= chance
            ? 0
            : matched * Math.log(share / chance)
                + (all - matched) * Math.log((1 - share + 1e-9) / (1 - chance));
    return Optional.of(new Stretch(line, from, to, matched, chance, weight));
  }

  /** Where the part of some peaks that agrees most begins. */
  private int seed(Line line, double chance, int from, int to) {
    Scores scores = Scores.of(chance);
    double sum = 0;
    double highest = 0;
    int begin = from;
    int seed = from;
    for (int i = from; i < to; i++) {
      sum += overlay.partner(line, i) == Overlay.NONE ? scores.miss : scores.hit;
      if (sum < 0) {
        sum = 0;
        begin = i + 1;
      } else if (sum > highest) {
        highest = sum;
        seed = begin;
      }
    }
    return seed;
  }

  /** What a peak with and one without a partner says, in logarithms of odds. */
  private record Scores(double hit, double miss) {
    static Scores of(double chance) {
      double likely = Math.min(0.95, Math.max(COPIED, chance * 1.5));
      return new Scores(Math.log(likely / chance), Math.log((1 - likely) / (1 - chance)));
    }
  }

  private Line best(Line voted, int from, int to) {
    double middle = (query.frame()[from] + query.frame()[to - 1]) / 2.0;
    Line best = voted;
    int most = -1;
    for (double change : SPEEDS) {
      Line turned = voted.withSpeed(voted.speed() + change, middle);
      for (int move : MOVES) {
        Line line = turned.moved(move);
        int count = overlay.count(line, from, to);
        if (count > most) {
          most = count;
          best = line;
        }
      }
    }
    return best;
  }

  /** Follows a line in one direction; where the sum was highest the stretch ends. */
  private final class Run {
    private final Scores scores;
    private Line line;
    private int end;

    Run(Line begin, double chance, int first, int step) {
      scores = Scores.of(chance);
      line = begin;
      end = first;
      follow(first, step);
    }

    private void follow(int first, int step) {
      double sum = 0;
      double highest = 0;
      int seen = 0;
      for (int i = first; i >= 0 && i < query.size() && sum > highest - DROP; i += step) {
        sum += overlay.partner(line, i) == Overlay.NONE ? scores.miss : scores.hit;
        if (sum > highest) {
          highest = sum;
          end = step > 0 ? i + 1 : i - 1;
        }
        seen++;
        if (seen % PIECE == 0) {
          refit(first, step);
        }
      }
    }

    /** The longer the stretch, the more exactly its speed is known. */
    private void refit(int first, int step) {
      line =
          step > 0
              ? overlay.fitted(line, Math.max(first, end - MOST_FITTED), end)
              : overlay.fitted(line, end + 1, Math.min(first + 1, end + 1 + MOST_FITTED));
    }
  }
}
