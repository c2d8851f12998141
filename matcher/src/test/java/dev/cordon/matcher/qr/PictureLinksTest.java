package dev.cordon.matcher.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.Scenes;
import dev.cordon.matcher.signal.Signals;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PictureLinksTest {
  private static final String TEXT = "https://t.me/joinchat/AbC";
  private static final String LINK = "t.me/+AbC";

  private final BufferedImage photo = Scenes.landscape(5, 800, 600);

  @Test
  void readsACodeThatIsAllOfThePicture() {
    assertThat(links(Codes.code(TEXT, 8))).containsExactly(LINK);
  }

  /** Modules so large that they are flat where the shades are told apart. */
  @Test
  void readsAVeryLargeCode() {
    assertThat(links(Codes.code(TEXT, 50))).containsExactly(LINK);
    assertThat(links(Codes.code(TEXT, 120))).containsExactly(LINK);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 30, 45, 60, 90, 133, 180, 270})
  void readsATurnedCodeInAPhoto(int degrees) {
    Codes.lay(photo, dark(TEXT), 300, 200, 200, degrees);

    assertThat(links(photo)).containsExactly(LINK);
  }

  /** Three pixels a module. */
  @Test
  void readsASmallCodeInAPhoto() {
    BufferedImage code = dark(TEXT);
    Codes.lay(photo, code, 610, 420, code.getWidth() * 3, 0);

    PictureLink link = only(photo);
    assertThat(link.link()).isEqualTo(LINK);
    near(link.region(), new Region(622 / 800., 432 / 600., 697 / 800., 507 / 600.));
  }

  @Test
  void readsALightCodeOnDark() {
    Codes.lay(photo, Codes.code(TEXT, Color.WHITE, Color.BLACK), 100, 100, 200, 12);

    assertThat(links(photo)).containsExactly(LINK);
  }

  @Test
  void readsAMirroredCode() {
    BufferedImage code = Codes.code(TEXT, 6);
    BufferedImage mirrored = new BufferedImage(code.getWidth(), code.getHeight(), 1);
    AffineTransform flip = new AffineTransform(-1, 0, 0, 1, code.getWidth(), 0);
    Codes.draw(mirrored, code, flip);

    assertThat(links(mirrored)).containsExactly(LINK);
  }

  @Test
  void readsATiltedCode() {
    BufferedImage sheared = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
    sheared.createGraphics().fillRect(0, 0, 600, 600);
    Codes.draw(sheared, Codes.code(TEXT, 10), new AffineTransform(1, 0.1, 0.15, 0.85, 60, 60));

    assertThat(links(sheared)).containsExactly(LINK);
  }

  @Test
  void readsSeveralCodesButNotAnyNumber() {
    BufferedImage sheet = Scenes.landscape(6, 1200, 900);
    Codes.lay(sheet, dark(TEXT), 20, 20, 160, 0);
    Codes.lay(sheet, dark("tg://resolve?domain=Name"), 500, 300, 260, 20);
    assertThat(links(sheet)).containsExactlyInAnyOrder(LINK, "t.me/name");

    for (int i = 0; i < 12; i++) {
      Codes.lay(sheet, dark("https://example.org/" + i), i % 4 * 290, i / 4 * 290, 250, 0);
    }
    assertThat(links(sheet)).hasSize(CodeReader.MOST_CODES).allMatch(l -> l.startsWith("example"));
  }

  /** Grey on dark, so that it is only read from afar; in its margin one that is only read near. */
  @Test
  void aSmallCodeHidesNoLargeOne() {
    BufferedImage code = Codes.code(TEXT, new Color(130, 130, 130), new Color(30, 30, 30));
    int side = code.getWidth() * 30;
    BufferedImage large = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Codes.draw(large, code, AffineTransform.getScaleInstance(30, 30));
    Codes.lay(large, dark("https://example.org/decoy"), side - 110, side - 110, 100, 0);

    assertThat(links(large)).containsExactlyInAnyOrder(LINK, "example.org/decoy");
  }

  @Test
  void whatIsReadNearAndFromAfarIsToldOnce() {
    Codes.lay(photo, dark(TEXT), 100, 50, 500, 0);

    assertThat(links(photo)).containsExactly(LINK);
  }

  /** Above the code as many patterns as find room, far more than are followed up. */
  @Test
  void noiseAboveHidesNoCodeBelow() {
    BitMatrix black = tiled(1);
    int half = Shades.LONGEST / 2;
    for (int y = half; y < Shades.LONGEST; y++) {
      black.setRow(y, new BitArray(Shades.LONGEST));
    }
    for (int[] corner : new int[][] {{0, 0}, {22, 0}, {0, 22}}) {
      pattern(black, half + 100 + corner[0] * 6, half + 100 + corner[1] * 6, 6);
    }

    assertThat(new Finders(black).find().stream().filter(found -> found.getY() > half)).hasSize(3);
  }

  @Test
  void aPictureWithoutCodesHasNone() {
    assertThat(links(photo)).isEmpty();
    assertThat(new PictureLinks().signals(Picture.grey(1, 1, new byte[1]))).isEmpty();
    assertThat(new PictureLinks().signals(Picture.grey(3000, 1, new byte[3000]))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Example.ORG/Path, example.org/Path",
    "example.org/x?y=1, example.org/x?y=1",
    "URL:http://example.org/, example.org",
    "TG:RESOLVE?DOMAIN=NAME, t.me/name",
    "пример.рф/х, пример.рф/х"
  })
  void whatLeadsSomewhereIsALink(String text, String link) {
    assertThat(of(text)).containsExactly(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "only words",
        "@name",
        "hello",
        "WIFI:T:WPA;S:network;P:secret;;",
        "BEGIN:VCARD\nURL:https://example.org\nEND:VCARD",
        "mailto:a@example.org",
        "tg://login?token=abc",
        "https://",
        "+491234567",
        "1.5"
      })
  void otherTextIsNone(String text) {
    assertThat(of(text)).isEmpty();
  }

  @Test
  void aTextBeyondAllBoundsIsNone() {
    assertThat(of("https://example.org/" + "x".repeat(492))).hasSize(1);
    assertThat(of("https://example.org/" + "x".repeat(493))).isEmpty();
    assertThat(of("a.".repeat(3000))).isEmpty();
  }

  private static List<String> of(String text) {
    return PictureLink.of(new Code(text, new Region(0, 0, 1, 1))).stream()
        .map(PictureLink::link)
        .toList();
  }

  @Test
  void isWrittenAndReadAgain() {
    PictureLink link = new PictureLink(new Region(0.1, 0.25, 0.5, 1), "example.org/a,b");
    assertThat(PictureLink.parse(link.toString())).isEqualTo(link);
  }

  @Test
  void noEntryKeepsIt() {
    assertThat(Signals.kept(new PictureLinks().signals(Scenes.grey(Codes.code(TEXT, 8)))))
        .isEmpty();
  }

  /** Noise, and as many finder patterns as find room: no more than a few are followed up. */
  @Test
  void hostilePicturesAreNotFollowedUpWithoutEnd() {
    List<BitMatrix> hostile = new ArrayList<>();
    hostile.add(noise());
    for (int module : new int[] {1, 2, 5}) {
      hostile.add(tiled(module));
    }
    for (BitMatrix black : hostile) {
      assertThat(new Finders(black).find()).hasSizeLessThanOrEqualTo(Finders.MOST_KEPT);
    }
    assertThat(new Finders(tiled(5)).find()).as("what it is bounded for").isNotEmpty();
  }

  private static BitMatrix noise() {
    SplittableRandom random = new SplittableRandom(1);
    BitMatrix black = new BitMatrix(Shades.LONGEST);
    for (int i = 0; i < Shades.LONGEST * Shades.LONGEST / 2; i++) {
      black.set(random.nextInt(Shades.LONGEST), random.nextInt(Shades.LONGEST));
    }
    return black;
  }

  private static BitMatrix tiled(int module) {
    BitMatrix black = new BitMatrix(Shades.LONGEST);
    for (int y = 0; y < Shades.LONGEST; y++) {
      for (int x = 0; x < Shades.LONGEST; x++) {
        int ring = Math.max(Math.abs(x / module % 9 - 3), Math.abs(y / module % 9 - 3));
        if (ring == 3 || ring <= 1) {
          black.set(x, y);
        }
      }
    }
    return black;
  }

  private static void pattern(BitMatrix black, int left, int top, int module) {
    for (int y = 0; y < 7 * module; y++) {
      for (int x = 0; x < 7 * module; x++) {
        int ring = Math.max(Math.abs(x / module - 3), Math.abs(y / module - 3));
        if (ring == 3 || ring <= 1) {
          black.set(left + x, top + y);
        }
      }
    }
  }

  private static BufferedImage dark(String text) {
    return Codes.code(text, Color.BLACK, Color.WHITE);
  }

  private static PictureLink only(BufferedImage picture) {
    List<PictureLink> found = found(picture);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<String> links(BufferedImage picture) {
    return found(picture).stream().map(PictureLink::link).toList();
  }

  private static List<PictureLink> found(BufferedImage picture) {
    return new PictureLinks()
        .signals(Scenes.colour(picture)).stream()
            .map(signal -> PictureLink.parse(signal.value()))
            .toList();
  }

  private static void near(Region region, Region expected) {
    assertThat(region.left()).isCloseTo(expected.left(), within(0.01));
    assertThat(region.top()).isCloseTo(expected.top(), within(0.01));
    assertThat(region.right()).isCloseTo(expected.right(), within(0.01));
    assertThat(region.bottom()).isCloseTo(expected.bottom(), within(0.01));
  }
}
