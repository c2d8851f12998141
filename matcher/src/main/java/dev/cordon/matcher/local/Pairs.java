package dev.cordon.matcher.local;

import java.util.Arrays;

/** Pairs of a query's feature and an entry's feature that may be the same patch. */
final class Pairs {
  int size;
  int[] query = new int[32];
  int[] entry = new int[32];
  int[] distance = new int[32];

  void add(int queryFeature, int entryFeature, int bits) {
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
