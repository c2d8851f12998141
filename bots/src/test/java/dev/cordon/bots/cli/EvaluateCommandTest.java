package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.cli.Commands.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final Path PHOTOS = Path.of("src/main/resources/dev/cordon/bots/demo");

  @TempDir Path folder;

  @BeforeEach
  void corpus() throws IOException {
    for (String name : List.of("moose", "panda", "great-wall", "lemurs")) {
      copy("bank/" + name + ".jpg", "corpus/" + name + ".jpg");
    }
    copy("clean/koala.jpg", "corpus/sub/<koala>.jpg");
    copy("bank/moose.jpg", "corpus/z again.jpg");
    Files.writeString(folder.resolve("corpus/notes.txt"), "no picture");
  }

  private void copy(String from, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.getParent());
    Files.copy(PHOTOS.resolve(from), target);
  }

  @Test
  void reportsWhatIsFoundAndGoesOnWhereItWas() throws Exception {
    copy("clean/owl.jpg", "hard/bank/logo--1.jpg");
    copy("clean/owl.jpg", "hard/query/logo--2.jpg");
    copy("clean/hens.jpg", "hard/query/meme1.jpg");
    String[] arguments = {
      "--corpus=corpus", "--hard=hard", "--edits={jpeg-q60,mirrored,edge-map}", "--per-edit=2"
    };
    Said said = evaluate(arguments);
    assertThat(said.err())
        .contains("notes.txt: left out: ")
        .contains("z again.jpg: left out: a copy of moose.jpg");
    assertThat(said.code()).as(said.err()).isZero();
    assertTables(said);
    assertPage();
    assertThat(folder.resolve("report/copies.tmp")).doesNotExist();

    Path results = folder.resolve("report/results.jsonl");
    List<String> all = Files.readAllLines(results);
    Files.write(results, all.subList(0, 4));
    Said again = evaluate(arguments);
    assertThat(again.err()).contains("3 were judged before, 13 are left");
    assertThat(Files.readAllLines(results)).hasSameSizeAs(all);
    assertThat(recalls(again)).isEqualTo(recalls(said));

    Said other = evaluate("--corpus=corpus", "--seed=2");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("seed was 1, is 2").contains("--fresh");
  }

  private void assertTables(Said said) throws IOException {
    assertThat(said.out()).contains("mean recall over 3 edits").contains("hard pairs: 1 false");
    assertThat(said.lines()).containsAll(Files.readAllLines(folder.resolve("report/table.txt")));
    List<List<String>> rows =
        Files.readAllLines(folder.resolve("report/table.tsv")).stream()
            .map(line -> Arrays.asList(line.split("\t", -1)))
            .toList();
    assertThat(rows.get(0)).startsWith("kind", "group", "edit", "hopeless", "tried", "found");
    assertThat(rows.stream().skip(1).map(row -> row.subList(0, 7)))
        .contains(
            List.of("picture", "re-encoding", "jpeg-q60", "false", "2", "2", "1.0000"),
            List.of("picture", "turn", "mirrored", "false", "2", "2", "1.0000"))
        .hasSize(3);
    assertThat(Files.readAllLines(folder.resolve("report/false-matches.tsv")))
        .containsExactly(
            "query\tedit\tentry\tsignal\tdistance\tvariant",
            "hard/query/logo--2.jpg\t-\thard/bank/logo--1.jpg\tSHA256\t0\tnone");
  }

  private void assertPage() throws IOException {
    String page = Files.readString(folder.resolve("report/report.html"));
    assertThat(page)
        .contains("<svg", "jpeg-q60", "Worst misses", "False matches", "Distances", "Thresholds")
        .contains("data:image/jpeg;base64,", "prefers-color-scheme: dark", "left out as copies")
        .contains("hard/query/logo--2.jpg is not hard/bank/logo--1.jpg")
        .doesNotContain("<koala>", "http://", "https://", "<script");
  }

  /** The lines of edits, without the costs that differ from run to run. */
  private static List<String> recalls(Said said) {
    return said.lines().stream().filter(line -> line.contains(" %  ")).toList();
  }

  @Test
  void writesTheCopiesThemselves() throws Exception {
    Files.delete(folder.resolve("corpus/notes.txt"));
    Said said = evaluate("--corpus=corpus", "--edits={png,crop-10}", "--write-edits=copies");
    assertThat(said.code()).as(said.err()).isZero();
    try (Stream<Path> copies = Files.list(folder.resolve("copies"))) {
      assertThat(copies.map(path -> path.getFileName().toString()))
          .contains("moose--png.png", "sub_<koala>--crop-10.jpg")
          .hasSize(12);
    }
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertRefused("--corpus is missing");
    assertRefused("--corpus /no/such is not a folder", "--corpus=/no/such");
    assertRefused("--edits nothing fits no edit", "--corpus=" + PHOTOS, "--edits=nothing");
    assertRefused("--per-edit must be at least 1, was 0", "--corpus=" + PHOTOS, "--per-edit=0");
    assertRefused("--fpr must be at least 0, was -1.0", "--corpus=" + PHOTOS, "--fpr=-1");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertRefused("name another with -o", "--corpus=" + PHOTOS, "-o" + file);
    Files.createDirectory(folder.resolve("few"));
    copy("bank/moose.jpg", "few/moose.jpg");
    Said few = evaluate("--corpus=few");
    assertThat(few.code()).isEqualTo(2);
    assertThat(few.err()).contains("at least 4 different pictures that can be judged, has 1");
  }

  private static void assertRefused(String words, String... arguments) {
    String[] all =
        Stream.concat(Stream.of("evaluate"), Stream.of(arguments)).toArray(String[]::new);
    Said said = Commands.here(all);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains(words);
  }

  @Test
  void listsTheEdits() {
    Said said = Commands.here("evaluate", "--list-edits", "--edits=crop-10");
    assertThat(said.code()).isZero();
    assertThat(said.lines())
        .containsExactly(
            "crop         crop-10                  "
                + "10 % of the area cut away, anywhere along the edges");
  }

  private Said evaluate(String... arguments) throws Exception {
    Files.writeString(
        folder.resolve("cordon.yaml"), "home: \"" + folder + "/home\"\nmatcher: {workers: 1}\n");
    String[] all =
        Stream.concat(Stream.of("evaluate"), Stream.of(arguments)).toArray(String[]::new);
    return Commands.elsewhere(folder, all);
  }
}
