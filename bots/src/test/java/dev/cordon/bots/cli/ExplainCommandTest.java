package dev.cordon.bots.cli;

import static java.util.Arrays.copyOfRange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.cli.Commands.Said;
import dev.cordon.matcher.audio.Sounds;
import dev.cordon.matcher.decode.Films;
import dev.cordon.matcher.qr.Codes;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import dev.cordon.matcher.signal.Scenes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RedisServerExtension.class)
class ExplainCommandTest {
  private static final Path PHOTOS = Path.of("src/main/resources/dev/cordon/bots/demo");
  private static final int REGION = 0xffff2d95;
  private static final int RATE = 22_050;

  @RegisterExtension final RedisAddress redis = new RedisAddress();

  /** Shared, since natives are unpacked there. */
  @TempDir static Path home;

  @TempDir Path folder;
  private Path known;
  private Path inset;

  @BeforeEach
  void files(RedisLink emptied) throws IOException {
    String yaml = "home: \"%s\"%nredis: \"%s\"%nmatcher: {workers: 1}%n";
    Files.writeString(folder.resolve("c.yaml"), yaml.formatted(home, redis.address()));
    known = Files.createDirectory(folder.resolve("known"));
    Files.copy(PHOTOS.resolve("bank/moose.jpg"), known.resolve("élan.jpg"));
    Files.copy(PHOTOS.resolve("clean/koala.jpg"), folder.resolve("koala.jpg"));
    inset = folder.resolve("in set.png");
    ImageIO.write(inset(), "png", inset.toFile());
  }

  /** A part of the moose, mirrored and tilted, on the koala. */
  private static BufferedImage inset() throws IOException {
    BufferedImage moose = ImageIO.read(PHOTOS.resolve("bank/moose.jpg").toFile());
    BufferedImage koala = ImageIO.read(PHOTOS.resolve("clean/koala.jpg").toFile());
    BufferedImage both = new BufferedImage(1000, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = both.createGraphics();
    pen.drawImage(koala, 0, 0, 1000, 800, null);
    pen.rotate(Math.toRadians(9), 500, 400);
    int width = moose.getWidth();
    int height = moose.getHeight();
    pen.drawImage(
        moose, 800, 180, 200, 620, width / 8, height / 8, width * 7 / 8, height * 7 / 8, null);
    pen.dispose();
    return both;
  }

  @Test
  void aFileOfAFolderIsExplainedWithBothPictures() throws IOException {
    Said said = explain(inset, "élan.jpg", "--bank-dir", known.toString());

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.lines().get(0)).isEqualTo("Match: the file shows the entry's picture");
    assertThat(said.out())
        .contains("in set.png (", "% from the left", "élan.jpg in known")
        .containsPattern("distance +\\d+ \\(of 100; matches up to 50\\)")
        .containsPattern("confidence +9\\d\\.\\d %")
        .containsPattern("variant +mirrored")
        .containsPattern("points +\\d\\d+ ");
    BufferedImage drawing = drawing();
    assertThat(drawing.getWidth()).isEqualTo(1400);
    assertThat(drawing).matches(ExplainCommandTest::hasRegion);
  }

  @Test
  void anEntryOfABankIsExplainedWithAndWithoutItsPicture() throws IOException {
    say("bank", "create", "ours");
    String id = say("bank", "add", "ours", known.toString()).out().split(" ", 2)[0];

    Said without = explain(inset, id);
    assertThat(without.code()).as(without.err()).isZero();
    assertThat(without.out()).contains(id + " in bank ours", "in a million; bank of 1");
    assertThat(drawing()).matches(ExplainCommandTest::hasRegion);
    BufferedImage sketched = drawing();

    String moose = known.resolve("élan.jpg").toString();
    Said with = explain(inset, id, "--bank", "ours", "--reference", moose, "--blur");
    assertThat(with.code()).as(with.err()).isZero();
    assertThat(drawing().getRGB(1050, 400)).isNotEqualTo(sketched.getRGB(1050, 400));

    assertRefused(
        "is not the media of entry " + id,
        explain(inset, id, "--reference", folder.resolve("koala.jpg").toString()));
    say("bank", "create", "theirs");
    assertRefused("is in bank ours, not in theirs", explain(inset, id, "--bank", "theirs"));
    say("bank", "disable", id);
    Said disabled = explain(inset, id);
    assertThat(disabled.code()).isZero();
    assertThat(disabled.err()).contains("is disabled or expired, so nothing matches it now");
  }

  @Test
  void equalBytesAreSaidToBeEqual() throws IOException {
    Path copy = Files.copy(known.resolve("élan.jpg"), folder.resolve("copy"));

    Said said = explain(copy, known.resolve("élan.jpg").toString());

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith("Match: identical bytes")
        .containsPattern("confidence +certain")
        .containsPattern("false positives +none");
  }

  /** Seconds 8 to 20 of the entry after four of something else. */
  @Test
  void ofAFilmTheSecondsAndTheFramesAreDrawn() throws IOException {
    Path entry = film("entry.avi", 1, 24, 0);
    Path file = film("part.avi", 9, 12, 4);

    Said said = explain(file, entry.toString());

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.lines().get(0)).isEqualTo("Match: the file shows what the entry shows");
    assertThat(said.lines().get(1))
        .containsPattern("Seconds [34]\\.\\d–1[56]\\.\\d of this file are seconds [78]\\.\\d–")
        .endsWith("moving pictures");
    assertThat(said.out()).containsPattern("speed +(1\\.0|0\\.9)\\d ");
    BufferedImage both = drawing();
    assertThat(both).matches(ExplainCommandTest::hasRegion);

    say("bank", "create", "ours");
    String id = say("bank", "add", "ours", entry.toString()).out().split(" ", 2)[0];
    assertThat(explain(file, id).code()).isZero();
    assertThat(drawing().getHeight()).isLessThan(both.getHeight());
    assertThat(explain(file, id, "--reference", entry.toString(), "--blur").code()).isZero();
    assertThat(drawing().getHeight()).isEqualTo(both.getHeight());
    assertRefused(
        "is not the media of entry " + id, explain(file, id, "--reference", file.toString()));
  }

  /** Another scene each second, two frames a second. */
  private Path film(String name, int first, int seconds, int before) throws IOException {
    List<BufferedImage> frames = new ArrayList<>();
    for (int i = -before; i < seconds; i++) {
      BufferedImage scene = Scenes.landscape(i < 0 ? 100 - i : first + i, 240, 160);
      frames.addAll(List.of(scene, scene));
    }
    return Files.write(folder.resolve(name), Films.avi(2, frames));
  }

  @Test
  void ofSoundTheSecondsAndThePeaksAreDrawn() throws IOException {
    Path entry = sound("entry.wav", Sounds.music(1, 30, 1, 1, RATE));
    Path part =
        sound("part.wav", copyOfRange(Sounds.music(1, 30, 1, 1, RATE), 12 * RATE, 24 * RATE));

    Said said = explain(part, entry.toString());

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.lines().get(0)).isEqualTo("Match: the file sounds like the entry");
    assertThat(said.lines().get(1)).contains("of the entry, speed 1.00, sound");
    assertThat(said.out()).containsPattern("peaks +\\d\\d+ \\(agree in time and pitch\\)");
    assertThat(drawing()).matches(ExplainCommandTest::hasRegion);

    Said other = explain(sound("other.wav", Sounds.music(7, 9, 1, 1, RATE)), entry.toString());
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).startsWith("No match: the file has nothing of this entry");
    assertThat(drawing()).matches(drawing -> !hasRegion(drawing));
  }

  private Path sound(String name, float[] samples) throws IOException {
    return Files.write(folder.resolve(name), Sounds.wave(samples, RATE));
  }

  @Test
  void whatDoesNotMatchIsDrawnAsSuch() throws IOException {
    Said said = explain(folder.resolve("koala.jpg"), "élan.jpg", "--bank-dir", known.toString());

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .startsWith("No match")
        .containsPattern("nearest by pdq +distance \\d+ \\(of 256 bits; matches up to 31\\)");
    assertThat(drawing()).matches(drawing -> !hasRegion(drawing));
  }

  @Test
  void whatCannotBeDecodedIsNotDrawn() throws IOException {
    Path noise = Files.write(folder.resolve("noise.jpg"), new byte[] {1, 2, 3});

    Said said = explain(noise, "élan.jpg", "--bank-dir", known.toString());

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("noise.jpg: unscannable: ");
    assertThat(folder.resolve("out.png")).doesNotExist();
  }

  @Test
  void aCodeIsExplainedByTheLinkItLeadsTo() throws IOException {
    say("bank", "create", "ours");
    String id = say("bank", "add", "ours", "--link", "https://t.me/+AbC").out().split(" ", 2)[0];
    BufferedImage poster = ImageIO.read(folder.resolve("koala.jpg").toFile());
    BufferedImage code = Codes.code("https://t.me/joinchat/AbC", Color.BLACK, Color.WHITE);
    Codes.lay(poster, code, 40, 40, 240, 0);
    Path file = folder.resolve("poster.png");
    ImageIO.write(poster, "png", file.toFile());

    Said said = explain(file, id);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith("Match: a QR code in the file leads to the entry's link")
        .contains("link (read in a QR code)", "0 (the same)");
    assertThat(drawing()).matches(ExplainCommandTest::hasRegion);
  }

  @Test
  void noPictureThatIsReadIsDrawnOver() throws IOException {
    String moose = known.resolve("élan.jpg").toString();
    Path other = Files.copy(folder.resolve("koala.jpg"), known.resolve("other.jpg"));
    String koala = folder.resolve("koala.jpg").toString();
    byte[] before = Files.readAllBytes(other);

    assertRefused("is the file itself", over(inset, inset.toString(), moose));
    assertRefused("is the entry's picture", over(inset, moose, moose));
    assertRefused("is the --reference picture", over(inset, koala, "id", "--reference", koala));
    assertRefused(
        "is a file of --bank-dir",
        over(inset, other.toString(), "élan.jpg", "--bank-dir", known.toString()));
    assertThat(other).hasBinaryContent(before);
  }

  private Said over(Path file, String output, String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain", file.toString(), "-o", output));
    all.addAll(List.of(arguments));
    return say(all.toArray(String[]::new));
  }

  @Test
  void wrongUseIsToldInOneLine() {
    String dir = known.toString();
    assertRefused("there is no such file", explain(folder.resolve("no"), "élan.jpg"));
    assertRefused("there is no file no.jpg in", explain(inset, "no.jpg", "--bank-dir", dir));
    assertRefused("there is no file ../c.yaml", explain(inset, "../c.yaml", "--bank-dir", dir));
    assertRefused("--bank-dir /no is not a folder", explain(inset, "x", "--bank-dir", "/no"));
    assertRefused("there is no entry nothing in any bank", explain(inset, "nothing"));
  }

  private static void assertRefused(String message, Said said) {
    assertThat(said.code()).as(said.err()).isEqualTo(2);
    assertThat(said.err()).startsWith("cordon: ").contains(message).hasLineCount(1);
  }

  private static boolean hasRegion(BufferedImage drawing) {
    for (int i = 0; i < drawing.getWidth() * drawing.getHeight(); i++) {
      if (drawing.getRGB(i % drawing.getWidth(), i / drawing.getWidth()) == REGION) {
        return true;
      }
    }
    return false;
  }

  private BufferedImage drawing() throws IOException {
    return ImageIO.read(folder.resolve("out.png").toFile());
  }

  private Said explain(Path file, String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain", file.toString()));
    all.addAll(List.of(arguments));
    all.addAll(List.of("-o", folder.resolve("out.png").toString()));
    return say(all.toArray(String[]::new));
  }

  private Said say(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-c", folder.resolve("c.yaml").toString()));
    return Commands.here(all.toArray(String[]::new));
  }
}
