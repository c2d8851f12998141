package dev.cordon.matcher.video;

import dev.cordon.matcher.SharedStretches;
import dev.cordon.matcher.SharedStretches.Stretch;
import dev.cordon.matcher.index.FeatureIndex;
import dev.cordon.matcher.index.HammingIndex;
import dev.cordon.matcher.index.MultiIndexHamming;
import dev.cordon.matcher.index.MultiProbeIndex;
import dev.cordon.matcher.local.LocalBank;
import dev.cordon.matcher.video.LandmarkSearch.ShotRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Films of many entries: an index retrieves the stills that look like a query's, votes on offset
 * and speed say where the query may lie in an entry, and there both are laid side by side. Not
 * thread-safe while something is added or removed; any number may search at the same time.
 */
public final class VideoBank {
  /** What takes the place of a removed entry, so that nothing of it is kept; never found. */
  private static final Film GONE =
      new Film(-1, 0, 0, new VideoFeatures(0, new Stills.Builder().build(), Shots.none()));

  private final HammingIndex index;
  private final Map<Integer, Film> byRow = new HashMap<>();
  private final List<Film> byNumber = new ArrayList<>();
  private final FeatureIndex landmarks;
  private final List<ShotRef> byShot = new ArrayList<>();

  /**
   * An empty bank.
   *
   * @param merger runs the index' merges
   */
  public VideoBank(Executor merger) {
    index = new MultiIndexHamming(merger);
    landmarks = new MultiProbeIndex(LocalBank.RADIUS, merger);
  }

  /**
   * Adds an entry.
   *
   * @param row what a scene reports
   * @param value of a {@link dev.cordon.matcher.Signal#VIDEO} signal
   * @throws IllegalArgumentException when it cannot be read
   */
  public void add(int row, String value) {
    add(row, VideoFeatures.parse(value));
  }

  void add(int row, VideoFeatures features) {
    Film film = new Film(row, byNumber.size(), byShot.size(), features);
    byRow.put(row, film);
    Shots shots = features.shots;
    for (int shot = 0; shot < shots.size(); shot++) {
      int from = shots.first()[shot];
      int to = shots.first()[shot + 1];
      landmarks.add(
          byShot.size(), shots.features().words(from, to), shots.features().signatures(from, to));
      byShot.add(new ShotRef(film, shot));
    }
    for (int still = 0; still < features.size(); still++) {
      byNumber.add(film);
      index.add(film.first() + still, features.stills.hash()[still].toLongs());
    }
  }

  /** Removes an entry. */
  public void remove(int row) {
    Film film = byRow.remove(row);
    if (film != null) {
      for (int still = 0; still < film.features().size(); still++) {
        index.remove(film.first() + still);
        byNumber.set(film.first() + still, GONE);
      }
      for (int shot = 0; shot < film.features().shots.size(); shot++) {
        landmarks.remove(film.firstShot() + shot);
        byShot.set(film.firstShot() + shot, new ShotRef(GONE, 0));
      }
    }
  }

  /** Whether it holds nothing. */
  public boolean isEmpty() {
    return byRow.isEmpty();
  }

  /** The scenes of a query that are scenes of entries, the nearest first. */
  public List<Scene> search(String value) {
    return search(VideoFeatures.parse(value));
  }

  /** As {@link #search}, looked at closely, with the value of a {@link VideoQuery#TYPE} signal. */
  public List<Scene> searchClosely(String value) {
    return isEmpty()
        ? List.of()
        : telling(new LandmarkSearch(landmarks, byShot::get, VideoQuery.parse(value)).scenes());
  }

  /** Without what many entries share. */
  private List<Scene> telling(List<Scene> scenes) {
    List<Stretch> all =
        scenes.stream()
            .filter(scene -> scene.distance() <= VideoOdds.THRESHOLD)
            .map(this::stretch)
            .toList();
    Continuation works = new Continuation(this::features);
    return scenes.stream()
        .filter(scene -> !SharedStretches.isShared(stretch(scene), all, works))
        .toList();
  }

  private Stretch stretch(Scene scene) {
    return new Stretch(scene.row(), scene.segment(), features(scene.row()).seconds());
  }

  private VideoFeatures features(int row) {
    return Objects.requireNonNull(byRow.get(row)).features();
  }

  List<Scene> search(VideoFeatures query) {
    return isEmpty() ? List.of() : telling(new VideoSearch(index, byNumber::get, query).scenes());
  }
}
