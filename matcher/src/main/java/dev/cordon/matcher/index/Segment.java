package dev.cordon.matcher.index;

import java.util.Arrays;

/** Signals that no longer change but for removals, sorted by id, with a table for each word. */
final class Segment extends Block {
  /** When more than this part of the signals are candidates, a plain scan is quicker. */
  private static final int SCAN_FRACTION = 8;

  private final Layout layout;
  private final Table[] tables;

  /** Takes the signals over, sorted by id. */
  Segment(SignalList list, Layout layout) {
    super(list.signals(), list.ids());
    this.layout = layout;
    tables = new Table[layout.words()];
    for (int word = 0; word < tables.length; word++) {
      tables[word] = Table.of(layout, word, signals, ids.length);
    }
  }

  @Override
  int size() {
    return ids.length;
  }

  /** Banks of look-alikes make crowded buckets: past some candidates the rest is scanned. */
  @Override
  void search(Query query) {
    int patience = ids.length / SCAN_FRACTION;
    for (int word = 0; word < tables.length; word++) {
      if (patience < 0) {
        scan(word, query);
        return;
      }
      patience -= probe(word, query);
    }
  }

  @Override
  int remove(int id) {
    int buried = 0;
    int position = firstOf(id);
    while (position < ids.length && ids[position] == id) {
      if (bury(position)) {
        buried++;
      }
      position++;
    }
    return buried;
  }

  /** Looks into the buckets around a word of the query and tells how many candidates they held. */
  private int probe(int word, Query query) {
    int value = layout.word(word, query.signal, 0);
    int[] flips = layout.flips(word);
    int count = layout.flipCount(word, layout.radius(word, query.radius));
    int[] starts = tables[word].starts();
    int candidates = 0;
    for (int flip = 0; flip < count; flip++) {
      int bucket = value ^ flips[flip];
      int from = starts[bucket];
      int to = starts[bucket + 1];
      compare(word, from, to, query);
      candidates += to - from;
    }
    return candidates;
  }

  private void compare(int word, int from, int to, Query query) {
    int[] positions = tables[word].positions();
    for (int i = from; i < to; i++) {
      int distance = query.distance(signals, positions[i]);
      if (distance <= query.radius) {
        report(word, positions[i], distance, query);
      }
    }
  }

  private void scan(int word, Query query) {
    for (int position = 0; position < ids.length; position++) {
      int distance = query.distance(signals, position);
      if (distance <= query.radius) {
        report(word, position, distance, query);
      }
    }
  }

  /** A signal is near in several words: only the first of them reports it. */
  private void report(int word, int position, int distance, Query query) {
    if (isLive(position) && !foundBefore(word, position, query)) {
      query.hit(ids[position], distance);
    }
  }

  private boolean foundBefore(int word, int position, Query query) {
    for (int earlier = 0; earlier < word; earlier++) {
      int own = layout.word(earlier, signals, position << 2);
      int looked = layout.word(earlier, query.signal, 0);
      if (Integer.bitCount(own ^ looked) <= layout.radius(earlier, query.radius)) {
        return true;
      }
    }
    return false;
  }

  private int firstOf(int id) {
    int position = Arrays.binarySearch(ids, id);
    if (position < 0) {
      return ids.length;
    }
    while (position > 0 && ids[position - 1] == id) {
      position--;
    }
    return position;
  }
}
