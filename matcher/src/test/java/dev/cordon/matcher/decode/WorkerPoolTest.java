package dev.cordon.matcher.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.LocalQuery;
import dev.cordon.matcher.parts.PartHashes;
import dev.cordon.matcher.parts.PdqParts;
import dev.cordon.matcher.pdq.Pdq;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.pdq.PdqSignalType;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Scenes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the decoder makes of files as they come, in real worker processes. */
class WorkerPoolTest {
  private static final BufferedImage SCENE = Scenes.landscape(7, 640, 400);

  @TempDir static Path folder;
  private static WorkerPool pool;
  private static PdqHash expected;

  @BeforeAll
  static void start() throws Exception {
    pool = new WorkerPool(TestDecoders.options(folder));
    expected = pdq(hashes(Encodings.encode("png", SCENE)));
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @Test
  void digestsAreOfTheBytes() throws Exception {
    Hashes hashes = hashes("abc".getBytes(StandardCharsets.US_ASCII));

    assertThat(hashes.signals())
        .containsExactly(
            Signal.exact(
                Signal.SHA256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            Signal.exact(Signal.MD5, "900150983cd24fb0d6963f7d28e17f72"));
    assertThat(hashes.problem()).hasValue("not a picture but text");
  }

  @Test
  void aLosslessPictureHasTheHashOfItsPixels() {
    assertThat(expected).isEqualTo(Pdq.hash(Scenes.colour(SCENE)).orElseThrow().upright());
  }

  @Test
  void aPictureGivesTheHashesOfItsTurnedCopiesAndItsLocalFeaturesToo() throws Exception {
    Hashes hashes = hashes(Encodings.encode("png", SCENE));

    assertThat(hashes.signals())
        .extracting(Signal::type)
        .containsExactly(
            Signal.SHA256,
            Signal.MD5,
            Signal.PDQ,
            PdqSignalType.DIHEDRAL,
            Signal.LOCAL_FEATURES,
            LocalQuery.TYPE);
    assertThat(hashes.problem()).isEmpty();
  }

  /** Letterboxed, so that there is a part. */
  @Test
  void eachDepthGivesItsOwnSignals() throws Exception {
    BufferedImage boxed = new BufferedImage(640, 560, BufferedImage.TYPE_INT_RGB);
    boxed.createGraphics().drawImage(SCENE, 0, 80, null);
    Path file = write(Encodings.encode("png", boxed));

    Hashes parts = get(pool.fingerprint(file, Set.of(Depth.PARTS)));
    assertThat(parts.signals()).extracting(Signal::type).containsExactly(PdqParts.TYPE);
    assertThat(parts.problem()).isEmpty();
    int nearest =
        PartHashes.parse(parts.signals().get(0).value()).stream()
            .mapToInt(part -> part.upright().distance(expected))
            .min()
            .orElseThrow();
    assertThat(nearest).isLessThan(20);
    Hashes both = get(pool.fingerprint(file, Set.of(Depth.WHOLE, Depth.PARTS)));
    assertThat(both.signals()).hasSize(5).containsAll(parts.signals());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void exifOrientationIsHonoured(int orientation) throws Exception {
    byte[] jpeg = Encodings.jpeg(Encodings.stored(SCENE, orientation), 0.95f);

    assertNear(expected, Encodings.withExif(jpeg, orientation), 10);
  }

  /** 1365 × 1001 does not divide: the last mean of each row and column is of fewer pixels. */
  @ParameterizedTest
  @CsvSource({"1600, 1004, 1", "1365, 1001, 1", "1365, 1001, 3", "1004, 1600, 6", "2011, 2003, 1"})
  void aReducedJpegHasNearlyTheHashOfAllItsPixels(int width, int height, int orientation)
      throws Exception {
    BufferedImage scene = Scenes.landscape(21, width, height);
    PdqHash whole = Pdq.hash(Scenes.colour(scene)).orElseThrow().upright();
    byte[] jpeg = Encodings.jpeg(Encodings.stored(scene, orientation), 0.9f);
    Path file = write(Encodings.withExif(jpeg, orientation));

    assertThat(pdq(get(pool.fingerprint(file, Set.of(Depth.WHOLE)))).distance(whole))
        .isLessThanOrEqualTo(6);
    assertThat(pdq(get(pool.fingerprint(file))).distance(whole)).isLessThanOrEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"png, 10", "gif, 13", "png, 13", "bmp, 5", "tiff, 1", "png, 11"})
  void storedAsGreyPaletteOrSixteenBits(String format, int type) throws Exception {
    assertNear(expected, Encodings.encode(format, Encodings.convert(SCENE, type)), 26);
  }

  @Test
  void cmyk() throws Exception {
    assertNear(expected, Encodings.cmykJpeg(SCENE), 10);
  }

  @Test
  void webp() throws Exception {
    assertNear(expected, TestDecoders.webp(SCENE), 10);
  }

  @Test
  void anAnimatedWebpGivesItsFirstFrame() throws Exception {
    assertNear(expected, TestDecoders.animatedWebp(SCENE, Scenes.landscape(8, 640, 400)), 10);
  }

  @Test
  void transparencyIsLaidOnWhite() throws Exception {
    BufferedImage white = Encodings.convert(SCENE, BufferedImage.TYPE_INT_RGB);
    white.createGraphics().fillRect(0, 0, 200, 400);
    PdqHash laid = pdq(hashes(Encodings.encode("png", white)));

    BufferedImage cut = Encodings.transparentLeftOf(SCENE, 200);

    assertNear(laid, Encodings.encode("png", cut), 0);
  }

  @Test
  void anAnimatedGifGivesItsFirstFrame() throws Exception {
    BufferedImage other = Scenes.landscape(8, 640, 400);
    byte[] first = Encodings.animatedGif(List.of(SCENE));

    assertNear(pdq(hashes(first)), Encodings.animatedGif(List.of(SCENE, other)), 0);
  }

  @ParameterizedTest
  @CsvSource({"1600, 1004", "2000, 2500", "1000, 1000"})
  void aLargeJpegDecodedAtReducedScaleStaysNear(int width, int height) throws Exception {
    byte[] jpeg = Encodings.jpeg(Scenes.landscape(9, width, height), 0.9f);
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(jpeg));

    assertNear(Pdq.hash(Scenes.colour(decoded)).orElseThrow().upright(), jpeg, 10);
  }

  @Test
  void aBombIsRefusedByItsHeader() throws Exception {
    byte[] bomb = Encodings.pngClaiming(Encodings.encode("png", SCENE), 60_000, 60_000);

    assertThat(hashes(bomb).problem())
        .hasValue("the picture is 60000 × 60000 pixels, more than the limit of 64000000 pixels");
  }

  @Test
  void tooManyBytesAreDigestedOnly() throws Exception {
    byte[] png = Encodings.encode("png", SCENE);
    try (WorkerPool small =
        new WorkerPool(TestDecoders.options(folder).withMaxBytes(png.length - 1))) {
      Hashes hashes = hashes(small, png);
      assertThat(hashes.signals()).hasSize(2);
      assertThat(hashes.problem().orElseThrow()).contains("more than the limit of");
    }
  }

  static List<Arguments> noPictures() {
    return List.of(
        Arguments.of("", "the file is empty"),
        Arguments.of("<!DOCTYPE html><html></html>", "not a picture but text"),
        Arguments.of("#EXTM3U\n/etc/passwd\n", "not a picture but text"),
        Arguments.of("PK\3\4\24\0", "not a picture but an archive"),
        Arguments.of("\0\0\0\30ftypisom\0", "the MP4 data is damaged or cut off"),
        Arguments.of("\0\0\0\34ftypavif\0", "AVIF pictures are not supported yet"),
        Arguments.of("OggS\0", "the OGG data is damaged or cut off"),
        Arguments.of("\1\2\3", "not a picture: its format is unknown"),
        Arguments.of("\u0089PNG\r\n\32\n", "the PNG header is damaged or cut off"),
        Arguments.of("\u00ff\u00d8\u00ff", "the JPEG header is damaged or cut off"));
  }

  @ParameterizedTest
  @MethodSource("noPictures")
  void whatIsNoPictureSaysSo(String content, String problem) throws Exception {
    assertThat(hashes(content.getBytes(StandardCharsets.ISO_8859_1)).problem()).hasValue(problem);
  }

  @Test
  void aMissingFileIsAnAnswer() throws Exception {
    Hashes hashes = get(pool.fingerprint(folder.resolve("gone.png")));

    assertThat(hashes.signals()).isEmpty();
    assertThat(hashes.problem()).hasValue("there is no such file");
  }

  @Test
  void aCutOffJpegIsHashedAndSaysSo() throws Exception {
    byte[] jpeg = Encodings.jpeg(SCENE, 0.9f);

    Hashes hashes = hashes(Arrays.copyOf(jpeg, jpeg.length * 9 / 10));

    assertThat(hashes.problem().orElseThrow()).startsWith("the JPEG is cut off");
    assertThat(expected.distance(pdq(hashes))).isLessThanOrEqualTo(60);
  }

  @Test
  void aPreviewIsSmallAndGrey() throws Exception {
    Path file = write(Encodings.jpeg(SCENE, 0.9f));

    byte[] png = get(pool.preview(file)).orElseThrow();

    BufferedImage preview = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(preview.getWidth()).isEqualTo(320);
    assertThat(preview.getHeight()).isEqualTo(200);
    assertThat(preview.getRaster().getNumBands()).isEqualTo(1);
    assertThat(get(pool.preview(write(new byte[] {1})))).isEmpty();
  }

  @Test
  void aRenderingIsInColourAndOfBoundedSize() throws Exception {
    BufferedImage large = Scenes.landscape(7, 1350, 2000);
    BufferedImage jpeg = rendering(Encodings.jpeg(large, 0.9f));
    assertThat(jpeg.getWidth()).isEqualTo(608);
    assertThat(jpeg.getHeight()).isEqualTo(Fingerprinter.RENDERING_SIDE);
    assertThat(colours(jpeg, large)).isLessThan(12);

    BufferedImage png = rendering(Encodings.encode("png", SCENE));
    assertThat(png.getWidth()).isEqualTo(640);
    assertThat(colours(png, SCENE)).isLessThan(1);
    BufferedImage grey = Encodings.convert(SCENE, BufferedImage.TYPE_BYTE_GRAY);
    assertThat(rendering(Encodings.encode("png", grey)).getRaster().getNumBands()).isEqualTo(1);
  }

  @Test
  void ofWhatCannotBeDecodedThereIsNoRendering() throws Exception {
    byte[] bomb = Encodings.pngClaiming(Encodings.encode("png", SCENE), 60_000, 60_000);

    assertThat(get(pool.rendering(write(new byte[] {1})))).isEmpty();
    assertThat(get(pool.rendering(write(bomb)))).isEmpty();
    assertThat(get(pool.rendering(folder.resolve("missing")))).isEmpty();
  }

  private static BufferedImage rendering(byte[] file) throws Exception {
    byte[] png = get(pool.rendering(write(file))).orElseThrow();
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** How far the colours in the middles of 8 by 8 parts are from the original's, on average. */
  private static double colours(BufferedImage image, BufferedImage original) {
    double sum = 0;
    for (int i = 0; i < 64; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((part(image, i) >> shift & 255) - (part(original, i) >> shift & 255));
      }
    }
    return sum / (3 * 64);
  }

  private static int part(BufferedImage image, int i) {
    return image.getRGB(
        (2 * (i % 8) + 1) * image.getWidth() / 16, (2 * (i / 8) + 1) * image.getHeight() / 16);
  }

  @Test
  void mutatedAndCutFilesNeverTakeThePoolDown() throws Exception {
    SplittableRandom random = new SplittableRandom(42);
    BufferedImage small = Scenes.landscape(3, 96, 64);
    List<byte[]> seeds =
        List.of(
            Encodings.jpeg(small, 0.8f),
            Encodings.encode("png", small),
            Encodings.encode("gif", Encodings.convert(small, BufferedImage.TYPE_BYTE_INDEXED)),
            Encodings.encode("bmp", small),
            Encodings.encode("tiff", small),
            TestDecoders.webp(small));
    for (int i = 0; i < 120; i++) {
      byte[] mutated = mutate(seeds.get(i % seeds.size()), random);
      Hashes hashes = hashes(mutated);
      assertThat(hashes.signals().size() > 2 || hashes.problem().isPresent()).isTrue();
    }
    assertThat(pdq(hashes(Encodings.encode("png", SCENE)))).isEqualTo(expected);
  }

  private static byte[] mutate(byte[] seed, SplittableRandom random) {
    byte[] mutated =
        random.nextBoolean() ? seed.clone() : Arrays.copyOf(seed, random.nextInt(seed.length));
    for (int n = random.nextInt(1, 20); n > 0 && mutated.length > 0; n--) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
    }
    return mutated;
  }

  private static void assertNear(PdqHash hash, byte[] file, int bits) throws Exception {
    Hashes hashes = hashes(file);
    assertThat(hashes.problem()).isEmpty();
    assertThat(hash.distance(pdq(hashes))).isLessThanOrEqualTo(bits);
  }

  private static PdqHash pdq(Hashes hashes) {
    return hashes.signals().stream()
        .filter(signal -> signal.type().equals(Signal.PDQ))
        .map(signal -> PdqHash.parse(signal.value()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(hashes.problem()));
  }

  private static Hashes hashes(byte[] content) throws Exception {
    return hashes(pool, content);
  }

  private static Hashes hashes(WorkerPool pool, byte[] content) throws Exception {
    return get(pool.fingerprint(write(content)));
  }

  private static Path write(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "media", ""), content);
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
