package dev.cordon.matcher.index;

import static dev.cordon.matcher.index.FeatureIndex.WORD_BITS;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** The newest entries, in the order they came; features of a bucket are chained, newest first. */
final class FeatureTail extends FeatureBlock {
  private static final int NONE = -1;

  private final int[] words;
  private final long[] signatures;
  private final int[] entryOfFeature;
  private final int bits;
  private final AtomicIntegerArray newest;
  private final int[] older;

  /** Published last, so that whoever reads it sees the entries below it. */
  private volatile int entries;

  /**
   * An empty tail.
   *
   * @param capacity how many features fit
   */
  FeatureTail(int capacity) {
    super(new int[capacity], new int[capacity + 1]);
    words = new int[capacity];
    signatures = new long[capacity];
    entryOfFeature = new int[capacity];
    older = new int[capacity];
    bits = FeatureSegment.bits(capacity);
    newest = new AtomicIntegerArray(1 << bits);
    for (int bucket = 0; bucket < newest.length(); bucket++) {
      newest.setPlain(bucket, NONE);
    }
  }

  boolean fits(int features) {
    return features <= words.length - size();
  }

  void add(int row, int[] newWords, long[] newSignatures) {
    int entry = entries;
    int first = firsts[entry];
    for (int i = 0; i < newWords.length; i++) {
      add(entry, first + i, newWords[i] & ((1 << WORD_BITS) - 1), newSignatures[i]);
    }
    rows[entry] = row;
    firsts[entry + 1] = first + newWords.length;
    entries = entry + 1;
  }

  private void add(int entry, int at, int word, long signature) {
    words[at] = word;
    signatures[at] = signature;
    entryOfFeature[at] = entry;
    int bucket = word >>> (WORD_BITS - bits);
    older[at] = newest.get(bucket);
    newest.set(bucket, at);
  }

  @Override
  int entries() {
    return entries;
  }

  @Override
  int entryOf(int row) {
    int entry = entries - 1;
    while (entry >= 0 && (rows[entry] != row || !isLive(entry))) {
      entry--;
    }
    return entry;
  }

  @Override
  void search(FeatureSearch search) {
    int end = size();
    int bucket = search.word() >>> (WORD_BITS - bits);
    for (int i = 0; i < Flips.COUNT; i++) {
      int flip = search.flip(bits, i);
      if (flip < 0) {
        return;
      }
      compare(newest.get(bucket ^ flip), end, search);
    }
  }

  /** What was chained after {@code end} was read belongs to an entry that is not whole yet. */
  private void compare(int first, int end, FeatureSearch search) {
    for (int at = first; at != NONE && search.hasPatience(); at = older[at]) {
      search.spend(1);
      if (at < end) {
        int distance = search.distance(words[at], signatures[at]);
        if (distance <= search.radius() && isLive(entryOfFeature[at])) {
          int entry = entryOfFeature[at];
          search.hit(rows[entry], at - firsts[entry], distance);
        }
      }
    }
  }

  @Override
  void forEach(Visitor visitor) {
    int end = size();
    for (int at = 0; at < end; at++) {
      int entry = entryOfFeature[at];
      visitor.visit(words[at], signatures[at], entry, at - firsts[entry]);
    }
  }

  @Override
  long memory() {
    return memoryOfEntries() + 20L * words.length + 4L * newest.length();
  }
}
