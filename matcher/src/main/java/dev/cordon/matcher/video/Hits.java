package dev.cordon.matcher.video;

import dev.cordon.matcher.Match.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Stills of one entry that look like stills of a query, turned in one way. */
final class Hits {
  /** What nobody plays a film faster or slower than. */
  static final double SLOWEST = 0.6;

  static final double FASTEST = 1.7;

  /** Two stills must lie so far apart, in seconds, to tell the speed. */
  private static final double BASE = 3;

  /** So many hits, evenly chosen, are asked where the film lies. */
  private static final int ASKED = 200;

  /** Another speed has to convince so large a share more. */
  private static final int MORE = 8;

  /** Pairs are made of so many hits, evenly chosen: more add time and nothing else. */
  private static final int PAIRED = 48;

  private final Timeline query;
  private final Timeline entry;
  private final List<Hit> hits = new ArrayList<>();

  Hits(Timeline query, Timeline entry) {
    this.query = query;
    this.entry = entry;
  }

  private record Hit(int still, int there) {}

  void add(int still, int there) {
    hits.add(new Hit(still, there));
  }

  boolean isEmpty() {
    return hits.isEmpty();
  }

  /** The line that most of the query's stills agree with; unchanged speed wins a draw. */
  Line best() {
    Line best = line(hits.get(0));
    int most = support(best);
    int step = 1 + hits.size() / ASKED;
    for (int i = 0; i < hits.size(); i += step) {
      Line line = line(hits.get(i));
      int support = support(line);
      if (support > most) {
        best = line;
        most = support;
      }
    }
    return fitted(faster(best, most));
  }

  /** Another speed has to convince more stills than none. */
  private Line faster(Line unchanged, int support) {
    Line best = unchanged;
    int most = support + Math.max(1, support / MORE);
    int step = Math.max(1, hits.size() / PAIRED);
    for (int i = 0; i < hits.size(); i += step) {
      for (int k = i + step; k < hits.size(); k += step) {
        double speed = speed(hits.get(i), hits.get(k));
        if (speed > SLOWEST && speed < FASTEST) {
          Line line = through(hits.get(i), speed);
          int agreeing = support(line);
          if (agreeing > most) {
            best = line;
            most = agreeing;
          }
        }
      }
    }
    return best;
  }

  private double speed(Hit first, Hit second) {
    double length = query.start(second.still) - query.start(first.still);
    return Math.abs(length) < BASE
        ? 0
        : (entry.start(second.there) - entry.start(first.there)) / length;
  }

  private Line line(Hit hit) {
    return through(hit, 1);
  }

  private Line through(Hit hit, double speed) {
    return new Line(entry.start(hit.there) - speed * query.start(hit.still), speed);
  }

  /** How many stills of the query have a hit on a line. */
  private int support(Line line) {
    BitSet stills = new BitSet();
    for (Hit hit : hits) {
      if (agrees(hit, line)) {
        stills.set(hit.still);
      }
    }
    return stills.cardinality();
  }

  private boolean agrees(Hit hit, Line line) {
    return line.at(query.start(hit.still)) <= entry.end(hit.there) + Line.TOLERANCE
        && line.at(query.end(hit.still)) >= entry.start(hit.there) - Line.TOLERANCE;
  }

  /** The line nearest to the beginnings of what agrees with it: beginnings are exact at cuts. */
  private Line fitted(Line line) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (Hit hit : hits) {
      double here = query.start(hit.still);
      double there = entry.start(hit.there);
      if (Math.abs(line.at(here) - there) <= 2 * Line.TOLERANCE) {
        n++;
        x += here;
        y += there;
        xx += here * here;
        xy += here * there;
      }
    }
    double spread = n * xx - x * x;
    if (n < 3 || spread < n * n * BASE) {
      return line;
    }
    double speed = (n * xy - x * y) / spread;
    return new Line((y - speed * x) / n, speed);
  }

  /** Leaves out what lies on a line. */
  void remove(Line line) {
    hits.removeIf(hit -> agrees(hit, line));
  }

  /** Leaves out what lies within some seconds of the query, whose place is known. */
  void removeWithin(Segment segment) {
    hits.removeIf(hit -> segment.holds(query.start(hit.still)));
  }
}
