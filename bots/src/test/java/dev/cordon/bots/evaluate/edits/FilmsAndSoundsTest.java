package dev.cordon.bots.evaluate.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.bots.evaluate.edits.Stretch.Role;
import dev.cordon.matcher.decode.DecoderOptions;
import dev.cordon.matcher.decode.FfmpegProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmsAndSoundsTest {
  @TempDir static Path folder;

  private static Studio studio;
  private static Path film;
  private static Path otherFilm;
  private static Path sound;
  private static Path otherSound;

  @BeforeAll
  static void media() throws IOException {
    Path home = Path.of("target").toAbsolutePath();
    studio = new Studio(FfmpegProgram.unpacked(DecoderOptions.in(home)), folder);
    film = film("testsrc2=s=96x64:r=10", 300);
    otherFilm = film("mandelbrot=s=64x96:r=10", 500);
    sound = write("sound.mp3", tone(440), 14, "mp3");
    otherSound = write("other.mp3", tone(700), 20, "mp3");
  }

  private static List<String> tone(int pitch) {
    String wave = "aevalsrc=0.3*sin(2*PI*t*(" + pitch + "+40*sin(t))):s=8000";
    return List.of("-f", "lavfi", "-i", wave);
  }

  private static Path film(String picture, int pitch) throws IOException {
    List<String> inputs = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
    inputs.addAll(tone(pitch));
    return write("film" + pitch + ".mp4", inputs, 12, "mp4");
  }

  private static Path write(String name, List<String> inputs, int seconds, String extension)
      throws IOException {
    List<String> arguments = new ArrayList<>(inputs);
    arguments.addAll(List.of("-t", Integer.toString(seconds)));
    return Files.write(folder.resolve(name), studio.made(arguments, extension));
  }

  private static Edited apply(String edit, long seed) {
    Edit named = Catalogue.named(edit).get(0);
    boolean ofFilm = named.kind() == MediaKind.VIDEO;
    Company company =
        new Company(
            List.of(ofFilm ? otherFilm : otherSound),
            List.of(ofFilm ? otherFilm : otherSound),
            List.of(otherSound),
            Optional.of(studio));
    Source source = new Source(new Album(), ofFilm ? film : sound, company, seed, edit);
    return named.apply(source);
  }

  private static Clip probed(Edited copy) throws IOException {
    Path file = Files.createTempFile(folder, "copy", "." + copy.extension());
    Files.write(file, copy.bytes());
    return studio.clip(file);
  }

  @Test
  void tellsFilmsFromSounds() {
    assertThat(studio.kind(film)).contains(MediaKind.VIDEO);
    assertThat(studio.kind(sound)).contains(MediaKind.AUDIO);
    assertThat(studio.kind(Path.of("pom.xml"))).isEmpty();
    assertThat(studio.clip(film)).isEqualTo(new Clip(12, 96, 64, 10, true));
    assertThat(studio.seconds(sound)).isCloseTo(14, within(0.1));
  }

  @Test
  void coversEveryGroupWithEnoughEdits() {
    assertThat(Catalogue.of(MediaKind.VIDEO)).hasSizeGreaterThanOrEqualTo(44);
    assertThat(Catalogue.of(MediaKind.AUDIO)).hasSizeGreaterThanOrEqualTo(44);
    assertThat(Catalogue.of(MediaKind.VIDEO)).extracting(Edit::group).doesNotContain("");
    assertThat(Catalogue.of(MediaKind.VIDEO).stream().map(Edit::group).distinct()).hasSize(10);
    assertThat(Catalogue.of(MediaKind.AUDIO).stream().map(Edit::group).distinct()).hasSize(8);
  }

  @Test
  void keepsRemovesOrReplacesAFilmsSound() throws IOException {
    assertThat(probed(apply("film-subtitles-kept", 1)).hasSound()).isTrue();
    assertThat(probed(apply("film-logo-mute", 1)).hasSound()).isFalse();
    Edited dubbed = apply("film-pillarbox-dub", 1);
    assertThat(probed(dubbed).hasSound()).isTrue();
    assertThat(dubbed.truth())
        .extracting(Stretch::role, Stretch::entry)
        .contains(tuple(Role.SOUND, otherSound));
    Clip note = probed(apply("film-voice-note-only", 1));
    assertThat(note.hasSound()).isTrue();
    assertThat(note.hasPicture()).isFalse();
  }

  @Test
  void tellsTheSpeedOfAFasterFilm() throws IOException {
    Edited copy = apply("film-speed-125-dub", 1);
    Stretch truth = copy.truth().get(0);
    assertThat(truth.speed()).isCloseTo(1.25, within(0.001));
    assertThat(truth.end()).isCloseTo(12 / 1.25, within(0.01));
    assertThat(truth.entryEnd()).isCloseTo(12, within(0.01));
    assertThat(probed(copy).seconds()).isCloseTo(truth.end(), within(0.3));
  }

  /** The middle of what is told to be the film must look like the film there. */
  @Test
  void tellsWhereAnExcerptIsBetweenOtherFootage() throws IOException {
    Edited copy = apply("film-inside-8s-mute", 3);
    Stretch truth = role(copy, Role.COPY);
    List<Stretch> fillers =
        copy.truth().stream().filter(each -> each.role() == Role.FILLER).toList();
    assertThat(truth.end() - truth.start()).isCloseTo(8.2, within(0.01));
    assertThat(fillers).hasSize(2);
    assertThat(fillers.get(0).end()).isCloseTo(truth.start(), within(0.001));
    assertThat(fillers.get(1).start()).isCloseTo(truth.end(), within(0.001));
    assertThat(probed(copy).seconds()).isCloseTo(fillers.get(1).end(), within(0.4));

    double second = (truth.start() + truth.end()) / 2;
    double original = second - truth.start() + truth.entryStart();
    Path file = Files.write(folder.resolve("inside.mp4"), copy.bytes());
    byte[] there = pixels(film, original);
    assertThat(difference(pixels(file, second), there)).isLessThan(12);
    assertThat(difference(pixels(file, truth.start() - 1), there)).isGreaterThan(30);
  }

  private static byte[] pixels(Path file, double second) {
    return studio.made(
        List.of(
            "-ss",
            second + "",
            "-i",
            file.toString(),
            "-frames:v",
            "1",
            "-vf",
            "scale=24:16,format=gray",
            "-f",
            "rawvideo"),
        "raw");
  }

  /** The mean of the differences, 0 to 255. */
  private static double difference(byte[] one, byte[] other) {
    assertThat(one).hasSameSizeAs(other);
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    return sum / one.length;
  }

  @Test
  void joinsWithAnotherEntry() {
    Edited copy = apply("sound-joined-known", 1);
    Stretch partner = role(copy, Role.PARTNER);
    assertThat(partner.entry()).isEqualTo(otherSound);
    assertThat(partner.start()).isCloseTo(role(copy, Role.COPY).end(), within(0.001));
  }

  private static Stretch role(Edited copy, Role role) {
    return copy.truth().stream().filter(each -> each.role() == role).findFirst().orElseThrow();
  }

  @Test
  void makesTheSameBytesForTheSameSeed() {
    for (String edit : List.of("film-stickers-mute", "sound-pink-noise", "sound-over-0")) {
      assertThat(apply(edit, 5).bytes()).as(edit).isEqualTo(apply(edit, 5).bytes());
      assertThat(apply(edit, 6).bytes()).as(edit).isNotEqualTo(apply(edit, 5).bytes());
    }
  }

  @Test
  void saysWhyAnEditCannotBeMade() {
    Company alone = new Company(List.of(), List.of(), List.of(), Optional.of(studio));
    Source source = new Source(new Album(), sound, alone, 1, "");
    assertThatThrownBy(() -> Catalogue.named("sound-inside-6s").get(0).apply(source))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no other file of its kind");
    Source text = new Source(new Album(), Path.of("pom.xml"), alone, 1, "");
    assertThatThrownBy(() -> Catalogue.named("sound-quiet").get(0).apply(text))
        .hasMessageContaining("neither a film nor a sound");
  }
}
