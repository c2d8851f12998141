package dev.cordon.benchmarks.odds;

import dev.cordon.matcher.local.LocalBank;
import dev.cordon.matcher.local.Sighting;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Retrieval and geometric check in a large bank, one core: processor time a query, memory an entry,
 * and what of edited copies is found beside the same copies in a small bank.
 *
 * <p>The bank is filled up with entries as unevenly spread as real ones: each feature has the place
 * of one real feature, the word of a second, and the two halves of the signature of a third and a
 * fourth.
 *
 * <p>{@code java -Xmx6g -cp … dev.cordon.benchmarks.odds.LocalScale cases entries,entries,…
 * [queries]}
 */
public final class LocalScale {
  /** Version, width, height and layout, see {@link dev.cordon.matcher.local.LocalFeatures}. */
  private static final int HEAD = 5 + 1024;

  private static final int FEATURE = 17;
  private static final int LAYOUT_SIDE = 32;

  private final Random random = new Random(1);
  private final List<Line> known;
  private final List<byte[]> real;
  private final List<Line> queries;

  private LocalScale(List<Line> known, List<Line> queries) {
    this.known = known;
    this.queries = queries;
    real = known.stream().map(line -> Base64.getDecoder().decode(line.value())).toList();
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println("Usage: LocalScale cases-folder entries,entries,... [queries]");
      System.exit(2);
    }
    Path cases = Path.of(arguments[0]);
    int most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
    new LocalScale(Line.bank(cases, Set.of("corpus")), sample(cases, most))
        .run(Arrays.stream(arguments[1].split(",")).mapToInt(Integer::parseInt).toArray());
    System.exit(0);
  }

  /** As many copies of banked pictures as edited pictures that are not banked. */
  private static List<Line> sample(Path cases, int most) throws IOException {
    List<Line> copies = Line.queries(cases, Set.of("corpus"));
    List<Line> others = Line.queries(cases, Set.of("other"));
    Collections.shuffle(copies, new Random(1));
    Collections.shuffle(others, new Random(1));
    List<Line> both =
        new java.util.ArrayList<>(copies.subList(0, Math.min(most / 2, copies.size())));
    both.addAll(others.subList(0, Math.min(most / 2, others.size())));
    return both;
  }

  private void run(int[] sizes) throws Exception {
    ExecutorService merger = Executors.newSingleThreadExecutor();
    LocalBank bank = new LocalBank(merger);
    long empty = heap();
    for (int i = 0; i < known.size(); i++) {
      bank.add(i, known.get(i).value());
    }
    System.out.println(
        "| entries | bytes an entry | ms a query: median | p90 | p99 | of it unrelated: median | found | false |"
            + "\n|---|---|---|---|---|---|---|---|");
    int size = known.size();
    for (int wanted : sizes) {
      for (; size < wanted; size++) {
        bank.add(size, entry());
      }
      merger.submit(() -> {}).get();
      measure(bank, size, heap() - empty);
    }
    merger.shutdown();
  }

  private void measure(LocalBank bank, int size, long bytes) {
    for (Line line : queries.subList(0, Math.min(30, queries.size()))) {
      bank.search(line.value());
    }
    double[] all = new double[queries.size()];
    int found = 0;
    Set<String> wrong = new HashSet<>();
    int copies = 0;
    for (int i = 0; i < all.length; i++) {
      Line query = queries.get(i);
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      List<Sighting> sightings = bank.search(query.value());
      all[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6;
      copies += query.set().equals("corpus") ? 1 : 0;
      for (Sighting sighting : sightings) {
        if (sighting.distance() <= 50) {
          boolean right =
              sighting.row() < known.size()
                  && query.set().equals("corpus")
                  && known.get(sighting.row()).name().equals(query.name());
          found += right ? 1 : 0;
          if (!right) {
            wrong.add(
                query.edit()
                    + " of "
                    + query.name()
                    + " for "
                    + (sighting.row() < known.size()
                        ? known.get(sighting.row()).name()
                        : "a made-up entry")
                    + " at "
                    + sighting.distance());
          }
        }
      }
    }
    double[] unrelated = Arrays.copyOfRange(all, copies, all.length);
    Arrays.sort(all);
    Arrays.sort(unrelated);
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %.1f | %.1f | %.1f | %.1f | %d of %d | %d |%n",
        size,
        bytes / size,
        all[all.length / 2],
        all[all.length * 9 / 10],
        all[all.length * 99 / 100],
        unrelated.length == 0 ? 0 : unrelated[unrelated.length / 2],
        found,
        copies,
        wrong.size());
    wrong.forEach(System.err::println);
  }

  private String entry() {
    byte[] places = pick();
    byte[] made = places.clone();
    roll(pick(), made);
    for (int at = HEAD + 2; at < made.length; at += FEATURE) {
      splice(made, at, 0, 3);
      splice(made, at, 3, 7);
      splice(made, at, 7, 11);
    }
    return Base64.getEncoder().encodeToString(made);
  }

  private byte[] pick() {
    return real.get(random.nextInt(real.size()));
  }

  /** Another picture's layout, moved around. */
  private void roll(byte[] from, byte[] to) {
    int shift = random.nextInt(LAYOUT_SIDE * LAYOUT_SIDE);
    for (int i = 0; i < LAYOUT_SIDE * LAYOUT_SIDE; i++) {
      to[5 + i] = from[5 + (i + shift) % (LAYOUT_SIDE * LAYOUT_SIDE)];
    }
  }

  private void splice(byte[] to, int at, int first, int end) {
    byte[] from = pick();
    int features = (from.length - HEAD - 2) / FEATURE;
    int source = HEAD + 2 + random.nextInt(features) * FEATURE;
    System.arraycopy(from, source + first, to, at + first, end - first);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
