package dev.cordon.matcher.local;

import dev.cordon.matcher.index.FeatureIndex;
import dev.cordon.matcher.index.FeatureQuery;
import dev.cordon.matcher.index.MultiProbeIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Local features of many entries: an index retrieves the entries that share features with a query,
 * a geometric check says whether the query shows their picture. About 15.5 KB an entry of 500
 * features. One thread writes, any number search at the same time.
 */
public final class LocalBank {
  /** Of 88 bits; of unrelated features about one in a thousand is as near. */
  public static final int RADIUS = 22;

  private final FeatureIndex index;

  /** Text forms as bytes, by row; read anew for each candidate. */
  private volatile byte[] @Nullable [] entries = new byte[16][];

  /**
   * An empty bank.
   *
   * @param merger runs the index' merges
   */
  public LocalBank(Executor merger) {
    this(new MultiProbeIndex(RADIUS, merger));
  }

  /**
   * An empty bank on an index.
   *
   * @param index empty, of radius {@link #RADIUS}
   */
  public LocalBank(FeatureIndex index) {
    this.index = index;
  }

  /**
   * Adds an entry.
   *
   * @param row what a sighting reports
   * @param value of a {@link Signal.LOCAL_FEATURES} signal
   * @throws IllegalArgumentException when it cannot be read
   */
  public void add(int row, String value) {
    byte[] bytes = LocalFeatures.bytes(value);
    LocalFeatures entry = LocalFeatures.read(bytes);
    if (row >= entries.length) {
      entries = Arrays.copyOf(entries, Math.max(row + 1, entries.length + (entries.length >> 1)));
    }
    entries[row] = bytes;
    index.add(row, entry.features.word, entry.features.signature);
  }

  /** Removes an entry. */
  public void remove(int row) {
    if (row < entries.length && entries[row] != null) {
      entries[row] = null;
      index.remove(row);
    }
  }

  /** Whether it holds no features at all. */
  public boolean isEmpty() {
    return index.size() == 0;
  }

  /** The entries that a query shows, each once. */
  public List<Sighting> search(String value) {
    return findings(LocalQuery.parse(value)).stream().map(Finding::sighting).toList();
  }

  List<Finding> findings(LocalQuery query) {
    Map<Integer, Finding> best = new HashMap<>();
    FeatureQuery lookup = query.features.lookup(query.doubts);
    for (Turn turn : Turn.values()) {
      search(lookup, new TurnedQuery(query, turn))
          .forEach(found -> best.merge(found.row(), found, Finding::nearer));
    }
    return List.copyOf(best.values());
  }

  private List<Finding> search(FeatureQuery lookup, TurnedQuery query) {
    Ballot ballot = new Ballot(query.features.size);
    index.search(lookup, query.turn.ordinal(), ballot);
    return ballot.candidates(this::entry, query).stream()
        .flatMap(candidate -> candidate.check(query).stream())
        .toList();
  }

  private byte[] entry(int row) {
    byte[] bytes = entries[row];
    if (bytes == null) {
      throw new IllegalStateException("Row " + row + " was removed while it was searched");
    }
    return bytes;
  }
}
