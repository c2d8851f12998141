package dev.cordon.matcher;

import dev.cordon.matcher.index.HammingIndex.Hits;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.SignalType;
import java.util.ArrayList;
import java.util.List;

/** Signals of one type from a plug-in, compared one by one. Not thread-safe. */
final class LinearSignals {
  private final SignalType type;
  private final List<Held> held = new ArrayList<>();

  LinearSignals(SignalType type) {
    this.type = type;
  }

  void add(int row, String value) {
    held.add(new Held(row, value));
  }

  void remove(int row) {
    held.removeIf(signal -> signal.row == row);
  }

  void search(String value, Hits hits) {
    for (Held signal : held) {
      hits.hit(signal.row, type.distance(value, signal.value));
    }
  }

  double chance(int distance, int quality) {
    return type.chance(distance, quality);
  }

  Depth depth() {
    return type.depth();
  }

  int defaultThreshold() {
    return type.defaultThreshold();
  }

  private record Held(int row, String value) {}
}
