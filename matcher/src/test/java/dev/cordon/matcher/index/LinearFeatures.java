package dev.cordon.matcher.index;

import java.util.Map;
import java.util.TreeMap;

/** The feature index at its plainest: compares everything. */
final class LinearFeatures {
  record Entry(int[] words, long[] signatures) {}

  private final Map<Integer, Entry> entries = new TreeMap<>();

  void add(int row, Entry entry) {
    if (entry.words().length > 0) {
      entries.put(row, entry);
    }
  }

  boolean remove(int row) {
    return entries.remove(row) != null;
  }

  boolean holds(int row) {
    return entries.containsKey(row);
  }

  long size() {
    return entries.values().stream().mapToLong(entry -> entry.words().length).sum();
  }

  /** Votes for whatever has a word that differs from the query's by a flip that counts. */
  void search(Features query, int variant, int radius, Flip flip, FeatureIndex.Votes votes) {
    for (int feature = 0; feature < query.words().length; feature++) {
      int word = query.words()[feature] ^ query.wordMasks()[variant];
      long signature = query.signatures()[feature] ^ query.signatureMasks()[variant];
      for (Map.Entry<Integer, Entry> held : entries.entrySet()) {
        Entry entry = held.getValue();
        for (int i = 0; i < entry.words().length; i++) {
          int flipped = word ^ entry.words()[i];
          int distance =
              Integer.bitCount(flipped) + Long.bitCount(signature ^ entry.signatures()[i]);
          if (distance <= radius && flip.counts(feature, flipped)) {
            votes.vote(feature, held.getKey(), i, distance);
          }
        }
      }
    }
  }

  /** Says whether a word is found that differs from a feature's in these bits. */
  interface Flip {
    boolean counts(int feature, int flipped);
  }
}
