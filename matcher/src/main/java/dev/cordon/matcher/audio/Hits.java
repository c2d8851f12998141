package dev.cordon.matcher.audio;

import java.util.Arrays;

/** Triplets of a query that an index has, and where the bank's sound lies by each. */
final class Hits {
  /** Beyond a fifth of an octave, and of the speed, the pitch is not changed. */
  private static final int MOST_PITCH = 60;

  private static final float SLOWEST = 0.82f;
  private static final float FASTEST = 1.2f;

  private int[] query = new int[256];
  private int[] entry = new int[256];
  private float[] speed = new float[256];
  private byte[] pitch = new byte[256];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int query(int i) {
    return query[i];
  }

  int entry(int i) {
    return entry[i];
  }

  float speed(int i) {
    return speed[i];
  }

  int pitch(int i) {
    return pitch[i];
  }

  /** Takes a hit, unless it says what no copy is like. */
  void add(int queryFrame, int queryPitch, int querySpan, Landmark found) {
    float ratio = found.span() / (float) querySpan;
    int difference = queryPitch - found.pitch();
    if (ratio < SLOWEST || ratio > FASTEST || Math.abs(difference) > MOST_PITCH) {
      return;
    }
    if (size == query.length) {
      grow();
    }
    query[size] = queryFrame;
    entry[size] = found.frame();
    speed[size] = ratio;
    pitch[size++] = (byte) difference;
  }

  private void grow() {
    int more = size * 2;
    query = Arrays.copyOf(query, more);
    entry = Arrays.copyOf(entry, more);
    speed = Arrays.copyOf(speed, more);
    pitch = Arrays.copyOf(pitch, more);
  }

  /** The bank's frame that a frame of the query is, by one hit. */
  int at(int i, int frame) {
    return Math.round(entry[i] + (frame - query[i]) * speed[i]);
  }

  void addAll(Hits others) {
    for (int i = 0; i < others.size; i++) {
      if (size == query.length) {
        grow();
      }
      query[size] = others.query[i];
      entry[size] = others.entry[i];
      speed[size] = others.speed[i];
      pitch[size++] = others.pitch[i];
    }
  }
}
