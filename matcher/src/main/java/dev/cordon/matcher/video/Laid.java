package dev.cordon.matcher.video;

import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.pdq.PdqHash;
import java.util.ArrayList;
import java.util.List;

/** A query laid over an entry along a line: how alike they are, still by still. */
final class Laid {
  /** Of an entry's stills near a place so many are compared; more are hardly ever there. */
  private static final int MOST_COMPARED = 12;

  /** The end of a stretch is where the next still begins, unless nobody looked for so long. */
  private static final double LONGEST_GAP = 15;

  private final VideoFeatures query;
  private final VideoFeatures entry;
  private final PdqHash[] hashes;
  private final Line line;

  /** What each still of the query tells. */
  private final double[] worths;

  private Laid(VideoFeatures query, PdqHash[] hashes, VideoFeatures entry, Line line) {
    this.query = query;
    this.hashes = hashes;
    this.entry = entry;
    this.line = line;
    this.worths = new double[hashes.length];
    for (int still = 0; still < worths.length; still++) {
      worths[still] = VideoOdds.worth(distance(still));
    }
  }

  /**
   * The stretches of the query that agree with the entry, apart from each other.
   *
   * @param hashes of the query's stills, turned
   */
  static List<Stretch> stretches(
      VideoFeatures query, PdqHash[] hashes, VideoFeatures entry, Line line) {
    Laid laid = new Laid(query, hashes, entry, line);
    List<Stretch> found = new ArrayList<>();
    laid.search(0, hashes.length, found);
    return found;
  }

  /**
   * Where both agree.
   *
   * @param distance 0 to 100
   */
  record Stretch(int distance, Segment segment) {}

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
    int distance = VideoOdds.distance(most, isOneStill());
    if (last >= 0 && distance < VideoOdds.FARTHEST) {
      found.add(new Stretch(distance, segment(bestFirst, last)));
      search(from, bestFirst, found);
      search(last + 1, to, found);
    }
  }

  /** Bits to the nearest of the entry's stills about there. */
  private int distance(int still) {
    double from = line.at(query.stills.start(still)) - Line.TOLERANCE;
    double to = line.at(query.stills.end(still)) + Line.TOLERANCE;
    int nearest = VideoOdds.FAR;
    int there = entry.stills.first(from);
    for (int i = 0; i < MOST_COMPARED && there < entry.stills.size(); i++, there++) {
      if (entry.stills.start(there) > to) {
        break;
      }
      nearest = Math.min(nearest, hashes[still].distance(entry.stills.hash()[there]));
    }
    return nearest;
  }

  /** Whether there is hardly more in one of the two than what agrees. */
  private boolean isOneStill() {
    return Math.min(query.size(), entry.size()) == 1;
  }

  /** Which seconds; a cut begins a stretch and the next still ends it. */
  private Segment segment(int first, int last) {
    double start = first == 0 ? 0 : query.stills.start(first);
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
    double seen = query.stills.end(last);
    double next = last + 1 < query.size() ? query.stills.start(last + 1) : query.seconds();
    return next - seen <= LONGEST_GAP ? next : seen;
  }

  private static double round(double seconds) {
    return Math.round(seconds * Stills.HUNDREDTHS) / Stills.HUNDREDTHS;
  }
}
