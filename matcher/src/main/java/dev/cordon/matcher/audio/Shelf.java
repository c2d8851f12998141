package dev.cordon.matcher.audio;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The entries of a bank one behind the other on one line of frames. */
final class Shelf {
  /** Frames between two, so that a place near the end of one is not in the next. */
  private static final int GAP = 512;

  private final TreeMap<Integer, Entry> byBase = new TreeMap<>();
  private final Map<Integer, Entry> byRow = new HashMap<>();
  private int end = GAP;
  private long dead;
  private long live;

  Entry add(int row, AudioFeatures features) {
    Entry entry = new Entry(row, end, features);
    byBase.put(end, entry);
    byRow.put(row, entry);
    end = Math.addExact(end, features.length + GAP);
    live += features.length;
    return entry;
  }

  /** Takes an entry off; its frames are not used again before {@link #repack}. */
  void remove(int row) {
    Entry entry = byRow.remove(row);
    if (entry != null) {
      byBase.remove(entry.base());
      live -= entry.features().length;
      dead += entry.features().length;
    }
  }

  boolean isEmpty() {
    return byRow.isEmpty();
  }

  /** Whether more is dead than alive. */
  boolean isWasteful() {
    return dead > live;
  }

  /** Closes the gaps that removed entries left. */
  void repack(Consumer<Entry> placed) {
    Iterable<Entry> before = java.util.List.copyOf(byBase.values());
    byBase.clear();
    byRow.clear();
    end = GAP;
    dead = 0;
    live = 0;
    before.forEach(entry -> placed.accept(add(entry.row(), entry.features())));
  }

  /** The entry that a frame of the bank lies in, or about. */
  @Nullable Entry at(int frame) {
    Map.Entry<Integer, Entry> below = byBase.floorEntry(frame + GAP / 2);
    Entry entry = below == null ? null : below.getValue();
    boolean near = entry != null && frame < entry.base() + entry.features().length + GAP / 2;
    return near ? entry : null;
  }
}
