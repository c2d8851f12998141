package dev.cordon.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever is added, removed and merged in whatever order: what it reports is what a comparison
 * with everything reports, and nothing is missing whose word is among the likeliest.
 */
class MultiProbeProperties {
  private static final int TAIL = 32;
  private static final int RADIUS = 22;

  private final LinearFeatures expected = new LinearFeatures();
  private final Queue<Runnable> merges = new ArrayDeque<>();
  private final FeatureIndex index = new MultiProbeIndex(RADIUS, merges::add, TAIL);
  private final List<LinearFeatures.Entry> seen = new ArrayList<>();

  @Property(tries = 100)
  void agreesWithAComparisonOfEverything(@ForAll long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 150; step++) {
      change(random);
      if (step % 10 == 0) {
        assertAgrees(Features.near(seen, 5, random), random.nextInt(2));
      }
    }
    runMerges();
    assertAgrees(Features.near(seen, 20, random), 0);
    assertThat(index.size()).isEqualTo(expected.size());
  }

  @Property(tries = 200)
  void looksWhereTheSumsOfDoubtsAreSmallest(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int bits) {
    Random random = new Random(seed);
    byte[] doubts = new byte[24];
    random.nextBytes(doubts);
    int[] flips = Flips.ofAll(doubts, bits);
    int[] likeliest =
        IntStream.range(0, 1 << bits)
            .mapToObj(flip -> new int[] {sum(doubts, bits, flip), flip})
            .sorted((a, b) -> a[0] == b[0] ? Integer.compare(a[1], b[1]) : a[0] - b[0])
            .limit(Flips.COUNT)
            .mapToInt(flip -> flip[1])
            .toArray();
    assertThat(IntStream.of(flips).filter(flip -> flip >= 0)).containsExactly(box(likeliest));
    assertThat(flips).hasSize(Flips.COUNT);
  }

  private static Integer[] box(int[] values) {
    return IntStream.of(values).boxed().toArray(Integer[]::new);
  }

  private void change(Random random) {
    int row = random.nextInt(60);
    int choice = random.nextInt(20);
    if (choice < 16 && !expected.holds(row)) {
      LinearFeatures.Entry entry = entry(random);
      index.add(row, entry.words().clone(), entry.signatures().clone());
      expected.add(row, entry);
    } else if (choice < 18) {
      assertThat(index.remove(row)).isEqualTo(expected.remove(row));
    } else {
      runMerges();
    }
  }

  /** Half of the entries are near an earlier one. */
  private LinearFeatures.Entry entry(Random random) {
    LinearFeatures.Entry entry = Features.entry(1 + random.nextInt(50), random);
    if (!seen.isEmpty() && random.nextBoolean()) {
      Features near = Features.near(seen, entry.words().length, random);
      entry = new LinearFeatures.Entry(near.words(), near.signatures());
    }
    seen.add(entry);
    return entry;
  }

  private void assertAgrees(Features query, int variant) {
    Features turned = query.masked(variant);
    List<String> votes = turned.votes(index, variant);
    int[] flips = Flips.ofAll(query.doubts(), 24);
    assertThat(votes)
        .containsAll(
            turned.votes(expected, variant, RADIUS, (f, flip) -> isLikely(flips, f, flip)));
    assertThat(turned.votes(expected, variant, RADIUS, (f, flip) -> true)).containsAll(votes);
    assertThat(votes).doesNotHaveDuplicates();
  }

  private static boolean isLikely(int[] flips, int feature, int flipped) {
    int from = feature * Flips.COUNT;
    return IntStream.range(from, from + Flips.COUNT).anyMatch(i -> flips[i] == flipped);
  }

  private void runMerges() {
    while (!merges.isEmpty()) {
      merges.remove().run();
    }
  }

  private static int sum(byte[] doubts, int bits, int flip) {
    return IntStream.range(0, bits)
        .filter(i -> (flip >>> (bits - 1 - i) & 1) == 1)
        .map(i -> Byte.toUnsignedInt(doubts[i]))
        .sum();
  }
}
