package dev.cordon.matcher.video;

import dev.cordon.matcher.index.FeatureIndex;
import dev.cordon.matcher.index.FeatureQuery;
import dev.cordon.matcher.local.Features;
import dev.cordon.matcher.local.Turn;
import dev.cordon.matcher.video.Laid.Stretch;
import dev.cordon.matcher.video.Votes.Place;
import dev.cordon.matcher.video.Votes.Vote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Looks for landmarks of entries in the frames of a film, however its picture was cut, framed or
 * set into another; then compares what frames and stills show at that place. For one search.
 */
final class LandmarkSearch {
  private static final int LEAST_VOTES = 4;
  private static final int LEAST_LANDMARKS = 4;

  /** Entries that are looked at closely, those with the most landmarks in place first. */
  private static final int CANDIDATES = 24;

  private static final int PLACES = 3;
  private static final int TRIES = 4;

  /** Frames and stills so many seconds from a vote may be where it says. */
  private static final double REACH = 5;

  private static final int MOST_PAIRS = 6000;

  /** How far away in the entry a stretch is tried, in seconds, and in which steps. */
  private static final double FARTHEST = 40;

  private static final double SHIFT = 0.5;

  /** What lies nearer is the same place. */
  private static final double APART = 1.75;

  /** How much less an entry is like itself where it is something else. */
  private static final double CHANGED = 0.3;

  /** Of a stretch so much must lie within the entry elsewhere, too. */
  private static final double LEAST_SHARE = 0.7;

  private static final int SAMPLED = 24;

  /** A likeness that makes a hit. */
  private static final double HIT = 0.35;

  /** Stills that are hardly less like a frame than the best. */
  private static final double NEARLY = 0.08;

  private final FeatureIndex index;
  private final IntFunction<ShotRef> shots;
  private final VideoQuery query;
  private final List<Scene> found = new ArrayList<>();

  /**
   * A shot in the index.
   *
   * @param shot its number within the film
   */
  record ShotRef(Film film, int shot) {}

  LandmarkSearch(FeatureIndex index, IntFunction<ShotRef> shots, VideoQuery query) {
    this.index = index;
    this.shots = shots;
    this.query = query;
  }

  List<Scene> scenes() {
    FeatureQuery lookup = query.features.lookup(query.doubts);
    for (Turn turn : List.of(Turn.NONE, Turn.MIRRORED)) {
      search(lookup, turn);
    }
    return Scene.distinct(found);
  }

  private record Candidate(Film film, Votes votes, Place place) {}

  private void search(FeatureQuery lookup, Turn turn) {
    Features turned = query.features.turned(turn, query.width);
    Map<Film, Votes> votes = new HashMap<>();
    index.search(
        lookup,
        turn.ordinal(),
        (here, row, feature, bits) -> {
          ShotRef shot = shots.apply(row);
          Film film = shot.film();
          votes
              .computeIfAbsent(film, f -> new Votes(query, turned, f.features()))
              .add(here, film.features().shots.first()[shot.shot()] + feature);
        });
    votes.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= LEAST_VOTES)
        .map(entry -> new Candidate(entry.getKey(), entry.getValue(), entry.getValue().best()))
        .filter(candidate -> candidate.place.landmarks() >= LEAST_LANDMARKS)
        .sorted(Comparator.comparingInt((Candidate c) -> -c.place.landmarks()))
        .limit(CANDIDATES)
        .forEach(candidate -> search(candidate, turn));
  }

  private void search(Candidate candidate, Turn turn) {
    Place place = candidate.place;
    for (int i = 0; i < PLACES && place.landmarks() >= LEAST_LANDMARKS; i++) {
      compare(candidate, place, turn);
      candidate.votes.remove(place);
      place = candidate.votes.best();
    }
  }

  private void compare(Candidate candidate, Place place, Turn turn) {
    Film film = candidate.film;
    Votes votes = candidate.votes;
    VideoFeatures entry = film.features();
    Window window = new Window(query, entry, place.toEntry(), turn.mirrored());
    if (!window.isWide()) {
      return;
    }
    Hits hits = hits(entry, place, window);
    for (int i = 0; i < TRIES && !hits.isEmpty(); i++) {
      Line line = hits.best();
      List<Stretch> stretches =
          Laid.stretches(
              query.times,
              query.seconds,
              entry,
              line,
              (frame, still) -> VideoOdds.worth(window.likeness(frame, still)));
      for (Stretch stretch : stretches) {
        int landmarks = landmarks(place, stretch, line, entry);
        double margin = margin(window, stretch, line, entry);
        int distance = VideoOdds.distance(landmarks, stretch.worth(), line.speed(), margin);
        found.add(new Scene(film.row(), distance, turn.label(), stretch.segment()));
        if (VideoOdds.isSure(distance)) {
          hits.removeWithin(stretch.segment());
          votes.removeWithin(stretch.segment());
        }
      }
      hits.remove(line);
    }
  }

  /**
   * How much more alike both are here than elsewhere in the entry; two films of one room are as
   * alike at all times. 1 when the entry is much the same everywhere.
   */
  private double margin(Window window, Stretch stretch, Line line, VideoFeatures entry) {
    double least = 1;
    for (double shift = -FARTHEST; shift <= FARTHEST; shift += SHIFT) {
      if (Math.abs(shift) >= APART) {
        Shift other = shifted(window, stretch, line, shift, entry);
        least = other.telling ? Math.min(least, other.better) : least;
      }
    }
    return least;
  }

  /**
   * Somewhere else in an entry: means over frames.
   *
   * @param better how much more alike the query is to where it lies
   * @param telling whether the entry is something else there
   */
  private record Shift(double better, boolean telling) {}

  private Shift shifted(
      Window window, Stretch stretch, Line line, double shift, VideoFeatures entry) {
    Timeline stills = entry.stills.times();
    int step = 1 + stretch.count() / SAMPLED;
    double better = 0;
    double changed = 0;
    int seen = 0;
    int asked = 0;
    for (int i = 0; i < stretch.count(); i += step) {
      int frame = stretch.first() + i;
      double here = line.at(query.times.start(frame));
      asked++;
      if (here + shift >= 0 && here + shift <= entry.seconds()) {
        int still = stills.nearest(here);
        int other = stills.nearest(here + shift);
        better += window.likeness(frame, still) - window.likeness(frame, other);
        changed += 1 - window.selfLikeness(still, other);
        seen++;
      }
    }
    boolean within = seen > 0 && seen >= LEAST_SHARE * asked;
    return new Shift(better / Math.max(1, seen), within && changed >= CHANGED * seen);
  }

  /** Pairs of a frame and a still near a vote that look alike at the place. */
  private Hits hits(VideoFeatures entry, Place place, Window window) {
    Timeline stills = entry.stills.times();
    Set<Long> pairs = pairs(entry, place);
    window.expect(
        pairs.stream().map(pair -> (int) (pair >> 32)).distinct().toList(),
        pairs.stream().map(Long::intValue).distinct().toList());
    Map<Integer, Double> best = new HashMap<>();
    for (long pair : pairs) {
      best.merge((int) (pair >> 32), likeness(window, pair), Math::max);
    }
    Hits hits = new Hits(query.times, stills);
    for (long pair : pairs) {
      int frame = (int) (pair >> 32);
      if (likeness(window, pair) >= Math.max(HIT, best.getOrDefault(frame, 0.0) - NEARLY)) {
        hits.add(frame, (int) pair);
      }
    }
    return hits;
  }

  private static double likeness(Window window, long pair) {
    return window.likeness((int) (pair >> 32), (int) pair);
  }

  /** A frame in the upper half and a still in the lower. */
  private Set<Long> pairs(VideoFeatures entry, Place place) {
    Timeline stills = entry.stills.times();
    Set<Long> pairs = new LinkedHashSet<>();
    for (Vote vote : place.votes()) {
      double here = query.times.start(vote.frame());
      double from = entry.shots.times().start(vote.shot()) - REACH;
      double to = entry.shots.times().end(vote.shot()) + REACH;
      int frame = query.times.first(here - REACH);
      for (; frame < query.times.size() && query.times.start(frame) <= here + REACH; frame++) {
        int still = stills.first(from);
        for (; still < stills.size() && stills.start(still) <= to; still++) {
          if (pairs.size() < MOST_PAIRS) {
            pairs.add((long) frame << 32 | still);
          }
        }
      }
    }
    return pairs;
  }

  /** How many different landmarks lie within a stretch. */
  private int landmarks(Place place, Stretch stretch, Line line, VideoFeatures entry) {
    Set<Integer> landmarks = new HashSet<>();
    for (Vote vote : place.votes()) {
      double here = query.times.start(vote.frame());
      double there = line.at(here);
      boolean within =
          here >= stretch.segment().start() - 0.01 && here <= stretch.segment().end() + 0.01;
      boolean then =
          there >= entry.shots.times().start(vote.shot()) - 2 * REACH
              && there <= entry.shots.times().end(vote.shot()) + 2 * REACH;
      if (within && then) {
        landmarks.add(vote.there());
      }
    }
    return landmarks.size();
  }
}
