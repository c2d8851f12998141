package dev.cordon.matcher.video;

import dev.cordon.matcher.index.HammingIndex;
import dev.cordon.matcher.index.MultiIndexHamming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Films of many entries: an index retrieves the stills that look like a query's, votes on offset
 * and speed say where the query may lie in an entry, and there both are laid side by side. Not
 * thread-safe while something is added or removed; any number may search at the same time.
 */
public final class VideoBank {
  private final HammingIndex index;
  private final Map<Integer, Film> byRow = new HashMap<>();
  private final List<Film> byNumber = new ArrayList<>();

  /**
   * An empty bank.
   *
   * @param merger runs the index' merges
   */
  public VideoBank(Executor merger) {
    index = new MultiIndexHamming(merger);
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
    Film film = new Film(row, byNumber.size(), features);
    byRow.put(row, film);
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

  List<Scene> search(VideoFeatures query) {
    return isEmpty() ? List.of() : new VideoSearch(index, byNumber::get, query).scenes();
  }
}
