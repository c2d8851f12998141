package dev.cordon.bots.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.explain.Exhibit.Side;
import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Explanation.HashPair;
import dev.cordon.matcher.Explanation.Nearness;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.Correspondence;
import dev.cordon.matcher.local.Correspondence.Joined;
import dev.cordon.matcher.local.Place;
import dev.cordon.matcher.local.Sketch;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.signal.Signals;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DrawingTest {
  /** Where the panels begin, and how wide they are, in pixels. */
  private static final int LEFT = 36;

  private static final int TOP = 236;
  private static final int SIDE = 620;
  private static final int ENTRY_LEFT = 744;

  private static final List<Place> QUADRILATERAL =
      List.of(new Place(0.2, 0.25), new Place(0.8, 0.3), new Place(0.7, 0.8), new Place(0.25, 0.7));

  private static final List<Place> BEYOND =
      List.of(new Place(-1, 0.5), new Place(0.5, 0.5), new Place(0.5, 3), new Place(-1, 3));

  @Test
  void theRegionIsOutlinedWhereItIsInBothPictures() {
    BufferedImage drawing = Drawing.of(exhibit(local(), Optional.of(grey(400, 300)), sketch()));

    for (Place corner : QUADRILATERAL) {
      assertThat(isRegion(drawing, LEFT, 0.75, corner)).as("%s", corner).isTrue();
    }
    assertThat(isRegion(drawing, LEFT, 0.75, new Place(0.5, 0.5))).isFalse();
    assertThat(isRegion(drawing, ENTRY_LEFT, 0.75, new Place(0.25, 0.5))).isTrue();
    assertThat(isRegion(drawing, ENTRY_LEFT, 0.75, new Place(0.5, 0.75))).isTrue();
    assertThat(isRegion(drawing, ENTRY_LEFT, 0.75, new Place(0.75, 0.5))).isFalse();
  }

  @Test
  void whatIsJoinedIsJoinedFromPlaceToPlace() {
    BufferedImage drawing = Drawing.of(exhibit(local(), Optional.of(grey(400, 300)), sketch()));

    int red = Colours.distinct(0).getRGB();
    assertThat(drawing.getRGB(LEFT + 310, TOP + 232)).isEqualTo(red);
    assertThat(drawing.getRGB(ENTRY_LEFT + 155, TOP + 349)).isEqualTo(red);
    Color halfway = new Color(drawing.getRGB((LEFT + 310 + ENTRY_LEFT + 155) / 2, TOP + 290));
    assertThat(halfway.getRed() - halfway.getBlue()).isGreaterThan(100);
  }

  @Test
  void withoutItsPictureTheEntryHasItsOwnProportions() {
    Sketch upright = new Sketch(0.5, 1, List.of(), List.of());
    BufferedImage drawing = Drawing.of(exhibit(local(), Optional.empty(), upright));

    assertThat(drawing.getRGB(ENTRY_LEFT + SIDE / 2 + 20, TOP + 40))
        .isEqualTo(Colours.BLANK.getRGB());
    assertThat(drawing.getRGB(ENTRY_LEFT + 40, TOP + 40)).isEqualTo(Colours.PAPER.getRGB());
    assertThat(drawing.getHeight()).isGreaterThan(TOP + SIDE);
  }

  @Test
  void whatDoesNotMatchHasNoRegionAndNoLines() {
    Explanation far =
        new Explanation(
            Optional.empty(),
            List.of(new Nearness(Signal.LOCAL_FEATURES, 80, 50)),
            Optional.empty(),
            local().correspondence(),
            Optional.empty());

    BufferedImage drawing = Drawing.of(exhibit(far, Optional.of(grey(400, 300)), sketch()));

    assertThat(count(drawing, Colours.REGION)).isZero();
    assertThat(count(drawing, Colours.distinct(0))).isZero();
    assertThat(Words.headline(far)).startsWith("No match");
    assertThat(Words.facts(exhibit(far, Optional.empty(), sketch())))
        .containsExactly(
            new Fact("Nearest by local features", "distance 80", "of 100; matches up to 50"));
  }

  @Test
  void bitsThatDifferAreMarkedInBothHashes() {
    PdqHash some = new PdqHash(0, 0, 0, 1);
    PdqHash other = new PdqHash(1L << 63, 0, 0, 1);
    Match match = match(Signal.PDQ, 1, Optional.of(new Region(0.2, 0.2, 0.8, 0.8)));
    Explanation why =
        new Explanation(
            Optional.of(match),
            List.of(new Nearness(Signal.PDQ, 1, 31)),
            Optional.of(new HashPair(some, other, "none", match.region())),
            Optional.empty(),
            Optional.empty());

    BufferedImage drawing = Drawing.of(exhibit(why, Optional.of(grey(400, 300)), sketch()));

    int cell = (BitGrid.CELL - 1) * (BitGrid.CELL - 1);
    assertThat(count(drawing, Colours.DIFFERING)).isEqualTo(cell);
    assertThat(count(drawing, Colours.DIFFERING_SET)).isEqualTo(cell);
    assertThat(count(drawing, Colours.BIT)).isEqualTo(2 * cell);
    assertThat(isRegion(drawing, LEFT, 0.75, new Place(0.2, 0.5))).isTrue();
    assertThat(BitGrid.isSet(some, 0)).isTrue();
    assertThat(BitGrid.isSet(other, 255)).isTrue();
  }

  @Test
  void theCodeThatLeadsToALinkIsFramed() {
    Match match = match(Signals.URL, 0, Optional.of(new Region(0.2, 0.2, 0.4, 0.5)));
    Explanation why =
        new Explanation(
            Optional.of(match),
            List.of(new Nearness(Signals.URL, 0, 0)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Exhibit exhibit = exhibit(why, Optional.empty(), Optional.empty());

    BufferedImage drawing = Drawing.of(exhibit);

    assertThat(isRegion(drawing, LEFT, 0.75, new Place(0.2, 0.3))).isTrue();
    assertThat(Words.headline(why))
        .isEqualTo("Match: a QR code in the file leads to the entry's link");
    assertThat(Words.facts(exhibit))
        .contains(
            new Fact("Signal", "link", "read in a QR code"), new Fact("Distance", "0", "the same"));
    assertThat(Words.entryPlace(why)).isEmpty();
    assertThat(Words.withoutPicture(exhibit.sketch())).doesNotContain("edges");
    assertThat(Words.withoutPicture(Optional.of(sketch()))).endsWith("edges and spots");
  }

  @Test
  void linesAreSpreadOverThePicture() {
    List<Joined> points = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      points.add(new Joined(new Place(0.5, 0.5), new Place(0.5 + i * 1e-5, 0.5), 3));
    }
    Joined apart = new Joined(new Place(0, 0), new Place(0, 0), 4);
    points.add(apart);
    points.add(0, new Joined(new Place(1, 1), new Place(1, 1), 26));

    assertThat(Joins.spread(points)).hasSize(Joins.MOST).doesNotContain(points.get(0));
    assertThat(Joins.spread(points.subList(1, 5))).hasSize(4);
    assertThat(Joins.spread(List.of())).isEmpty();
  }

  @Test
  void namesOfStrangersAreMadeSafe() {
    assertThat(Names.safe("photo\u202Egpj.exe\u001B[2J\n"))
        .isEqualTo("photo\uFFFDgpj.exe\uFFFD[2J\uFFFD");
    assertThat(Names.safe("صورة می\u200Cخواهم.jpg")).isEqualTo("صورة می\u200Cخواهم.jpg");
    assertThat(Names.safe("x".repeat(10_000))).hasSizeLessThan(500);
  }

  @Test
  void anyNameIsDrawnWithinItsSide() {
    String name = "\u202E" + "נ".repeat(300) + " \uD83D\uDE00 \uD800" + "w".repeat(300);
    Side side = new Side("The file", name, Optional.of(grey(40, 30)), "");
    Explanation why = local();
    Exhibit exhibit = new Exhibit(side, side, why, Optional.empty(), 1);

    BufferedImage drawing = Drawing.of(exhibit);

    for (int y = TOP - 30; y < TOP - 8; y++) {
      assertThat(drawing.getRGB(LEFT + SIDE + 10, y)).isEqualTo(Colours.PAPER.getRGB());
    }
  }

  @Test
  void onlyPicturesThatADecoderMayDrawAreRead() throws IOException {
    assertThat(Pictures.read(png(grey(900, 10))).map(BufferedImage::getWidth)).hasValue(900);
    assertThat(Pictures.read(png(grey(901, 10)))).isEmpty();
    assertThat(Pictures.read(new byte[] {1, 2, 3})).isEmpty();
    assertThat(Pictures.read(withoutItsPalette())).isEmpty();
  }

  @Test
  void certaintyIsForEqualBytesOnly() {
    List<Fact> facts = Words.facts(exhibit(local(), Optional.empty(), sketch()));

    assertThat(facts).extracting(Fact::label).contains("Variant", "Points");
    assertThat(facts).extracting(Fact::value).contains("99.9 %", "mirrored", "0.042");
  }

  @Test
  void soundIsToldByItsSeconds() {
    Match match =
        new Match(
            "known",
            "id",
            Opinion.VIOLATING,
            Signal.AUDIO,
            18,
            100,
            "none",
            0.99999,
            0.0421,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Segment(0.2, 7.5, 5.2, 12.5)));
    Explanation why =
        new Explanation(
            Optional.of(match), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(Words.headline(why)).isEqualTo("Match: the file sounds like the entry");
    assertThat(Words.place(why)).isEqualTo("seconds 0.2–7.5 of the file");
    assertThat(Words.entryPlace(why)).isEqualTo("seconds 5.2–12.5 of the entry");
  }

  private static Explanation local() {
    Correspondence found =
        new Correspondence(
            3,
            "flipx",
            QUADRILATERAL,
            BEYOND,
            List.of(new Joined(new Place(0.5, 0.5), new Place(0.25, 0.75), 2)),
            40);
    return new Explanation(
        Optional.of(match(Signal.LOCAL_FEATURES, 3, Optional.of(new Region(0.2, 0.25, 0.8, 0.8)))),
        List.of(new Nearness(Signal.LOCAL_FEATURES, 3, 50)),
        Optional.empty(),
        Optional.of(found),
        Optional.empty());
  }

  private static Match match(String signal, int distance, Optional<Region> region) {
    return new Match(
        "known",
        "id",
        Opinion.VIOLATING,
        signal,
        distance,
        100,
        signal.equals(Signal.LOCAL_FEATURES) ? "flipx" : "none",
        0.99999,
        0.0421,
        region,
        Optional.empty(),
        Optional.empty());
  }

  private static Exhibit exhibit(
      Explanation why, Optional<BufferedImage> reference, Sketch sketch) {
    return exhibit(why, reference, Optional.of(sketch));
  }

  private static Exhibit exhibit(
      Explanation why, Optional<BufferedImage> reference, Optional<Sketch> sketch) {
    return new Exhibit(
        new Side("The file", "a.jpg", Optional.of(grey(400, 300)), ""),
        new Side("The entry", "b", reference, "no picture"),
        why,
        sketch,
        7);
  }

  private static Sketch sketch() {
    return new Sketch(1, 0.75, List.of(new Place(0.1, 0.1)), List.of());
  }

  private static BufferedImage grey(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, 0x808080);
    }
    return image;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** Its header is sound. */
  private static byte[] withoutItsPalette() throws IOException {
    byte[] png = png(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_INDEXED));
    int palette = new String(png, StandardCharsets.ISO_8859_1).indexOf("PLTE");
    png[palette] = 'p';
    return png;
  }

  /** Whether the region's colour is within two pixels. */
  private static boolean isRegion(BufferedImage drawing, int left, double aspect, Place place) {
    int x = (int) Math.round(left + place.x() * SIDE);
    int y = (int) Math.round(TOP + place.y() * SIDE * aspect);
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        if (drawing.getRGB(x + dx, y + dy) == Colours.REGION.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  private static int count(BufferedImage drawing, Color colour) {
    int count = 0;
    for (int i = 0; i < drawing.getWidth() * drawing.getHeight(); i++) {
      int rgb = drawing.getRGB(i % drawing.getWidth(), i / drawing.getWidth());
      count += rgb == colour.getRGB() ? 1 : 0;
    }
    return count;
  }
}
