package dev.cordon.benchmarks;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.Answer;
import dev.cordon.matcher.decode.MediaFormat;
import dev.cordon.matcher.decode.Request;
import dev.cordon.matcher.decode.Request.Task;
import dev.cordon.matcher.decode.worker.Examiner;
import dev.cordon.matcher.index.MultiProbeIndex;
import dev.cordon.matcher.local.LocalBank;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.signal.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;

/**
 * What each stage of judging a picture costs, in processor time of one thread: decoding, PDQ,
 * parts, QR codes, local features, their retrieval and their verification.
 *
 * <p>Arguments: a folder of JPEGs, how many of them to measure, and how many entries the bank has.
 * The bank holds pictures of the folder that are not measured, so that nothing is found, as with
 * most of what is posted; what is missing is mixed from their features.
 */
public final class StageBenchmark {
  private static final String DECODE = "decode";
  private static final String RETRIEVE = "retrieve (index, four turns)";
  private static final String VERIFY = "verify (ballot, geometry, evidence)";
  private static final long MOST_PIXELS = 64_000_000;
  private static final int ROOM = 2;
  private static final int RUNS = 3;
  private static final double MILLION = 1e6;

  private final Examiner examiner = Examiner.warm(MOST_PIXELS);
  private final MultiProbeIndex index = new MultiProbeIndex(LocalBank.RADIUS, Runnable::run);
  private final TimedIndex timed = new TimedIndex(index);
  private final LocalBank bank = new LocalBank(timed);
  private final Map<String, List<Long>> costs = new LinkedHashMap<>();

  private StageBenchmark() {}

  public static void main(String[] args) throws IOException {
    int pictures = Integer.parseInt(args[1]);
    List<Path> files = files(Path.of(args[0]));
    if (files.size() <= pictures) {
      throw new IllegalArgumentException(
          "%s holds %d JPEGs; to measure %d there must be more, for the bank"
              .formatted(args[0], files.size(), pictures));
    }
    StageBenchmark benchmark = new StageBenchmark();
    benchmark.enrol(files.subList(pictures, files.size()), Integer.parseInt(args[2]));
    for (int warm = 0; warm < 2; warm++) {
      benchmark.costs.clear();
      for (Path file : files.subList(0, pictures)) {
        benchmark.measure(file);
      }
    }
    benchmark.print(pictures);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  private void enrol(List<Path> files, int entries) throws IOException {
    List<byte[]> real = new ArrayList<>();
    for (Path file : files.subList(0, Math.min(files.size(), entries))) {
      try (BytePointer bytes = read(file)) {
        signal(examine(bytes, Set.of(Depth.FEATURES)), Signal.LOCAL_FEATURES)
            .ifPresent(value -> real.add(Base64.getDecoder().decode(value)));
      }
    }
    long kept = 0;
    for (int row = 0; row < entries; row++) {
      byte[] entry = row < real.size() ? real.get(row) : EntryMixer.mixed(real, row);
      bank.add(row, Base64.getEncoder().encodeToString(entry));
      kept += entry.length;
    }
    System.out.printf(
        "%d entries, %d of them of pictures: %d bytes each in the index, %d kept for verifying%n",
        entries, Math.min(entries, real.size()), index.memory() / entries, kept / entries);
  }

  private void measure(Path file) throws IOException {
    try (BytePointer bytes = read(file)) {
      long decoding = least(bytes, Set.of());
      add(DECODE, decoding);
      for (Depth depth : Depth.values()) {
        add(depth.name(), least(bytes, Set.of(depth)) - decoding);
      }
      signal(examine(bytes, Set.of(Depth.FEATURES)), LocalQuery.TYPE).ifPresent(this::search);
    }
  }

  /** Of some runs the shortest, as differences of them are taken. */
  private long least(BytePointer bytes, Set<Depth> depths) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long begin = TimedIndex.cpu();
      examine(bytes, depths);
      least = Math.min(least, TimedIndex.cpu() - begin);
    }
    return least;
  }

  private void search(String query) {
    timed.forget();
    long begin = TimedIndex.cpu();
    bank.search(query);
    long all = TimedIndex.cpu() - begin;
    add(RETRIEVE, timed.nanos());
    add(VERIFY, all - timed.nanos());
  }

  private void add(String stage, long nanos) {
    costs.computeIfAbsent(stage, name -> new ArrayList<>()).add(nanos);
  }

  private Answer examine(BytePointer bytes, Set<Depth> depths) {
    return examiner.examine(
        new Request(Task.FINGERPRINT, depths, MediaFormat.JPEG, (int) bytes.limit()), bytes);
  }

  private static Optional<String> signal(Answer answer, String type) {
    return answer.signals().stream()
        .filter(signal -> signal.type().equals(type))
        .map(Signal::value)
        .findFirst();
  }

  private static BytePointer read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    BytePointer pointer = new BytePointer(bytes.length + ROOM);
    pointer.put(bytes, 0, bytes.length);
    pointer.limit(bytes.length);
    return pointer;
  }

  private void print(int pictures) {
    System.out.printf("%d pictures, ms of processor time: median, p90%n", pictures);
    costs.forEach(
        (stage, nanos) -> {
          long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
          double median = sorted[sorted.length / 2] / MILLION;
          double p90 = sorted[sorted.length * 9 / 10] / MILLION;
          System.out.printf("%-38s %8.2f %8.2f%n", stage, median, p90);
        });
  }

  /** Makes entries that are as many and as common as real ones, but of no picture. */
  private static final class EntryMixer {
    private static final int HEAD = 7 + 1024;
    private static final int FEATURE = 17;
    private static final int SIGNATURE = 3;

    /** Each feature from another entry, an eighth of its signature's bits turned. */
    static byte[] mixed(List<byte[]> real, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] entry = real.get(random.nextInt(real.size())).clone();
      for (int at = HEAD; at < entry.length; at += FEATURE) {
        byte[] other = real.get(random.nextInt(real.size()));
        int from = HEAD + random.nextInt((other.length - HEAD) / FEATURE) * FEATURE;
        System.arraycopy(other, from, entry, at, FEATURE);
        for (int i = SIGNATURE; i < SIGNATURE + 8; i++) {
          entry[at + i] ^= (byte) (1 << random.nextInt(8));
        }
      }
      return entry;
    }
  }
}
