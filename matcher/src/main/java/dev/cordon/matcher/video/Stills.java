package dev.cordon.matcher.video;

import dev.cordon.matcher.pdq.PdqHash;
import java.util.ArrayList;
import java.util.List;

/**
 * Stills of one film in the order of time; what looks the same is one still that is held.
 *
 * @param from when each begins, in hundredths of a second
 * @param to until when the film looks like it; at least {@code from}
 * @param hash of each
 */
record Stills(int[] from, int[] to, PdqHash[] hash) {
  static final double HUNDREDTHS = 100;

  int size() {
    return from.length;
  }

  double start(int still) {
    return from[still] / HUNDREDTHS;
  }

  double end(int still) {
    return to[still] / HUNDREDTHS;
  }

  /** The first still that is held until a time or begins after it. */
  int first(double seconds) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) < seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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

    boolean isEmpty() {
      return hashes.isEmpty();
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
          times.stream().mapToInt(time -> time[0]).toArray(),
          times.stream().mapToInt(time -> time[1]).toArray(),
          hashes.toArray(PdqHash[]::new));
    }
  }
}
