package dev.cordon.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cordon.bots.evaluate.Copies;
import dev.cordon.bots.evaluate.Media;
import dev.cordon.bots.evaluate.edits.Catalogue;
import dev.cordon.bots.evaluate.edits.Edit;
import dev.cordon.bots.evaluate.edits.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * What {@code cordon evaluate} found beside what PDQ alone and OpenCV's pHash find of the very same
 * files, by group of edits: PDQ with its eight turns at 31 and at the loosest distance that errs
 * nowhere here, pHash at the latter.
 *
 * <p>{@code java -cp … dev.cordon.benchmarks.BesideHashes corpus report}
 */
public final class BesideHashes {
  private static final int PDQ = 31;

  private final JsonMapper json = new JsonMapper();
  private final HashPeer peer = HashPeer.pHash();
  private final Path corpus;
  private final Map<String, byte[]> known = new LinkedHashMap<>();
  private final Map<String, Edit> edits = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * One trial; a distance is 1000 where there is none.
   *
   * @param right whether an enrolled picture ought to be found
   */
  private record Row(
      String group, boolean right, boolean found, int pdq, int wrongPdq, int hash, int wrongHash) {}

  private BesideHashes(Path corpus) {
    this.corpus = corpus;
    Catalogue.of(MediaKind.PICTURE).forEach(edit -> edits.put(edit.name(), edit));
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("Usage: BesideHashes corpus-folder report-folder");
      System.exit(2);
    }
    BesideHashes beside = new BesideHashes(Path.of(arguments[0]));
    List<String> lines = Files.readAllLines(Path.of(arguments[1]).resolve("results.jsonl"));
    beside.read(lines);
    beside.print();
  }

  private void read(List<String> lines) throws IOException {
    long seed = json.readTree(lines.get(0)).get("seed").asLong();
    List<JsonNode> trials = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      trials.add(json.readTree(line));
    }
    for (JsonNode trial : trials) {
      if (trial.get("sort").asText().equals("COPY")) {
        known.computeIfAbsent(
            trial.get("file").asText(), name -> hash(new Mat(bytes(corpus.resolve(name)))));
      }
    }
    Copies copies = new Copies(unknown(trials), seed);
    for (JsonNode trial : trials) {
      if (!trial.get("sort").asText().equals("HARD")) {
        rows.add(row(trial, copies));
      }
    }
  }

  private List<Media> unknown(List<JsonNode> trials) {
    return trials.stream()
        .filter(trial -> trial.get("sort").asText().equals("UNRELATED"))
        .map(trial -> trial.get("file").asText())
        .distinct()
        .sorted()
        .map(this::media)
        .toList();
  }

  private Media media(String name) {
    return new Media(name, corpus.resolve(name), List.of());
  }

  private Row row(JsonNode trial, Copies copies) {
    String file = trial.get("file").asText();
    Edit edit = edits.get(trial.get("edit").asText());
    boolean right = trial.get("sort").asText().equals("COPY");
    byte[] hash =
        hash(
            new Mat(
                edit == null ? bytes(corpus.resolve(file)) : copies.of(media(file), edit).bytes()));
    int wrong = 1000;
    int own = 1000;
    for (Map.Entry<String, byte[]> entry : known.entrySet()) {
      int distance = hash.length == 0 ? 1000 : (int) -peer.closeness(hash, entry.getValue());
      boolean same = right && entry.getKey().equals(file);
      own = same ? distance : own;
      wrong = same ? wrong : Math.min(wrong, distance);
    }
    return new Row(
        edit == null ? "" : edit.hopeless() ? "hopeless" : edit.group(),
        right,
        found(trial, file),
        trial.get("pdq").get("right").asInt(1000),
        nearest(trial.get("pdq").get("wrong")),
        own,
        wrong);
  }

  private static boolean found(JsonNode trial, String file) {
    for (JsonNode match : trial.get("matches")) {
      if (match.get("entry").asText().equals(file)) {
        return true;
      }
    }
    return false;
  }

  private static int nearest(JsonNode histogram) {
    int nearest = 1000;
    for (String distance : (Iterable<String>) histogram::fieldNames) {
      nearest = Math.min(nearest, Integer.parseInt(distance));
    }
    return nearest;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Empty for what OpenCV does not decode. */
  private byte[] hash(Mat bytes) {
    Mat picture = opencv_imgcodecs.imdecode(bytes, opencv_imgcodecs.IMREAD_GRAYSCALE);
    return picture.empty() ? new byte[0] : peer.signal(picture);
  }

  private void print() {
    int errs = rows.stream().mapToInt(Row::wrongPdq).min().orElse(0);
    int hashErrs = rows.stream().mapToInt(Row::wrongHash).min().orElse(0);
    System.out.printf(
        "%d trials; the nearest wrong pair: PDQ %d bits of 256, pHash %d of 64%n",
        rows.size(), errs, hashErrs);
    System.out.println(
        "| edits | copies | cordon | PDQ at 31 | PDQ without error | pHash without error |"
            + "\n|---|---|---|---|---|---|");
    Map<String, List<Row>> groups = new TreeMap<>();
    rows.stream()
        .filter(Row::right)
        .forEach(row -> groups.computeIfAbsent(row.group, any -> new ArrayList<>()).add(row));
    groups.put(
        "all but hopeless",
        rows.stream().filter(row -> row.right && !row.group.equals("hopeless")).toList());
    groups.forEach((group, copies) -> print(group, copies, errs, hashErrs));
  }

  private static void print(String group, List<Row> copies, int errs, int hashErrs) {
    System.out.printf(
        "| %s | %d | %s | %s | %s | %s |%n",
        group,
        copies.size(),
        share(copies.stream().map(Row::found).toArray()),
        share(copies.stream().map(row -> row.pdq <= PDQ).toArray()),
        share(copies.stream().map(row -> row.pdq < errs).toArray()),
        share(copies.stream().map(row -> row.hash < hashErrs).toArray()));
  }

  private static String share(Object[] found) {
    long yes = Arrays.stream(found).filter(Boolean.TRUE::equals).count();
    return String.format(Locale.ROOT, "%.0f %%", 100.0 * yes / Math.max(1, found.length));
  }
}
