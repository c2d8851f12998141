package dev.cordon.matcher.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * Sound of many entries: inverted indexes retrieve the places that share triplets of peaks, or
 * chroma words, with a query; only there the query is laid over. About 3 MB an hour. Not
 * thread-safe while something is added or removed; any number may search at the same time.
 */
public final class AudioBank {
  /** Triplets of a bucket that many share say nothing; so much more than the mean is many. */
  private static final int COMMON = 3;

  private static final int LEAST_COMMON = 48;

  private final Shelf shelf = new Shelf();
  private final Postings triplets = new Postings();
  private final Postings words = new Postings();

  /**
   * Adds an entry.
   *
   * @param row what a passage reports
   * @param value of a {@link dev.cordon.matcher.Signal#AUDIO} signal
   * @throws IllegalArgumentException when it cannot be read
   */
  public void add(int row, String value) {
    add(row, AudioFeatures.parse(value));
  }

  void add(int row, AudioFeatures features) {
    index(shelf.add(row, features));
  }

  private void index(Entry entry) {
    Peaks peaks = entry.features().peaks;
    Triplets.ofEntry(
        peaks,
        (key, anchor, last) ->
            triplets.add(
                key,
                Landmark.pack(
                    entry.base() + peaks.frame()[anchor],
                    peaks.pitch()[anchor],
                    peaks.frame()[last] - peaks.frame()[anchor])));
    ChromaSearch.index(entry, words);
  }

  /** Removes an entry. */
  public void remove(int row) {
    shelf.remove(row);
    if (shelf.isWasteful()) {
      triplets.clear();
      words.clear();
      shelf.repack(this::index);
    }
  }

  /** Whether it holds nothing. */
  public boolean isEmpty() {
    return shelf.isEmpty();
  }

  /** The stretches of a query that are stretches of entries, the nearest first. */
  public List<Passage> search(String value) {
    return search(AudioFeatures.parse(value));
  }

  List<Passage> search(AudioFeatures query) {
    if (!query.isTelling() || isEmpty()) {
      return List.of();
    }
    List<Passage> passages = new ArrayList<>();
    new PeakSearch(shelf, triplets, query).into(passages);
    new ChromaSearch(shelf, words, query).into(passages);
    return Passages.distinct(passages);
  }

  /** How many a bucket of an index may hold for what it holds to tell. */
  static int most(Postings postings) {
    long mean = postings.size() >> 20;
    return (int) Math.max(LEAST_COMMON, COMMON * mean);
  }
}
