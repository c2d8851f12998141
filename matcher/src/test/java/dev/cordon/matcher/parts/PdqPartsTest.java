package dev.cordon.matcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.parts.PartHashes.Part;
import dev.cordon.matcher.pdq.Pdq;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.Scenes;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PdqPartsTest {
  private static final BufferedImage SCENE = Scenes.landscape(7, 640, 400);
  private static final BufferedImage OTHER = Scenes.landscape(8, 900, 700);
  private static final PdqHash KNOWN = Pdq.hash(Scenes.colour(SCENE)).orElseThrow().upright();

  static Stream<Arguments> surroundings() {
    return Stream.of(
        Arguments.of("white border", drawn(760, 520, Color.WHITE, at(60, 60))),
        Arguments.of("coloured border", drawn(700, 460, new Color(200, 30, 90), at(30, 30))),
        Arguments.of("gradient", drawn(780, 540, Color.GRAY, PdqPartsTest::gradient)),
        Arguments.of("letterbox", drawn(640, 560, Color.BLACK, at(0, 80))),
        Arguments.of("pillarbox", drawn(960, 400, Color.BLACK, at(160, 0))),
        Arguments.of("captions", drawn(640, 560, Color.WHITE, PdqPartsTest::captions)),
        Arguments.of("framed caption", drawn(700, 580, Color.BLACK, PdqPartsTest::framedCaption)),
        Arguments.of("blurred fill", drawn(640, 1138, Color.GRAY, PdqPartsTest::blurredFill)),
        Arguments.of("chat", drawn(720, 1280, new Color(225, 235, 220), PdqPartsTest::chat)),
        Arguments.of("window", drawn(1366, 768, new Color(20, 60, 110), PdqPartsTest::window)),
        Arguments.of("beside another", drawn(1220, 400, Color.WHITE, PdqPartsTest::collage)),
        Arguments.of("set into another", drawn(1280, 996, Color.WHITE, PdqPartsTest::inset)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("surroundings")
  void findsAPictureWithin(String name, BufferedImage picture) {
    List<Part> parts = parts(Scenes.colour(picture));
    Part nearest =
        parts.stream().min(Comparator.comparing(p -> p.upright().distance(KNOWN))).orElseThrow();
    assertThat(nearest.upright().distance(KNOWN)).isLessThanOrEqualTo(24);
    assertThat(parts).hasSizeLessThanOrEqualTo(12).allMatch(part -> part.quality() >= 50);
    assertThat(Pdq.hash(Scenes.colour(picture)).orElseThrow().upright().distance(KNOWN))
        .as("would be found as a whole")
        .isGreaterThan(31);
  }

  @Test
  void findsItMirroredAndSaysWhere() {
    BufferedImage picture =
        drawn(760, 520, Color.WHITE, pen -> pen.drawImage(SCENE, 720, 80, -640, 400, null));
    Part nearest =
        parts(Scenes.colour(picture)).stream()
            .min(Comparator.comparing(part -> part.mirrored().distance(KNOWN)))
            .orElseThrow();
    assertThat(nearest.mirrored().distance(KNOWN)).isLessThanOrEqualTo(24);
    Region region = nearest.region();
    assertThat(region.left() * 760).isBetween(78.0, 82.0);
    assertThat(region.top() * 520).isBetween(78.0, 82.0);
    assertThat(region.right() * 760).isBetween(718.0, 722.0);
    assertThat(region.bottom() * 520).isBetween(478.0, 482.0);
  }

  @Test
  void aValueReadsAsItWasWritten() {
    Signal signal = new PdqParts().signals(Scenes.colour(picture("letterbox"))).get(0);
    assertThat(signal.type()).isEqualTo("PDQ_PARTS");
    List<Part> parts = PartHashes.parse(signal.value());
    assertThat(PartHashes.format(parts)).isEqualTo(signal.value());
    assertThat(signal.value()).hasSizeLessThan(2048);
  }

  @Test
  void refusesWhatIsNoValue() {
    String hash = "0".repeat(64);
    for (String value :
        List.of(
            "",
            "1,2,3",
            "0,0,10001,5,90," + hash + "," + hash,
            "0,0,5,5,101," + hash + "," + hash,
            "5,0,5,9,90," + hash + "," + hash,
            "0,0,-5,5,90," + hash + "," + hash,
            ("0,0,5,5,90," + hash + "," + hash + ";").repeat(13))) {
      assertThatThrownBy(() -> PartHashes.parse(value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  static Stream<Arguments> hostile() {
    SplittableRandom random = new SplittableRandom(3);
    int[] noise = random.ints(1 << 16, 0, 256).toArray();
    return Stream.of(
        Arguments.of("flat", grey(1600, 1600, (x, y) -> 255)),
        Arguments.of("noise", grey(1600, 1600, (x, y) -> noise[(x * 7919 + y * 104729) & 0xffff])),
        Arguments.of("rows", grey(1600, 1600, (x, y) -> y / 3 % 2 * 255)),
        Arguments.of("columns", grey(1600, 1600, (x, y) -> x / 3 % 2 * 255)),
        Arguments.of("chequers", grey(1600, 1600, (x, y) -> (x / 40 + y / 40) % 2 * 255)),
        Arguments.of("wide", grey(65_535, 1, (x, y) -> x & 255)),
        Arguments.of("high", grey(1, 65_535, (x, y) -> y & 255)),
        Arguments.of("strip", grey(20_000, 60, (x, y) -> x / 9 % 2 * 255)),
        Arguments.of("pixel", grey(1, 1, (x, y) -> 3)));
  }

  /** Written on with 40 % of the bars' colour, so that all of it is looked at as a bar. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @Timeout(10)
  void endsOnAnyPixels(String name, Picture picture) {
    assertThat(parts(picture)).hasSizeLessThanOrEqualTo(12);
  }

  private static List<Part> parts(Picture picture) {
    return new PdqParts()
        .signals(picture).stream()
            .flatMap(signal -> PartHashes.parse(signal.value()).stream())
            .toList();
  }

  private static BufferedImage picture(String name) {
    return surroundings()
        .filter(arguments -> arguments.get()[0].equals(name))
        .map(arguments -> (BufferedImage) arguments.get()[1])
        .findFirst()
        .orElseThrow();
  }

  private static Picture grey(int width, int height, IntBinaryOperator luma) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) luma.applyAsInt(i % width, i / width);
    }
    return Picture.grey(width, height, pixels);
  }

  private static BufferedImage drawn(
      int width, int height, Color ground, Consumer<Graphics2D> work) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setColor(ground);
    pen.fillRect(0, 0, width, height);
    work.accept(pen);
    pen.dispose();
    return picture;
  }

  private static Consumer<Graphics2D> at(int x, int y) {
    return pen -> pen.drawImage(SCENE, x, y, null);
  }

  private static void gradient(Graphics2D pen) {
    pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 780, 540, Color.BLUE));
    pen.fillRect(0, 0, 780, 540);
    pen.drawImage(SCENE, 70, 70, null);
  }

  private static void text(Graphics2D pen, Color colour, int size, int x, int y) {
    pen.setColor(colour);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
    pen.drawString("Wait for the end of it", x, y);
  }

  private static void captions(Graphics2D pen) {
    pen.drawImage(SCENE, 0, 90, null);
    text(pen, Color.BLACK, 40, 60, 60);
    text(pen, Color.BLACK, 24, 200, 530);
  }

  private static void framedCaption(Graphics2D pen) {
    pen.setColor(Color.WHITE);
    pen.fillRect(30, 30, 640, 520);
    pen.drawImage(SCENE, 30, 150, null);
    text(pen, Color.BLACK, 40, 60, 110);
  }

  private static void blurredFill(Graphics2D pen) {
    BufferedImage tiny = new BufferedImage(5, 9, BufferedImage.TYPE_INT_RGB);
    tiny.createGraphics().drawImage(SCENE, -5, 0, 15, 9, null);
    pen.drawImage(tiny, 0, 0, 640, 1138, null);
    pen.drawImage(SCENE, 0, 369, null);
  }

  private static void chat(Graphics2D pen) {
    pen.setColor(Color.DARK_GRAY);
    pen.fillRect(0, 0, 720, 60);
    pen.setColor(Color.WHITE);
    pen.fillRoundRect(20, 300, 430, 320, 20, 20);
    pen.drawImage(SCENE, 30, 310, 410, 256, null);
    text(pen, Color.BLACK, 24, 40, 600);
    text(pen, Color.BLACK, 24, 300, 720);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 1200, 720, 80);
  }

  private static void window(Graphics2D pen) {
    pen.setColor(Color.WHITE);
    pen.fillRect(120, 60, 1100, 620);
    pen.setColor(Color.LIGHT_GRAY);
    pen.fillRect(120, 60, 1100, 50);
    pen.fillRect(120, 110, 210, 570);
    text(pen, Color.BLACK, 20, 140, 92);
    pen.drawImage(SCENE, 440, 180, null);
  }

  private static void collage(Graphics2D pen) {
    pen.drawImage(OTHER, 0, 0, 572, 400, null);
    pen.drawImage(SCENE, 580, 0, null);
  }

  private static void inset(Graphics2D pen) {
    pen.drawImage(OTHER, 0, 0, 1280, 996, null);
    pen.setColor(Color.WHITE);
    pen.fillRect(700, 600, 456, 288);
    pen.drawImage(SCENE, 704, 604, 448, 280, null);
  }
}
