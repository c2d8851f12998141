package dev.cordon.matcher.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.audio.AudioExtractor;
import dev.cordon.matcher.audio.Sounds;
import dev.cordon.matcher.audio.Spectrogram;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are shown of films and sound, by a real worker process. */
class FilmFramesTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final int[] COLOURS = {0xc02020, 0x20a020, 0x2040c0, 0xb0a020, 0x20a0a0};

  @TempDir static Path folder;
  private static WorkerPool pool;

  @BeforeAll
  static void start() {
    pool = new WorkerPool(TestDecoders.options(folder));
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  /** Four frames a second, another colour each second. */
  private static Path colours() throws IOException {
    List<BufferedImage> frames = new ArrayList<>();
    for (int i = 0; i < 4 * COLOURS.length; i++) {
      frames.add(plain(COLOURS[i / 4]));
    }
    return write(Films.avi(4, frames));
  }

  @Test
  void theFramesOfAFilmAreThoseOfTheirSeconds() throws Exception {
    BufferedImage sheet = frames(colours(), List.of(3.9, 0.0, 2.1, 1.0, 99.0), false);

    assertThat(sheet.getWidth()).isEqualTo(WIDTH);
    assertThat(sheet.getHeight()).isEqualTo(5 * HEIGHT);
    int[] expected = {3, 0, 2, 1, 4};
    for (int i = 0; i < expected.length; i++) {
      Color found = new Color(sheet.getRGB(WIDTH / 2, i * HEIGHT + HEIGHT / 2));
      Color wanted = new Color(COLOURS[expected[i]]);
      assertThat(found.getRed()).as("%s", i).isCloseTo(wanted.getRed(), within(12));
      assertThat(found.getGreen()).as("%s", i).isCloseTo(wanted.getGreen(), within(12));
      assertThat(found.getBlue()).as("%s", i).isCloseTo(wanted.getBlue(), within(12));
    }
  }

  /** All of them build on the first, some on later ones. */
  @Test
  void framesBetweenKeyFramesAreFound() throws Exception {
    List<Double> seconds = List.of(0.05, 1.5, 3.95, 4.0, 7.5);

    BufferedImage sheet = frames(write(resource("steps.mp4")), seconds, false);

    for (int i = 0; i < seconds.size(); i++) {
      double luma = 30 + 24 * Math.floor(seconds.get(i));
      double full = (luma - 16) * 255 / 219;
      int grey = new Color(sheet.getRGB(32, 48 * i + 24)).getGreen();
      assertThat((double) grey).as("%s s", seconds.get(i)).isCloseTo(full, within(6.0));
    }
  }

  /** Its left half is white, and players are told to turn it by a quarter, which brings it down. */
  @Test
  void whatWasFilmedLyingIsShownUpright() throws Exception {
    Path film = write(resource("lying.mp4"));

    for (BufferedImage shown :
        List.of(frames(film, List.of(0.2), false), image(pool.rendering(film)))) {
      assertThat(shown.getWidth()).isEqualTo(48);
      assertThat(shown.getHeight()).isEqualTo(64);
      assertThat(new Color(shown.getRGB(24, 56)).getGreen()).isGreaterThan(200);
      assertThat(new Color(shown.getRGB(24, 8)).getGreen()).isLessThan(50);
    }
  }

  @Test
  void blurredFramesAreGrey() throws Exception {
    BufferedImage sheet = frames(colours(), List.of(0.0, 1.0), true);

    assertThat(sheet.getRaster().getNumBands()).isEqualTo(1);
    assertThat(sheet.getHeight()).isEqualTo(2 * HEIGHT);
  }

  @Test
  void aPreviewOfAFilmIsNotBlack() throws Exception {
    List<BufferedImage> frames = new ArrayList<>(Collections.nCopies(12, plain(0x050505)));
    frames.addAll(Collections.nCopies(8, plain(0xb0b0b0)));
    Path film = write(Films.avi(4, frames));

    BufferedImage preview = image(pool.preview(film));
    assertThat(preview.getRaster().getNumBands()).isEqualTo(1);
    assertThat(preview.getRaster().getSample(10, 10, 0)).isCloseTo(0xb0, within(8));

    BufferedImage rendering = image(pool.rendering(colours()));
    assertThat(rendering.getRaster().getNumBands()).isEqualTo(3);
    assertThat(new Color(rendering.getRGB(9, 9)).getRed()).isCloseTo(0xc0, within(12));

    Path night = write(Films.avi(4, Collections.nCopies(8, plain(0x050505))));
    assertThat(image(pool.preview(night)).getWidth()).isEqualTo(WIDTH);
  }

  @Test
  void picturesThatMoveAreShownAtTheirMoments() throws Exception {
    Path webp = write(TestDecoders.animatedWebp(plain(0x202020), plain(0x202020), plain(0xd0d0d0)));

    BufferedImage sheet = frames(webp, List.of(0.0, 0.25), false);

    assertThat(new Color(sheet.getRGB(9, 9)).getRed()).isCloseTo(0x20, within(8));
    assertThat(new Color(sheet.getRGB(9, HEIGHT + 9)).getRed()).isCloseTo(0xd0, within(8));
    Path gif = write(Encodings.animatedGif(List.of(plain(0xd0d0d0), plain(0x202020))));
    assertThat(frames(gif, List.of(0.0), false).getWidth()).isEqualTo(WIDTH);
  }

  @Test
  void whatHasNoFramesHasNone() throws Exception {
    Path sound = write(Sounds.wave(Sounds.music(1, 4), AudioExtractor.RATE));
    Path noise = write(new byte[] {1, 2, 3});
    Path still = write(Encodings.encode("png", plain(0x808080)));

    for (Path file : List.of(sound, noise, still)) {
      assertThat(get(pool.frames(file, List.of(1.0), false))).isEmpty();
    }
    assertThat(get(pool.spectrogram(noise, 0, 2))).isEmpty();
    assertThat(get(pool.spectrogram(still, 0, 2))).isEmpty();
    assertThat(get(pool.spectrogram(colours(), 0, 2))).isEmpty();
    assertThat(get(pool.spectrogram(sound, 0, 1e9))).isEmpty();
    List<Double> many = Collections.nCopies(Fingerprinter.MOST_FRAMES + 1, 1.0);
    assertThatThrownBy(() -> get(pool.frames(still, many, false)))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  /** Whatever happens inside, each is answered. */
  @Test
  void damagedFilmsAreAnswered() throws Exception {
    Random random = new Random(3);
    byte[] film = resource("steps.mp4");
    for (int round = 0; round < 10; round++) {
      byte[] bytes = film.clone();
      for (int i = 0; i < 20; i++) {
        bytes[40 + random.nextInt(bytes.length - 40)] = (byte) random.nextInt();
      }
      Optional<byte[]> sheet = get(pool.frames(write(bytes), List.of(1.0, 7.0), false));
      assertThat(sheet.map(List::of).orElse(List.of())).hasSizeLessThan(2);
    }
    assertThat(frames(write(film), List.of(1.0), false).getWidth()).isEqualTo(64);
  }

  /** A tone of 1000 Hz from second 2 to 3 of silence. */
  @Test
  void aSpectrogramShowsWhatSoundsWhen() throws Exception {
    float[] sound = new float[5 * AudioExtractor.RATE];
    for (int i = 2 * AudioExtractor.RATE; i < 3 * AudioExtractor.RATE; i++) {
      sound[i] = (float) Math.sin(2 * Math.PI * 1000 * i / AudioExtractor.RATE);
    }

    BufferedImage image =
        image(pool.spectrogram(write(Sounds.wave(sound, AudioExtractor.RATE)), 1, 5));

    double octaves = Math.log(1000 / Spectrogram.LOWEST_HERTZ) / Math.log(2);
    int y = (int) (image.getHeight() * (1 - octaves / Spectrogram.OCTAVES));
    int during = (int) (image.getWidth() * 1.5 / 4);
    int after = (int) (image.getWidth() * 3.0 / 4);
    assertThat(image.getRaster().getSample(during, y, 0)).isLessThan(90);
    assertThat(image.getRaster().getSample(during, y / 3, 0)).isGreaterThan(200);
    assertThat(image.getRaster().getSample(after, y, 0)).isGreaterThan(200);
  }

  private static BufferedImage plain(int rgb) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.setRGB(i % WIDTH, i / WIDTH, rgb);
    }
    return image;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FilmFramesTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  private static Path write(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "film", ""), content);
  }

  private static BufferedImage frames(Path film, List<Double> seconds, boolean blurred)
      throws Exception {
    return image(pool.frames(film, seconds, blurred));
  }

  private static BufferedImage image(CompletionStage<Optional<byte[]>> png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(get(png).orElseThrow()));
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
