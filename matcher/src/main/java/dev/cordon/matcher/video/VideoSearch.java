package dev.cordon.matcher.video;

import dev.cordon.matcher.index.HammingIndex;
import dev.cordon.matcher.pdq.Dihedral;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.video.Laid.Likeness;
import dev.cordon.matcher.video.Laid.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Looks for a query's stills, in order and in time. For one search. */
final class VideoSearch {
  private static final int RADIUS = 31;

  /** Turned otherwise than mirrored, so many stills are looked for, evenly chosen. */
  private static final int FEW = 60;

  /** How often an entry is tried: it may be in the query more than once, or not at all. */
  private static final int TRIES = 8;

  private final HammingIndex index;
  private final IntFunction<Film> films;
  private final VideoFeatures query;
  private final List<Scene> found = new ArrayList<>();

  /**
   * @param films the entry that a number in the index belongs to
   */
  VideoSearch(HammingIndex index, IntFunction<Film> films, VideoFeatures query) {
    this.index = index;
    this.films = films;
    this.query = query;
  }

  private boolean isOneStill(VideoFeatures entry) {
    return Math.min(query.size(), entry.size()) == 1;
  }

  /** What was found, each stretch of the query once an entry, the nearest first. */
  List<Scene> scenes() {
    for (Dihedral turn : Dihedral.values()) {
      search(turn);
    }
    return Scene.distinct(found);
  }

  private void search(Dihedral turn) {
    PdqHash[] hashes =
        Arrays.stream(query.stills.hash())
            .map(hash -> turn == Dihedral.NONE ? hash : hash.turned(turn))
            .toArray(PdqHash[]::new);
    hits(turn, hashes).forEach((film, hits) -> search(turn, hashes, film, hits));
  }

  private Map<Film, Hits> hits(Dihedral turn, PdqHash[] hashes) {
    Map<Film, Hits> hits = new HashMap<>();
    boolean likely = turn == Dihedral.NONE || turn == Dihedral.FLIPY;
    int step = likely ? 1 : 1 + hashes.length / FEW;
    for (int i = 0; i < hashes.length; i += step) {
      int still = i;
      index.search(
          hashes[i].toLongs(),
          RADIUS,
          (number, bits) -> {
            Film film = films.apply(number);
            hits.computeIfAbsent(
                    film, f -> new Hits(query.stills.times(), f.features().stills.times()))
                .add(still, number - film.first());
          });
    }
    return hits;
  }

  private void search(Dihedral turn, PdqHash[] hashes, Film film, Hits hits) {
    VideoFeatures entry = film.features();
    Timeline times = query.stills.times();
    Likeness likeness =
        (still, there) -> VideoOdds.worth(hashes[still].distance(entry.stills.hash()[there]));
    for (int i = 0; i < TRIES && !hits.isEmpty(); i++) {
      Line line = hits.best();
      for (Stretch stretch : Laid.stretches(times, query.seconds(), entry, line, likeness)) {
        int distance = VideoOdds.distance(stretch.worth(), line.speed(), isOneStill(entry));
        found.add(new Scene(film.row(), distance, turn.label(), stretch.segment()));
        if (VideoOdds.isSure(distance)) {
          hits.removeWithin(stretch.segment());
        }
      }
      hits.remove(line);
    }
  }
}
