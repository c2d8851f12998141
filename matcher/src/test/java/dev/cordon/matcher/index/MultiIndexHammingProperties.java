package dev.cordon.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is added, removed and merged in whatever order, it agrees with a linear scan. */
class MultiIndexHammingProperties {
  private static final int TAIL = 8;

  private final LinearScan expected = new LinearScan();
  private final Queue<Runnable> merges = new ArrayDeque<>();
  private final HammingIndex index = new MultiIndexHamming(merges::add, TAIL, List.of());

  @Property(tries = 150)
  void agreesWithALinearScan(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int families) {
    Random random = new Random(seed);
    long[][] centres =
        random.ints(families).mapToObj(i -> Signals.random(random)).toArray(long[][]::new);
    for (int step = 0; step < 300; step++) {
      change(random, near(centres, random));
      if (step % 10 == 0) {
        assertSame(near(centres, random), random.nextInt(HammingIndex.MAX_RADIUS + 1));
      }
    }
    runMerges();
    assertSame(near(centres, random), HammingIndex.MAX_RADIUS);
    assertThat(index.size()).isEqualTo(expected.size());
  }

  @Property(tries = 60)
  void findsACopyAtEveryDistanceWhateverTheLayout(
      @ForAll long seed, @ForAll @IntRange(min = 11, max = 32) int words) {
    Random random = new Random(seed);
    long[] signal = Signals.random(random);
    SignalList list = new SignalList(0);
    for (int distance = 0; distance < 64; distance++) {
      list.add(distance, Signals.changed(signal, distance, random), 0);
    }
    crowd(list, signal, random);
    HammingIndex segment =
        new MultiIndexHamming(Runnable::run, TAIL, List.of(new Segment(list, new Layout(words))));
    for (int radius = 0; radius <= HammingIndex.MAX_RADIUS; radius++) {
      assertThat(Signals.hits(segment, signal, radius))
          .containsExactlyInAnyOrderElementsOf(upTo(radius));
    }
  }

  /** Enough strangers that the candidates are few, and the search does not turn to scanning. */
  private static void crowd(SignalList list, long[] signal, Random random) {
    for (int id = 64; id < 5000; id++) {
      long[] stranger = Signals.random(random);
      assertThat(LinearScan.distance(stranger, signal)).isGreaterThan(HammingIndex.MAX_RADIUS);
      list.add(id, stranger, 0);
    }
  }

  private static List<String> upTo(int radius) {
    return java.util.stream.IntStream.rangeClosed(0, radius).mapToObj(i -> i + " at " + i).toList();
  }

  private void change(Random random, long[] signal) {
    int id = random.nextInt(60);
    int choice = random.nextInt(20);
    if (choice < 15) {
      index.add(id, signal);
      expected.add(id, signal);
    } else if (choice < 18) {
      assertThat(index.remove(id)).isEqualTo(expected.remove(id));
    } else {
      runMerges();
    }
  }

  private void assertSame(long[] signal, int radius) {
    assertThat(Signals.hits(index, signal, radius))
        .isEqualTo(Signals.hits(expected, signal, radius));
  }

  private void runMerges() {
    while (!merges.isEmpty()) {
      merges.remove().run();
    }
  }

  private static long[] near(long[][] centres, Random random) {
    return Signals.changed(centres[random.nextInt(centres.length)], random.nextInt(24), random);
  }
}
