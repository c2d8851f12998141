package dev.cordon.matcher.video;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.DecoderOptions;
import dev.cordon.matcher.decode.WorkerPool;
import dev.cordon.matcher.local.FeatureBytes;
import dev.cordon.matcher.local.Features;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.signal.Depth;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A search in a bank of many hours of film: time of both looks, and the heap that an hour takes.
 *
 * <p>The bank holds the films of a folder, and films of ten minutes whose stills are spliced from
 * the quarters of four real hashes, and whose landmarks have the codes of real ones with up to
 * fourteen bits changed. The queries are the folder's films themselves.
 *
 * <p>{@code java -Xmx9g -cp … dev.cordon.matcher.video.FilmScale folder hours [queries]}
 */
public final class FilmScale {
  private static final int SECONDS = 600;
  private static final int STILLS = 840;
  private static final int SHOTS = 200;
  private static final int LANDMARKS = 23;
  private static final int CODE_BITS = 88;
  private static final int CHANGED = 14;
  private static final int ROUNDS = 3;

  private final Random random = new Random(1);
  private final List<PdqHash> hashes = new ArrayList<>();
  private final List<VideoFeatures> known = new ArrayList<>();
  private byte[] codes = new byte[0];

  private FilmScale() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println("Usage: FilmScale folder-of-films hours [queries]");
      System.exit(2);
    }
    int most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
    new FilmScale().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]), most);
    System.exit(0);
  }

  private record Query(String stills, String frames) {}

  private void run(Path folder, int hours, int most) throws Exception {
    List<Query> queries = read(folder, most);
    ExecutorService merger = Executors.newSingleThreadExecutor();
    long before = heap();
    VideoBank bank = new VideoBank(merger);
    for (int row = 0; row < known.size(); row++) {
      bank.add(row, known.get(row));
    }
    for (int i = 0; i < hours * 3600 / SECONDS; i++) {
      bank.add(known.size() + i, mixed());
    }
    merger.submit(() -> {}).get();
    System.out.printf(
        Locale.ROOT, "%d hours: %.1f MB of heap an hour%n", hours, (heap() - before) / 1e6 / hours);
    time(bank, queries);
    merger.shutdown();
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void time(VideoBank bank, List<Query> queries) {
    List<Long> stills = new ArrayList<>();
    List<Long> landmarks = new ArrayList<>();
    int found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      found = 0;
      for (Query query : queries) {
        long begin = System.nanoTime();
        List<Scene> first = bank.search(query.stills);
        long middle = System.nanoTime();
        List<Scene> second = bank.searchClosely(query.frames);
        long end = System.nanoTime();
        if (round > 0) {
          stills.add(middle - begin);
          landmarks.add(end - middle);
        }
        found += matches(first, second) ? 1 : 0;
      }
    }
    System.out.printf("%d of %d found%n", found, queries.size());
    print("stills", stills);
    print("landmarks", landmarks);
  }

  private static boolean matches(List<Scene> first, List<Scene> second) {
    return Stream.concat(first.stream(), second.stream())
        .anyMatch(scene -> scene.distance() <= VideoOdds.THRESHOLD);
  }

  private static void print(String what, List<Long> nanos) {
    nanos.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f ms a query, p90 %.1f%n",
        what,
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() * 9 / 10) / 1e6);
  }

  private List<Query> read(Path folder, int most) throws Exception {
    List<Query> queries = new ArrayList<>();
    List<Features> landmarks = new ArrayList<>();
    Path home = Files.createTempDirectory("cordon-benchmark");
    try (WorkerPool pool = new WorkerPool(DecoderOptions.in(home).withWorkers(1));
        Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Optional<String> entry = value(pool, file, Depth.KEPT, Signal.VIDEO);
        if (entry.isPresent()) {
          VideoFeatures film = VideoFeatures.parse(entry.get());
          known.add(film);
          hashes.addAll(Arrays.asList(film.stills.hash()));
          landmarks.add(film.shots.features());
          if (queries.size() < most) {
            add(pool, file, queries);
          }
        }
      }
    }
    Features all = Features.join(landmarks);
    ByteBuffer bytes = ByteBuffer.allocate(all.size() * FeatureBytes.COARSE_BYTES);
    FeatureBytes.writeCoarse(all, bytes);
    codes = bytes.array();
    return queries;
  }

  private static void add(WorkerPool pool, Path file, List<Query> queries) throws Exception {
    Optional<String> stills = value(pool, file, Set.of(Depth.WHOLE), Signal.VIDEO);
    Optional<String> frames = value(pool, file, Set.of(Depth.FEATURES), VideoQuery.TYPE);
    if (stills.isPresent() && frames.isPresent()) {
      queries.add(new Query(stills.get(), frames.get()));
    }
  }

  private static Optional<String> value(WorkerPool pool, Path file, Set<Depth> depths, String type)
      throws Exception {
    return pool
        .fingerprint(file, depths)
        .toCompletableFuture()
        .get(10, TimeUnit.MINUTES)
        .signals()
        .stream()
        .filter(signal -> signal.type().equals(type))
        .map(Signal::value)
        .findFirst();
  }

  private VideoFeatures mixed() throws IOException {
    Stills.Builder stills = new Stills.Builder();
    for (int i = 0; i < STILLS; i++) {
      int time = i * SECONDS * 100 / STILLS;
      long flips = 1L << random.nextInt(64);
      stills.add(
          time,
          time,
          new PdqHash(any().a() ^ flips, any().b() ^ flips, any().c() ^ flips, any().d() ^ flips));
    }
    return new VideoFeatures(SECONDS * 100, stills.build(), shots());
  }

  private PdqHash any() {
    return hashes.get(random.nextInt(hashes.size()));
  }

  private Shots shots() {
    int[] from = new int[SHOTS];
    int[] to = new int[SHOTS];
    int[] first = new int[SHOTS + 1];
    for (int i = 0; i < SHOTS; i++) {
      from[i] = i * SECONDS * 100 / SHOTS;
      to[i] = from[i] + SECONDS * 100 / SHOTS;
      first[i + 1] = first[i] + LANDMARKS;
    }
    int each = FeatureBytes.COARSE_BYTES;
    byte[] mixed = new byte[SHOTS * LANDMARKS * each];
    for (int at = 0; at < mixed.length; at += each) {
      System.arraycopy(codes, each * random.nextInt(codes.length / each), mixed, at, each);
      for (int i = 0; i < CHANGED; i++) {
        int bit = random.nextInt(CODE_BITS);
        mixed[at + bit / 8] ^= (byte) (1 << bit % 8);
      }
    }
    Features landmarks = FeatureBytes.readCoarse(ByteBuffer.wrap(mixed), SHOTS * LANDMARKS);
    return new Shots(new Timeline(from, to), first, landmarks, 1, 0.5625);
  }
}
