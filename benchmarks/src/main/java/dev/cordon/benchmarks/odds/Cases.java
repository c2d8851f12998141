package dev.cordon.benchmarks.odds;

import dev.cordon.bots.evaluate.Copies;
import dev.cordon.bots.evaluate.Media;
import dev.cordon.bots.evaluate.Plan;
import dev.cordon.bots.evaluate.Split;
import dev.cordon.bots.evaluate.Trial;
import dev.cordon.bots.evaluate.edits.Catalogue;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.MediaKind;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.DecoderOptions;
import dev.cordon.matcher.decode.WorkerPool;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.signal.Depth;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Features of pictures to learn from, written to a folder once, as making them takes most of the
 * time: {@code bank.tsv} with what a bank keeps (set, name, value) and {@code queries.tsv} with
 * what is looked for (set, edit, name, value).
 *
 * <p>Sets: {@code corpus}, half of a corpus and edited copies of it; {@code other}, edited copies
 * of the other half; {@code hard}, pairs that only look alike.
 *
 * <p>{@code java -cp … dev.cordon.benchmarks.odds.Cases corpus hard-pairs out [copies an edit]
 * [seed]}
 */
public final class Cases {
  static final String BANK = "bank.tsv";
  static final String QUERIES = "queries.tsv";

  private final WorkerPool decoders;
  private final Path scratch;

  private Cases(WorkerPool decoders, Path scratch) {
    this.decoders = decoders;
    this.scratch = scratch;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      System.err.println("Usage: Cases corpus hard-pairs out [copies an edit] [seed]");
      System.exit(2);
    }
    int copies = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 12;
    long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 1;
    Path out = Path.of(arguments[2]);
    Path home = Files.createDirectories(out.resolve("home"));
    try (WorkerPool decoders = new WorkerPool(DecoderOptions.in(home))) {
      Cases cases = new Cases(decoders, Files.createDirectories(out.resolve("scratch")));
      Split split = Split.of(media(Path.of(arguments[0]), "corpus"), seed);
      List<Media> hard = media(Path.of(arguments[1]).resolve("bank"), "hard");
      cases.bank(Stream.concat(split.known().stream(), hard.stream()).toList(), out.resolve(BANK));
      cases.queries(split, Path.of(arguments[1]).resolve("query"), copies, seed, out);
    }
    System.exit(0);
  }

  private static List<Media> media(Path folder, String set) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> new Media(set + "\t" + folder.relativize(file), file, List.of()))
          .toList();
    }
  }

  private void bank(List<Media> media, Path file) throws Exception {
    write(media, file, item -> line(item.name(), item.file(), Signal.LOCAL_FEATURES));
  }

  private void queries(Split split, Path hard, int copies, long seed, Path out) throws Exception {
    Copies album = new Copies(split.unknown(), seed);
    List<Edit> edits = Catalogue.of(MediaKind.PICTURE);
    List<Trial> trials =
        Plan.of(split.known(), split.unknown(), List.of(), List.of(), edits, copies, seed);
    List<Object> all = new ArrayList<>(trials);
    all.addAll(media(hard, "hard\t"));
    write(
        all,
        out.resolve(QUERIES),
        item -> item instanceof Trial trial ? copy(trial, album) : plain((Media) item));
  }

  private String plain(Media media) {
    return line(media.name(), media.file(), LocalQuery.TYPE);
  }

  private String copy(Trial trial, Copies album) {
    String set = trial.sort() == Trial.Sort.COPY ? "corpus" : "other";
    String name = trial.media().name().substring(trial.media().name().indexOf('\t') + 1);
    try {
      Path file = Files.createTempFile(scratch, "copy", ".img");
      try {
        Files.write(file, album.of(trial.media(), trial.edit().orElseThrow()).bytes());
        return line(
            set + "\t" + trial.edit().orElseThrow().name() + "\t" + name, file, LocalQuery.TYPE);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line(String name, Path file, String type) {
    return decoders
        .fingerprint(file, Set.of(Depth.FEATURES))
        .toCompletableFuture()
        .join()
        .signals()
        .stream()
        .filter(signal -> signal.type().equals(type))
        .map(signal -> name + "\t" + signal.value())
        .findFirst()
        .orElse("");
  }

  private interface Work<T> {
    String line(T item);
  }

  private static <T> void write(List<T> items, Path file, Work<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      List<Future<String>> lines = new ArrayList<>();
      for (T item : items) {
        lines.add(pool.submit(() -> work.line(item)));
      }
      int done = 0;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).get();
        lines.set(i, null);
        if (!line.isEmpty()) {
          out.println(line);
        }
        if (++done % 100 == 0) {
          System.err.println(file.getFileName() + ": " + done + " of " + items.size());
        }
      }
    } finally {
      pool.shutdown();
    }
  }
}
