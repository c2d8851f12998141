package dev.cordon.matcher.local;

import java.util.Arrays;

/** Pairs of a query's feature and an entry's feature that may be the same patch. */
public final class Pairs {
  int size;
  int[] query = new int[32];
  int[] entry = new int[32];
  int[] distance = new int[32];

  /** At most so many of them, the most alike. */
  Pairs nearest(int most) {
    if (size <= most) {
      return this;
    }
    int[] frequency = new int[256];
    for (int i = 0; i < size; i++) {
      frequency[distance[i]]++;
    }
    int limit = 0;
    for (int sum = frequency[0]; sum + frequency[limit + 1] <= most; sum += frequency[++limit]) {}
    Pairs kept = new Pairs();
    for (int i = 0; i < size; i++) {
      if (distance[i] <= limit) {
        kept.add(query[i], entry[i], distance[i]);
      }
    }
    return kept.size == 0 ? first(most) : kept;
  }

  private Pairs first(int most) {
    Pairs kept = new Pairs();
    for (int i = 0; i < most; i++) {
      kept.add(query[i], entry[i], distance[i]);
    }
    return kept;
  }

  /** Adds a pair whose codes differ in so many bits. */
  public void add(int queryFeature, int entryFeature, int bits) {
    if (size == query.length) {
      query = Arrays.copyOf(query, size * 2);
      entry = Arrays.copyOf(entry, size * 2);
      distance = Arrays.copyOf(distance, size * 2);
    }
    query[size] = queryFeature;
    entry[size] = entryFeature;
    distance[size++] = bits;
  }
}
