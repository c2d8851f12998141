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
  static boolean DEBUG = Boolean.getBoolean("video.debug");
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

  private static final int SAMPLED = 24;

  /** A likeness that makes a hit. */
  private static final double HIT = 0.35;

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
        if (DEBUG) {
          System.out.printf(
              "  LM row %d turn %s landmarks %d of %d worth %.1f n %d seg %s margin %.3f speed %.2f scale %.2f distance %d%n",
              film.row(),
              turn,
              landmarks,
              place.landmarks(),
              stretch.worth(),
              stretch.count(),
              stretch.segment(),
              margin,
              line.speed(),
              place.toEntry().scale(),
              distance);
        }
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
   * How much more alike both are here than anywhere else in the entry at the same speed. Two films
   * of one room are alike at all times.
   */
  private double margin(Window window, Stretch stretch, Line line, VideoFeatures entry) {
    double elsewhere = 0;
    for (double shift = -FARTHEST; shift <= FARTHEST; shift += SHIFT) {
      if (Math.abs(shift) >= APART) {
        elsewhere = Math.max(elsewhere, likeness(window, stretch, line.shifted(shift), entry));
      }
    }
    return likeness(window, stretch, line, entry) - elsewhere;
  }

  /** The mean over frames of a stretch, of some of them when it is long. */
  private double likeness(Window window, Stretch stretch, Line line, VideoFeatures entry) {
    Timeline stills = entry.stills.times();
    int step = 1 + stretch.count() / SAMPLED;
    double sum = 0;
    int seen = 0;
    int asked = 0;
    for (int i = 0; i < stretch.count(); i += step) {
      int frame = stretch.first() + i;
      double there = line.at(query.times.start(frame));
      asked++;
      if (there >= 0 && there <= entry.seconds()) {
        sum += window.likeness(frame, stills.nearest(there));
        seen++;
      }
    }
    return 2 * seen < asked ? 0 : sum / seen;
  }

  /** Pairs of a frame and a still near a vote that look alike at the place. */
  private Hits hits(VideoFeatures entry, Place place, Window window) {
    Timeline stills = entry.stills.times();
    Set<Long> pairs = pairs(entry, place);
    window.expect(
        pairs.stream().map(pair -> (int) (pair >> 32)).distinct().toList(),
        pairs.stream().map(Long::intValue).distinct().toList());
    Hits hits = new Hits(query.times, stills);
    for (long pair : pairs) {
      if (window.likeness((int) (pair >> 32), (int) pair) >= HIT) {
        hits.add((int) (pair >> 32), (int) pair);
      }
    }
    return hits;
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
