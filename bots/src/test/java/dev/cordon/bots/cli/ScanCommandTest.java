package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.cli.Commands.Said;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts rely on this interface. */
class ScanCommandTest {
  private static final Path PHOTOS = Path.of("src/main/resources/dev/cordon/bots/demo");

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Path bank = Files.createDirectories(folder.resolve("bank/a b"));
    Files.copy(PHOTOS.resolve("bank/moose.jpg"), bank.resolve("élan.jpg"));
    Files.writeString(folder.resolve("bank/empty"), "");
    Path in = Files.createDirectories(folder.resolve("in/sub"));
    Files.copy(PHOTOS.resolve("bank/moose.jpg"), in.resolve("x\ty\nz.jpg"));
    Files.copy(PHOTOS.resolve("clean/koala.jpg"), in.resolve("clean.jpg"));
    Files.writeString(in.resolve("empty.jpg"), "");
    Files.write(in.resolve("noise.bin"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    mirrored(PHOTOS.resolve("bank/moose.jpg"), in.resolve("mirrored.png"));
  }

  private static void mirrored(Path from, Path to) throws IOException {
    BufferedImage image = ImageIO.read(from.toFile());
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.drawImage(image, width, 0, -width, height, null);
    graphics.dispose();
    ImageIO.write(turned, "png", to.toFile());
  }

  @Test
  void judgesEveryFileInFixedColumns() throws Exception {
    Said said = scan("--bank-dir", "bank", "--format", "tsv", "in", "missing.jpg");
    assertThat(said.code()).isZero();
    assertThat(said.lines().get(0))
        .isEqualTo("path\tverdict\tentry\tsignal\tdistance\tsegment\tmillis");
    List<List<String>> rows =
        said.lines().stream().skip(1).map(line -> Arrays.asList(line.split("\t", -1))).toList();
    assertThat(rows).allMatch(row -> row.size() == 7 && row.get(6).matches("\\d+"));
    assertThat(rows.stream().map(row -> row.subList(0, 4)))
        .containsExactly(
            List.of("in/sub/clean.jpg", "no-match", "-", "-"),
            List.of("in/sub/empty.jpg", "unscannable", "-", "-"),
            List.of("in/sub/mirrored.png", "match", "a b/élan.jpg", "PDQ"),
            List.of("in/sub/noise.bin", "unscannable", "-", "-"),
            List.of("in/sub/x\\ty\\nz.jpg", "match", "a b/élan.jpg", "SHA256"),
            List.of("missing.jpg", "unscannable", "-", "-"));
    assertThat(rows.get(4).get(4)).isEqualTo("0");
    assertThat(said.err())
        .contains("bank file bank/empty: not enrolled: the file is empty")
        .contains("in/sub/empty.jpg: unscannable: the file is empty")
        .contains("in/sub/noise.bin: unscannable: ")
        .contains("missing.jpg: unscannable: there is no such file");
  }

  @Test
  void showsAllMatchesAsJsonAndSaysSoByTheExitCode() throws Exception {
    String file = "in/sub/mirrored.png";
    Said said = scan("--bank-dir", "bank", "--format=jsonl", "--all", "--exit-code", file);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"path\":\"" + file));
    assertThat(said.out()).contains("\"variant\":\"flip").contains("\"confidence\":0.99");
  }

  @Test
  void needsSomethingToJudgeAgainst() {
    assertThat(Commands.here("scan", "x").code()).isEqualTo(2);
    Said said = Commands.here("scan", "--bank-dir", "/no/such", "x");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--bank-dir /no/such is not a folder");
  }

  private Said scan(String... arguments) throws Exception {
    Files.writeString(
        folder.resolve("cordon.yaml"), "home: \"" + folder + "/home\"\nmatcher: {workers: 1}\n");
    String[] all = new String[arguments.length + 1];
    all[0] = "scan";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Commands.elsewhere(folder, all);
  }
}
