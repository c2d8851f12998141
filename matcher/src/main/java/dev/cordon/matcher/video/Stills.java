package dev.cordon.matcher.video;

import dev.cordon.matcher.pdq.PdqHash;
import java.util.ArrayList;
import java.util.List;

/**
 * Stills of one film; what looks the same is one still that is held.
 *
 * @param hash of each
 */
record Stills(Timeline times, PdqHash[] hash) {
  int size() {
    return hash.length;
  }

  /** Collects stills. */
  static final class Builder {
    private final List<int[]> times = new ArrayList<>();
    private final List<PdqHash> hashes = new ArrayList<>();

    /** Adds a still that is not before the last one. */
    void add(int from, int to, PdqHash hash) {
      times.add(new int[] {from, to});
      hashes.add(hash);
    }

    int size() {
      return hashes.size();
    }

    PdqHash last() {
      return hashes.get(hashes.size() - 1);
    }

    int lastEnd() {
      return times.get(times.size() - 1)[1];
    }

    /** The last still is held until then. */
    void hold(int until) {
      times.get(times.size() - 1)[1] = until;
    }

    Stills build() {
      return new Stills(
          new Timeline(
              times.stream().mapToInt(time -> time[0]).toArray(),
              times.stream().mapToInt(time -> time[1]).toArray()),
          hashes.toArray(PdqHash[]::new));
    }
  }
}
