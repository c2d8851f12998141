package dev.cordon.benchmarks;

import dev.cordon.matcher.index.FeatureIndex;
import dev.cordon.matcher.index.FeatureQuery;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** An index that notes how long it was searched. */
final class TimedIndex implements FeatureIndex {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final FeatureIndex index;
  private long nanos;

  TimedIndex(FeatureIndex index) {
    this.index = index;
  }

  /** Processor time of this thread. */
  static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  void forget() {
    nanos = 0;
  }

  long nanos() {
    return nanos;
  }

  @Override
  public void add(int row, int[] words, long[] signatures) {
    index.add(row, words, signatures);
  }

  @Override
  public boolean remove(int row) {
    return index.remove(row);
  }

  @Override
  public void search(FeatureQuery query, int variant, Votes votes) {
    long begin = cpu();
    index.search(query, variant, votes);
    nanos += cpu() - begin;
  }

  @Override
  public long size() {
    return index.size();
  }

  @Override
  public long memory() {
    return index.memory();
  }
}
