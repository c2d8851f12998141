package dev.cordon.matcher.video;

import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.local.Features;
import dev.cordon.matcher.local.Pairs;
import dev.cordon.matcher.local.Projection;
import dev.cordon.matcher.local.Solver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Features of a query that look like landmarks of one entry, and where its picture may lie in the
 * query's by each. It lies at one place for all of a copy, so what agrees over all seconds counts.
 */
final class Votes {
  /** So many votes, evenly chosen, say where the picture may lie. */
  private static final int ASKED = 250;

  private static final int MOST = 4000;
  private static final double OCTAVES = 0.45;
  private static final double RADIANS = Math.toRadians(22);
  private static final double NEAR = 0.035;
  private static final double EXACT = 0.025;

  /** A speed that differs so much is still followed from one second to another. */
  private static final double SPEED = 0.3;

  /** No copy is shown so much larger or smaller. */
  private static final double MOST_OCTAVES = 3;

  private final VideoQuery query;
  private final Features turned;
  private final VideoFeatures entry;
  private final List<Vote> votes = new ArrayList<>();

  /**
   * A feature like a landmark.
   *
   * @param here feature of the query
   * @param there landmark of the entry
   */
  record Vote(int here, int there, int frame, int shot) {}

  /**
   * Where the entry's picture may lie.
   *
   * @param toEntry from the turned query to the entry
   * @param votes what says so
   * @param landmarks how many different ones
   */
  record Place(Projection toEntry, List<Vote> votes, int landmarks) {}

  Votes(VideoQuery query, Features turned, VideoFeatures entry) {
    this.query = query;
    this.turned = turned;
    this.entry = entry;
  }

  void add(int here, int there) {
    if (votes.size() < MOST) {
      votes.add(new Vote(here, there, query.frame(here), entry.shots.of(there)));
    }
  }

  int size() {
    return votes.size();
  }

  /** The place that most landmarks agree on. */
  Place best() {
    Place best = new Place(Projection.affine(1, 0, 0, 0, 1, 0), List.of(), 0);
    int step = 1 + votes.size() / ASKED;
    for (int i = 0; i < votes.size(); i += step) {
      Vote vote = votes.get(i);
      Projection map = similarity(vote);
      double octaves = Math.log(map.scale()) / Math.log(2);
      if (Math.abs(octaves) <= MOST_OCTAVES) {
        Place place = place(map, vote, NEAR, true);
        best = place.landmarks > best.landmarks ? place : best;
      }
    }
    return best.landmarks < 3 ? best : refined(best);
  }

  private Place refined(Place first) {
    Place place = first;
    for (int i = 0; i < 3; i++) {
      Pairs pairs = new Pairs();
      place.votes.forEach(vote -> pairs.add(vote.here, vote.there, 0));
      Projection map = Solver.affine(turned, entry.shots.features(), pairs, place.toEntry);
      Place next = place(map, first.votes.get(0), EXACT, false);
      if (next.landmarks < place.landmarks && i > 0 || next.landmarks < 3) {
        break;
      }
      place = next;
    }
    return place;
  }

  /** Leaves out what a place has explained. */
  void remove(Place place) {
    votes.removeAll(place.votes);
  }

  /** Leaves out what lies within some seconds of the query, whose place is known. */
  void removeWithin(Segment segment) {
    votes.removeIf(vote -> segment.holds(query.times.start(vote.frame)));
  }

  private Projection similarity(Vote vote) {
    Features there = entry.shots.features();
    return Projection.similarity(
        turned.x(vote.here),
        turned.y(vote.here),
        there.x(vote.there),
        there.y(vote.there),
        Math.pow(2, there.scale(vote.there) - turned.scale(vote.here)),
        there.angle(vote.there) - turned.angle(vote.here));
  }

  private Place place(Projection map, Vote asked, double near, boolean shape) {
    double scale = map.scale();
    double octaves = Math.log(scale) / Math.log(2);
    double rotation = map.rotation();
    double reach = near * (0.5 + 0.5 * scale);
    List<Vote> agreeing = new ArrayList<>();
    BitSet landmarks = new BitSet();
    Features there = entry.shots.features();
    for (Vote vote : votes) {
      double x = turned.x(vote.here);
      double y = turned.y(vote.here);
      if (Math.abs(map.x(x, y) - there.x(vote.there)) <= reach
          && Math.abs(map.y(x, y) - there.y(vote.there)) <= reach
          && Math.abs(there.scale(vote.there) - turned.scale(vote.here) - octaves) <= OCTAVES
          && turn(there.angle(vote.there) - turned.angle(vote.here) - rotation) <= RADIANS
          && sameTime(vote, asked)) {
        agreeing.add(vote);
        landmarks.set(vote.there);
      }
    }
    return new Place(map, agreeing, landmarks.cardinality());
  }

  private static double turn(double radians) {
    return Math.abs(Math.IEEEremainder(radians, 2 * Math.PI));
  }

  /** Whether two votes may lie on one line of time. */
  private boolean sameTime(Vote vote, Vote asked) {
    double here = query.times.start(vote.frame);
    double askedHere = query.times.start(asked.frame);
    Timeline shots = entry.shots.times();
    double slack = 1 + SPEED * Math.abs(here - askedHere);
    return shots.start(vote.shot) - here <= shots.end(asked.shot) - askedHere + slack
        && shots.end(vote.shot) - here >= shots.start(asked.shot) - askedHere - slack;
  }
}
