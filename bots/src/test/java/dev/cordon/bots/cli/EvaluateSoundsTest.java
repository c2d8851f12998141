package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.cli.Commands.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateSoundsTest {
  private static final int RATE = 16_000;
  private static final int SECONDS = 20;

  @TempDir Path folder;

  @BeforeEach
  void corpus() throws IOException {
    Files.createDirectory(folder.resolve("corpus"));
    for (int i = 0; i < 5; i++) {
      melody(new Random(i), folder.resolve("corpus/tune" + i + ".wav"));
    }
  }

  /** Three voices that change four times a second. */
  private static void melody(Random random, Path file) throws IOException {
    byte[] samples = new byte[2 * RATE * SECONDS];
    double[] pitches = new double[3];
    for (int i = 0; i < RATE * SECONDS; i++) {
      if (i % (RATE / 4) == 0) {
        Arrays.setAll(pitches, voice -> 150 * Math.pow(2, random.nextInt(48) / 12.0));
      }
      double sum = 0;
      for (double pitch : pitches) {
        sum += Math.sin(2 * Math.PI * pitch * i / RATE);
      }
      int value = (int) (9000 * sum);
      samples[2 * i] = (byte) value;
      samples[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(samples), format, (long) RATE * SECONDS)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }

  @Test
  void tellsRecallByGroupAndHowFarTheSecondsAreOff() throws Exception {
    Said said = evaluate("--edits={sound-quiet,sound-joined-known}", "--per-edit=1");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(row(said, "re-encode, level")).startsWith("1", "1", "1", "100.0");
    assertThat(row(said, "excerpts")).startsWith("1", "1", "1", "100.0");
    assertThat(said.out())
        .contains("mean recall over 2 edits of sounds: 100.0 %")
        .contains("sounds: matched, of those not enrolled, as they are 0 of 2, edited 0 of 2")
        .containsPattern("sounds: AUDIO takes [0-9,]+ KB an hour \\(0.02 hours enrolled\\)");
    assertThat(Files.readString(folder.resolve("report/report.html")))
        .contains("<h2>Sounds</h2>", "excerpts");
    assertThat(folder.resolve("report/work.tmp")).doesNotExist();
  }

  /** The figures behind a group's name. */
  private static List<String> row(Said said, String group) {
    return said.lines().stream()
        .filter(
            line -> line.startsWith(group + " ") && line.contains("%") && !line.contains("sound-"))
        .map(line -> List.of(line.substring(group.length()).strip().split("[ %]+")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(said.out()));
  }

  @Test
  void writesCopiesWithTheTruth() throws Exception {
    Said said = evaluate("--edits=sound-inside-6s", "--per-edit=1", "--write-edits=copies");
    assertThat(said.code()).as(said.err()).isZero();
    List<List<String>> rows =
        Files.readAllLines(folder.resolve("copies/truth.tsv")).stream()
            .map(line -> Arrays.asList(line.split("\t", -1)))
            .toList();
    assertThat(rows).hasSize(4).allSatisfy(row -> assertThat(row).hasSize(10));
    assertThat(rows.get(0)).startsWith("file", "edit", "group", "role", "entry", "start");
    assertThat(rows.stream().skip(1).map(row -> row.get(3)))
        .containsExactlyInAnyOrder("copy", "filler", "filler");
    assertThat(folder.resolve("copies").resolve(rows.get(1).get(0))).exists();
    assertThat(rows.get(1).get(4)).matches("tune[0-4]\\.wav");
  }

  private Said evaluate(String... arguments) throws Exception {
    // Where other tests unpack natives too.
    Path natives = Path.of("target").toAbsolutePath();
    Files.writeString(
        folder.resolve("cordon.yaml"), "home: \"" + natives + "\"\nmatcher: {workers: 1}\n");
    String[] all =
        Stream.concat(Stream.of("evaluate", "--corpus=corpus"), Stream.of(arguments))
            .toArray(String[]::new);
    return Commands.elsewhere(folder, all);
  }
}
