package dev.cordon.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MultiIndexHammingTest {
  private final Random random = new Random(1);
  private final long[] signal = Signals.random(random);

  @Test
  void anEmptyIndexFindsNothing() {
    HammingIndex index = new MultiIndexHamming(Runnable::run);

    assertThat(index.size()).isZero();
    assertThat(Signals.hits(index, signal, 31)).isEmpty();
    assertThat(index.remove(0)).isFalse();
    assertThat(MultiIndexHamming.builder().build(Runnable::run).size()).isZero();
  }

  @Test
  void reportsEverySignalOfAnId() {
    HammingIndex index = new MultiIndexHamming(Runnable::run);
    index.add(7, signal);
    index.add(7, Signals.changed(signal, 31, random));
    index.add(7, Signals.changed(signal, 32, random));

    assertThat(Signals.hits(index, signal, 31)).containsExactly("7 at 0", "7 at 31");
    assertThat(index.remove(7)).isTrue();
    assertThat(index.remove(7)).isFalse();
    assertThat(Signals.hits(index, signal, 31)).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void anIdCanComeBack() {
    HammingIndex index = MultiIndexHamming.builder().add(7, signal).build(Runnable::run);

    index.remove(7);
    index.add(7, signal);

    assertThat(Signals.hits(index, signal, 0)).containsExactly("7 at 0");
  }

  @Test
  void keepsItsOwnCopyOfASignal() {
    HammingIndex index = new MultiIndexHamming(Runnable::run);
    long[] mutable = signal.clone();
    index.add(7, mutable);
    mutable[0] = ~mutable[0];

    assertThat(Signals.hits(index, signal, 0)).containsExactly("7 at 0");
  }

  @Test
  void aBankOfLookAlikesIsSearchedWhole() {
    MultiIndexHamming.Builder builder = MultiIndexHamming.builder();
    for (int id = 0; id < 20_000; id++) {
      builder.add(20_000 - id, Signals.changed(signal, 12, random));
    }

    assertThat(Signals.hits(builder.build(Runnable::run), signal, 31)).hasSize(20_000);
  }

  @Test
  void removalsMakeItForgetWhatItHolds() {
    AtomicInteger merges = new AtomicInteger();
    HammingIndex index =
        new MultiIndexHamming(
            task -> {
              merges.incrementAndGet();
              task.run();
            },
            16,
            List.of());
    for (int id = 0; id < 64; id++) {
      index.add(id, Signals.random(random));
    }
    int before = merges.get();
    for (int id = 0; id < 64; id++) {
      index.remove(id);
    }

    assertThat(index.size()).isZero();
    assertThat(merges.get()).isGreaterThan(before);
  }

  @Test
  void whatIsRemovedWhileItIsMergedStaysAway() {
    MultiIndexHamming index = new MultiIndexHamming(task -> {}, 2, List.of());
    index.add(1, signal);
    index.add(2, signal);

    List<Block> inputs = index.startMerge();
    Segment merged = MultiIndexHamming.merge(inputs);
    index.remove(1);
    index.remove(2);
    index.add(2, Signals.changed(signal, 5, random));
    index.finishMerge(inputs, merged);

    assertThat(Signals.hits(index, signal, 31)).containsExactly("2 at 5");
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void aRefusedMergeIsTriedAgain() {
    AtomicBoolean refuse = new AtomicBoolean(true);
    HammingIndex index =
        new MultiIndexHamming(
            task -> {
              if (refuse.get()) {
                throw new RejectedExecutionException("shut down");
              }
              task.run();
            },
            1,
            List.of());

    assertThatThrownBy(() -> index.add(1, signal)).isInstanceOf(RejectedExecutionException.class);
    refuse.set(false);
    index.add(2, signal);

    assertThat(Signals.hits(index, signal, 0)).containsExactly("1 at 0", "2 at 0");
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    HammingIndex index = new MultiIndexHamming(Runnable::run);

    assertThatThrownBy(() -> index.search(signal, 32, (id, distance) -> {}))
        .hasMessage("radius must be between 0 and 31, was 32");
    assertThatThrownBy(() -> index.search(signal, -1, (id, distance) -> {}))
        .hasMessage("radius must be between 0 and 31, was -1");
    assertThatThrownBy(() -> index.search(new long[3], 0, (id, distance) -> {}))
        .hasMessage("signal must be 4 longs, was 3");
    assertThatThrownBy(() -> index.add(-1, signal)).hasMessage("id must be 0 or more, was -1");
    assertThatThrownBy(() -> index.add(1, new long[5])).hasMessage("signal must be 4 longs, was 5");
  }

  /** While one thread adds, removes and merges go on, whatever was acknowledged is found. */
  @Test
  @Timeout(30)
  void searchesNeverMissWhileItChanges() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    MultiIndexHamming index = new MultiIndexHamming(threads, 64, List.of());
    int count = 20_000;
    long[][] signals = new long[count][];
    for (int id = 0; id < count; id++) {
      signals[id] = Signals.random(random);
    }
    AtomicInteger added = new AtomicInteger();
    AtomicInteger removed = new AtomicInteger();
    try {
      List<Future<?>> searches = new ArrayList<>();
      for (int seed = 0; seed < 2; seed++) {
        Random choice = new Random(seed);
        searches.add(threads.submit(() -> searchUntilFull(index, signals, added, removed, choice)));
      }
      churn(index, signals, added, removed);
      for (Future<?> search : searches) {
        search.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(index.size()).isEqualTo(count - removed.get());
    assertAllAsLeft(index, signals, removed.get());
  }

  /** Adds in order of id and removes, half as fast, in order of id. */
  private static void churn(
      HammingIndex index, long[][] signals, AtomicInteger added, AtomicInteger removed) {
    for (int id = 0; id < signals.length; id++) {
      index.add(id, signals[id]);
      added.set(id + 1);
      if (id % 2 == 1) {
        index.remove(id / 2);
        removed.set(id / 2 + 1);
      }
    }
  }

  private static void searchUntilFull(
      HammingIndex index,
      long[][] signals,
      AtomicInteger added,
      AtomicInteger removed,
      Random choice) {
    while (added.get() < signals.length) {
      int gone = removed.get();
      int there = added.get();
      if (there > 0) {
        int id = choice.nextInt(there);
        List<String> hits = Signals.hits(index, Signals.changed(signals[id], 31, choice), 31);
        if (id < gone) {
          assertThat(hits).as("%d was removed", id).isEmpty();
        } else if (id > removed.get()) { // the one after the last may be half removed
          assertThat(hits).as("%d is there", id).isEqualTo(List.of(id + " at 31"));
        }
      }
    }
  }

  private static void assertAllAsLeft(HammingIndex index, long[][] signals, int removed) {
    for (int id = 0; id < signals.length; id++) {
      List<String> hits = Signals.hits(index, signals[id], 31);
      assertThat(hits).isEqualTo(id < removed ? List.of() : List.of(id + " at 0"));
    }
  }
}
