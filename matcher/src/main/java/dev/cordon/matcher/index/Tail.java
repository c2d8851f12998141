package dev.cordon.matcher.index;

/** The newest signals, in the order they came; searched one by one. */
final class Tail extends Block {
  /** Published last, so that whoever reads it sees the signals below it. */
  private volatile int size;

  Tail(int capacity) {
    super(new long[capacity << 2], new int[capacity]);
  }

  void add(int id, long[] signal) {
    int position = size;
    System.arraycopy(signal, 0, signals, position << 2, 4);
    ids[position] = id;
    size = position + 1;
  }

  boolean isFull() {
    return size == ids.length;
  }

  @Override
  int size() {
    return size;
  }

  @Override
  void search(Query query) {
    int end = size;
    for (int position = 0; position < end; position++) {
      int distance = query.distance(signals, position);
      if (distance <= query.radius && isLive(position)) {
        query.hit(ids[position], distance);
      }
    }
  }

  @Override
  int remove(int id) {
    int buried = 0;
    for (int position = 0; position < size; position++) {
      if (ids[position] == id && bury(position)) {
        buried++;
      }
    }
    return buried;
  }
}
