package dev.cordon.matcher.video;

import dev.cordon.matcher.Match.Segment;
import java.util.ArrayList;
import java.util.List;

/** A query laid over an entry along a line: how alike they are, still by still. */
final class Laid {
  /** Of an entry's stills near a place so many are compared; more are hardly ever there. */
  private static final int MOST_COMPARED = 12;

  /** The end of a stretch is where the next still begins, unless nobody looked for so long. */
  private static final double LONGEST_GAP = 15;

  /** Points that stills may lack, and together, for a stretch to go on behind them. */
  private static final double FORGIVEN = 0.4;

  private static final double MOST_AGAINST = -4;

  /** Points of a still that surely agrees. */
  private static final double AGREES = 0.5;

  private final Timeline query;
  private final double seconds;
  private final VideoFeatures entry;
  private final Line line;

  /** What each still of the query tells. */
  private final double[] worths;

  /** Tells how alike two stills are. */
  interface Likeness {
    /** Points for, or when negative against, both being the same. */
    double worth(int still, int there);
  }

  /**
   * Where both agree.
   *
   * @param worth points of all stills together
   * @param first still of the query
   * @param count of its stills
   */
  record Stretch(double worth, int first, int count, Segment segment) {}

  private Laid(Timeline query, double seconds, VideoFeatures entry, Line line, Likeness likeness) {
    this.query = query;
    this.seconds = seconds;
    this.entry = entry;
    this.line = line;
    this.worths = new double[query.size()];
    for (int still = 0; still < worths.length; still++) {
      worths[still] = weighed(still, worth(still, likeness));
    }
  }

  /**
   * The stretches of a query that agree with an entry, apart from each other.
   *
   * @param seconds how long the query is
   */
  static List<Stretch> stretches(
      Timeline query, double seconds, VideoFeatures entry, Line line, Likeness likeness) {
    Laid laid = new Laid(query, seconds, entry, line, likeness);
    List<Stretch> found = new ArrayList<>();
    laid.search(0, query.size(), found);
    return found;
  }

  /** The stretch with the greatest sum, then what is left of it and right of it. */
  private void search(int from, int to, List<Stretch> found) {
    int first = from;
    int bestFirst = from;
    int last = -1;
    double sum = 0;
    double most = 0;
    for (int still = from; still < to; still++) {
      if (sum <= 0) {
        sum = 0;
        first = still;
      }
      sum += worths[still];
      if (sum > most) {
        most = sum;
        bestFirst = first;
        last = still;
      }
    }
    if (last >= 0 && most >= VideoOdds.LEAST_WORTH) {
      int begin = extended(bestFirst, from - 1, -1);
      int end = extended(last, to, 1);
      found.add(new Stretch(most, begin, end - begin + 1, segment(begin, end)));
      search(from, begin, found);
      search(end + 1, to, found);
    }
  }

  /**
   * Where a stretch ends that goes on after some stills that do not agree, such as under a title.
   */
  private int extended(int at, int border, int step) {
    int reached = at;
    double sum = 0;
    for (int still = at + step; still != border && sum > MOST_AGAINST; still += step) {
      sum = Math.min(0, sum + worths[still] + FORGIVEN);
      if (worths[still] > AGREES && sum >= MOST_AGAINST) {
        reached = still;
        sum = 0;
      }
    }
    return reached;
  }

  /** Of stills that follow each other fast, all from one moment, each speaks against it less. */
  private double weighed(int still, double worth) {
    double next = still + 1 < query.size() ? query.start(still + 1) : seconds;
    return worth < 0 ? worth * Math.min(1, next - query.start(still)) : worth;
  }

  /** Of the entry's stills about there the one that is most alike. */
  private double worth(int still, Likeness likeness) {
    double from = line.at(query.start(still)) - Line.TOLERANCE;
    double to = line.at(query.end(still)) + Line.TOLERANCE;
    Timeline times = entry.stills.times();
    double best = VideoOdds.LEAST;
    int there = times.first(from);
    for (int i = 0; i < MOST_COMPARED && there < times.size() && times.start(there) <= to; i++) {
      best = Math.max(best, likeness.worth(still, there++));
    }
    return best;
  }

  /** Which seconds; a cut begins a stretch and the next still ends it. */
  private Segment segment(int first, int last) {
    double start = first == 0 ? 0 : query.start(first);
    double end = end(last);
    double entryStart = Math.max(0, line.at(start));
    double entryEnd = Math.min(entry.seconds(), line.at(end));
    double latest = (entryEnd - line.offset()) / line.speed();
    double earliest = (entryStart - line.offset()) / line.speed();
    return new Segment(
        round(Math.max(start, earliest)),
        round(Math.max(start, Math.min(end, latest))),
        round(entryStart),
        round(Math.max(entryStart, entryEnd)));
  }

  private double end(int last) {
    double seen = query.end(last);
    double next = last + 1 < query.size() ? query.start(last + 1) : seconds;
    return next - seen <= LONGEST_GAP ? next : seen;
  }

  private static double round(double seconds) {
    return Math.round(seconds * Timeline.HUNDREDTHS) / Timeline.HUNDREDTHS;
  }
}
