package dev.cordon.matcher.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A {@link FeatureIndex} of immutable segments and a small tail, each with features in buckets by
 * the highest bits of their words, as many bits as its size is worth. A search looks into the
 * buckets that a copy of the feature is likeliest in. A full tail is merged into a segment in the
 * background, together with segments that are not much larger.
 *
 * <p>13 to 14 bytes a feature: 8 for the signature, 4 for where it belongs, 1 to 2 for the buckets.
 * While a merge runs, its result exists beside what it replaces.
 */
public final class MultiProbeIndex implements FeatureIndex {
  static final int TAIL_CAPACITY = 1 << 13;

  /** A segment is merged with what follows it when it is less than so many times as large. */
  private static final int GROWTH = 4;

  /** A segment is rewritten when one in so many of its features was removed. */
  private static final int PURGE_FRACTION = 4;

  /** A greater merge would need too much memory beside what it replaces. */
  private static final int MAX_SEGMENT = 1 << 26;

  private final Executor merger;
  private final int radius;
  private final int tailCapacity;

  /** Segments, full tails and, last, the tail that is added to; the list itself never changes. */
  private volatile List<FeatureBlock> blocks;

  private volatile long size;
  private volatile int entries;
  private boolean merging;
  private final List<Integer> removedWhileMerging = new ArrayList<>();

  /**
   * An empty index.
   *
   * @param radius how many bits of word and signature may differ, 0 to 88
   * @param merger runs merges, each up to seconds long; a thread of its own is best
   */
  public MultiProbeIndex(int radius, Executor merger) {
    this(radius, merger, TAIL_CAPACITY);
  }

  MultiProbeIndex(int radius, Executor merger, int tailCapacity) {
    if (radius < 0 || radius > WORD_BITS + Long.SIZE) {
      throw new IllegalArgumentException("radius must be between 0 and 88, was " + radius);
    }
    this.radius = radius;
    this.merger = merger;
    this.tailCapacity = tailCapacity;
    blocks = List.of(new FeatureTail(tailCapacity));
  }

  @Override
  public synchronized void add(int row, int[] words, long[] signatures) {
    check(row, words, signatures);
    if (words.length == 0) {
      return;
    }
    boolean full = !tail().fits(words.length);
    if (full) {
      blocks = with(blocks, new FeatureTail(Math.max(tailCapacity, words.length)));
    }
    tail().add(row, words, signatures);
    size = size + words.length;
    entries = entries + 1;
    if (full) {
      mergeInBackground();
    }
  }

  @Override
  public synchronized boolean remove(int row) {
    int removed = 0;
    for (FeatureBlock block : blocks) {
      removed += block.remove(row);
    }
    if (removed == 0) {
      return false;
    }
    size = size - removed;
    entries = entries - 1;
    if (merging) {
      removedWhileMerging.add(row);
    } else if (!nextMerge().isEmpty()) {
      mergeInBackground();
    }
    return true;
  }

  @Override
  public void search(FeatureQuery query, int variant, Votes votes) {
    if (variant < 0 || variant >= query.variants()) {
      throw new IllegalArgumentException(
          "variant must be between 0 and " + (query.variants() - 1) + ", was " + variant);
    }
    List<FeatureBlock> searched = blocks;
    int budget = 4096 + (int) (size >>> 12);
    FeatureSearch search = new FeatureSearch(query, variant, radius, budget, 64 + entries / 1000);
    for (int feature = 0; feature < query.size(); feature++) {
      search.start(feature);
      for (FeatureBlock block : searched) {
        block.search(search);
      }
      search.finish(votes);
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long memory() {
    return blocks.stream().mapToLong(FeatureBlock::memory).sum();
  }

  private void check(int row, int[] words, long[] signatures) {
    if (row < 0) {
      throw new IllegalArgumentException("row must be 0 or more, was " + row);
    }
    if (words.length != signatures.length) {
      throw new IllegalArgumentException(
          "signatures must be as many as words, " + words.length + ", were " + signatures.length);
    }
    if (blocks.stream().anyMatch(block -> block.holds(row))) {
      throw new IllegalArgumentException("row " + row + " is held already; remove it first");
    }
  }

  private FeatureTail tail() {
    return (FeatureTail) blocks.get(blocks.size() - 1);
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
      List<FeatureBlock> inputs = startMerge();
      while (!inputs.isEmpty()) {
        inputs = finishMerge(inputs, FeatureMerge.of(inputs));
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
  synchronized List<FeatureBlock> startMerge() {
    removedWhileMerging.clear();
    List<FeatureBlock> inputs = nextMerge();
    merging = !inputs.isEmpty();
    return inputs;
  }

  /** Puts a segment in the place of what it was made of, and tells what to merge next. */
  synchronized List<FeatureBlock> finishMerge(List<FeatureBlock> inputs, FeatureSegment merged) {
    removedWhileMerging.forEach(merged::remove);
    List<FeatureBlock> next = new ArrayList<>(blocks);
    int place = next.indexOf(inputs.get(0));
    next.removeAll(inputs);
    if (merged.live() > 0) {
      next.add(place, merged);
    }
    blocks = List.copyOf(next);
    return startMerge();
  }

  /** All full tails with the segments before them, or else a segment with many removals. */
  private List<FeatureBlock> nextMerge() {
    int end = blocks.size() - 1;
    int from = end;
    long features = 0;
    while (from > 0 && joins(blocks.get(from - 1), features)) {
      from--;
      features += blocks.get(from).live();
    }
    return from < end ? blocks.subList(from, end) : purgeable();
  }

  private static boolean joins(FeatureBlock block, long following) {
    return block instanceof FeatureTail
        || (block.live() < GROWTH * following && block.live() + following <= MAX_SEGMENT);
  }

  private List<FeatureBlock> purgeable() {
    return blocks.stream()
        .filter(FeatureSegment.class::isInstance)
        .filter(block -> block.size() - block.live() > block.size() / PURGE_FRACTION)
        .limit(1)
        .toList();
  }

  private static List<FeatureBlock> with(List<FeatureBlock> blocks, FeatureBlock last) {
    List<FeatureBlock> more = new ArrayList<>(blocks);
    more.add(last);
    return List.copyOf(more);
  }
}
