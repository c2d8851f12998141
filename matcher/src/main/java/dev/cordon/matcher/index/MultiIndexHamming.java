package dev.cordon.matcher.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A {@link HammingIndex} of immutable segments with multi-index hashing, and a small tail that is
 * scanned. A full tail is merged into a segment in the background, together with segments that are
 * not much larger, so that there are few segments and a signal is rarely copied.
 *
 * <p>About 100 bytes a signal: 32 for the signal, 4 for its id and 44 to 64 for the tables. While a
 * merge runs, its result exists beside what it replaces.
 */
public final class MultiIndexHamming implements HammingIndex {
  /** A scan of so many takes some 15 microseconds, a tenth of what a search of a million takes. */
  static final int TAIL_CAPACITY = 1 << 14;

  /** A segment is merged with what follows it when it is less than so many times as large. */
  private static final int GROWTH = 4;

  /** A segment is rewritten when one in so many of its signals was removed. */
  private static final int PURGE_FRACTION = 4;

  private final Executor merger;
  private final int tailCapacity;

  /** Segments, full tails and, last, the tail that is added to; the list itself never changes. */
  private volatile List<Block> blocks;

  private volatile int size;
  private boolean merging;
  private final List<Integer> removedWhileMerging = new ArrayList<>();

  /**
   * An empty index.
   *
   * @param merger runs merges, each up to seconds long; a thread of its own is best
   */
  public MultiIndexHamming(Executor merger) {
    this(merger, TAIL_CAPACITY, List.of());
  }

  MultiIndexHamming(Executor merger, int tailCapacity, List<Segment> segments) {
    this.merger = merger;
    this.tailCapacity = tailCapacity;
    List<Block> initial = new ArrayList<>(segments);
    initial.add(new Tail(tailCapacity));
    blocks = List.copyOf(initial);
    size = segments.stream().mapToInt(Block::live).sum();
  }

  /** For many signals at once, before the first search. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public synchronized void add(int id, long[] signal) {
    checkId(id);
    checkSignal(signal);
    tail().add(id, signal);
    size = size + 1;
    if (tail().isFull()) {
      blocks = with(blocks, new Tail(tailCapacity));
      mergeInBackground();
    }
  }

  @Override
  public synchronized boolean remove(int id) {
    int removed = 0;
    for (Block block : blocks) {
      removed += block.remove(id);
    }
    size = size - removed;
    if (merging) {
      removedWhileMerging.add(id);
    } else if (removed > 0 && !nextMerge().isEmpty()) {
      mergeInBackground();
    }
    return removed > 0;
  }

  @Override
  public void search(long[] signal, int radius, Hits hits) {
    checkSignal(signal);
    if (radius < 0 || radius > MAX_RADIUS) {
      throw new IllegalArgumentException(
          "radius must be between 0 and " + MAX_RADIUS + ", was " + radius);
    }
    Query query = new Query(signal, radius, hits);
    for (Block block : blocks) {
      block.search(query);
    }
  }

  @Override
  public int size() {
    return size;
  }

  private Tail tail() {
    return (Tail) blocks.get(blocks.size() - 1);
  }

  private void mergeInBackground() {
    if (merging) {
      return;
    }
    merging = true;
    try {
      merger.execute(this::mergeAll);
    } catch (RejectedExecutionException e) {
      merging = false;
      throw e;
    }
  }

  /** Merges until there is nothing to merge; after a failure the next full tail tries again. */
  private void mergeAll() {
    try {
      List<Block> inputs = startMerge();
      while (!inputs.isEmpty()) {
        inputs = finishMerge(inputs, merge(inputs));
      }
    } catch (RuntimeException | Error e) {
      stopMerging();
      throw e;
    }
  }

  private synchronized void stopMerging() {
    merging = false;
  }

  /** What to merge now; from here on removals are noted. */
  synchronized List<Block> startMerge() {
    removedWhileMerging.clear();
    List<Block> inputs = nextMerge();
    merging = !inputs.isEmpty();
    return inputs;
  }

  /** Puts a segment in the place of what it was made of, and tells what to merge next. */
  synchronized List<Block> finishMerge(List<Block> inputs, Segment merged) {
    removedWhileMerging.forEach(merged::remove);
    List<Block> next = new ArrayList<>(blocks);
    int place = next.indexOf(inputs.get(0));
    next.removeAll(inputs);
    if (merged.live() > 0) {
      next.add(place, merged);
    }
    blocks = List.copyOf(next);
    return startMerge();
  }

  /** All full tails with the segments before them, or else a segment with many removals. */
  private List<Block> nextMerge() {
    int end = blocks.size() - 1;
    int from = end;
    long signals = 0;
    while (from > 0 && joins(blocks.get(from - 1), signals)) {
      from--;
      signals += blocks.get(from).live();
    }
    return from < end ? blocks.subList(from, end) : purgeable();
  }

  private static boolean joins(Block block, long following) {
    return block instanceof Tail || block.live() < GROWTH * following;
  }

  private List<Block> purgeable() {
    return blocks.stream()
        .filter(Segment.class::isInstance)
        .filter(block -> block.size() - block.live() > block.size() / PURGE_FRACTION)
        .limit(1)
        .toList();
  }

  static Segment merge(List<Block> inputs) {
    SignalList list = new SignalList(inputs.stream().mapToInt(Block::live).sum());
    inputs.forEach(list::addLive);
    return segment(list);
  }

  private static Segment segment(SignalList list) {
    return new Segment(list.sortedById(), Layout.cheapest(list.size()));
  }

  private static List<Block> with(List<Block> blocks, Block last) {
    List<Block> more = new ArrayList<>(blocks);
    more.add(last);
    return List.copyOf(more);
  }

  private static void checkId(int id) {
    if (id < 0) {
      throw new IllegalArgumentException("id must be 0 or more, was " + id);
    }
  }

  private static void checkSignal(long[] signal) {
    if (signal.length != 4) {
      throw new IllegalArgumentException("signal must be 4 longs, was " + signal.length);
    }
  }

  /** Collects signals and makes them one segment, much quicker than adding one by one. */
  public static final class Builder {
    private final SignalList list = new SignalList(0);

    private Builder() {}

    /** As {@link HammingIndex#add}. */
    public Builder add(int id, long[] signal) {
      checkId(id);
      checkSignal(signal);
      list.add(id, signal, 0);
      return this;
    }

    /** An index that holds what was added; the builder is then done with. */
    public MultiIndexHamming build(Executor merger) {
      List<Segment> segments = list.size() == 0 ? List.of() : List.of(segment(list));
      return new MultiIndexHamming(merger, TAIL_CAPACITY, segments);
    }
  }
}
