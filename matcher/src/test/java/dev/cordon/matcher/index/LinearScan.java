package dev.cordon.matcher.index;

import java.util.ArrayList;
import java.util.List;

/** The index at its plainest: what every other one must agree with. */
final class LinearScan implements HammingIndex {
  private record Entry(int id, long[] signal) {}

  private final List<Entry> entries = new ArrayList<>();

  @Override
  public void add(int id, long[] signal) {
    entries.add(new Entry(id, signal.clone()));
  }

  @Override
  public boolean remove(int id) {
    return entries.removeIf(entry -> entry.id() == id);
  }

  @Override
  public void search(long[] signal, int radius, Hits hits) {
    for (Entry entry : entries) {
      int distance = distance(entry.signal(), signal);
      if (distance <= radius) {
        hits.hit(entry.id(), distance);
      }
    }
  }

  @Override
  public int size() {
    return entries.size();
  }

  static int distance(long[] one, long[] other) {
    int distance = 0;
    for (int i = 0; i < 4; i++) {
      distance += Long.bitCount(one[i] ^ other[i]);
    }
    return distance;
  }
}
