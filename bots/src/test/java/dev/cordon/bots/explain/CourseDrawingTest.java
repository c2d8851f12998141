package dev.cordon.bots.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.bots.explain.Exhibit.Side;
import dev.cordon.bots.explain.Reel.Pair;
import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Explanation.Course;
import dev.cordon.matcher.Explanation.Nearness;
import dev.cordon.matcher.Explanation.Stretch;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.Agreement;
import dev.cordon.matcher.audio.Agreement.Spot;
import dev.cordon.matcher.audio.Passage;
import dev.cordon.matcher.audio.Passage.Evidence;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CourseDrawingTest {
  /** Where the bars begin, in pixels, and how long a second is when the longer has 80. */
  private static final int LEFT = 44;

  private static final double SECOND = 1312 / 80.0;
  private static final int FILE = 264;
  private static final int ENTRY = 372;

  private static final Segment SEGMENT = new Segment(5, 15, 40, 50.2);
  private static final Course COURSE = new Course(20, 80, true, true, List.of());

  @Test
  void theStretchIsMarkedOnBothBarsAndJoined() {
    BufferedImage drawing = Drawing.of(exhibit(matched(Signal.VIDEO, COURSE), Reel.EMPTY));

    assertThat(at(drawing, 10, FILE)).isEqualTo(Colours.MATCHED);
    assertThat(at(drawing, 2, FILE)).isEqualTo(Colours.BLANK);
    assertThat(at(drawing, 18, FILE)).isEqualTo(Colours.BLANK);
    assertThat(at(drawing, 22, FILE)).isEqualTo(Colours.PAPER);
    assertThat(at(drawing, 45, ENTRY)).isEqualTo(Colours.MATCHED);
    assertThat(at(drawing, 38, ENTRY)).isEqualTo(Colours.BLANK);
    assertThat(at(drawing, 70, ENTRY)).isEqualTo(Colours.BLANK);
    Color band = at(drawing, (10 + 45) / 2.0, (FILE + ENTRY) / 2 + 10);
    assertThat(band.getGreen()).isLessThan(Colours.PAPER.getGreen() - 10);
    assertThat(at(drawing, 60, (FILE + ENTRY) / 2)).isEqualTo(Colours.PAPER);
  }

  @Test
  void furtherStretchesAreMarkedOtherwise() {
    Stretch same = new Stretch(Signal.AUDIO, 3, "none", new Segment(5.2, 14.8, 40.1, 50));
    Stretch other = new Stretch(Signal.AUDIO, 9, "none", new Segment(16, 20, 60, 64));
    Course both = new Course(20, 80, true, true, List.of(same, other));
    Explanation why = matched(Signal.VIDEO, both);

    BufferedImage drawing = Drawing.of(exhibit(why, Reel.EMPTY));

    assertThat(at(drawing, 18, 257)).isEqualTo(Colours.OTHER);
    assertThat(at(drawing, 62, 396)).isEqualTo(Colours.OTHER);
    assertThat(at(drawing, 10, FILE)).isEqualTo(Colours.MATCHED);
    assertThat(TimeWords.sentence(why))
        .isEqualTo(
            "Seconds 5.0–15.0 of this file are seconds 40.0–50.2 of the entry, speed 1.02, moving"
                + " pictures and sound, mirrored");
    assertThat(TimeWords.sentence(matched(Signal.AUDIO, COURSE))).contains("speed 1.02, sound");
  }

  @Test
  void framesStandInPairsWithinAndOutside() {
    Explanation why = matched(Signal.VIDEO, COURSE);
    List<Moment> moments = Moment.of(why);
    List<Pair> pairs = new ArrayList<>();
    for (Moment moment : moments) {
      pairs.add(new Pair(moment, plain(0x204080, 64, 36), plain(0x806020, 64, 36)));
    }

    BufferedImage drawing =
        Drawing.of(exhibit(why, new Reel(pairs, Optional.empty(), Optional.empty())));

    assertThat(moments).hasSize(8);
    assertThat(moments).filteredOn(Moment::matched).hasSize(6);
    assertThat(moments.get(0).seconds()).isEqualTo(2.5);
    assertThat(moments.get(1).entrySeconds()).isCloseTo(40.85, within(0.01));
    assertThat(moments.get(7).seconds()).isEqualTo(17.5);
    int frame = 156 * (156 * 36 / 64);
    assertThat(count(drawing, new Color(0x204080))).isBetween(6 * frame * 8 / 10, 6 * frame);
    assertThat(count(drawing, new Color(0x806020))).isBetween(6 * frame * 8 / 10, 6 * frame);
  }

  @Test
  void aFileThatIsTheEntryFromEndToEndHasNoMomentsOutside() {
    Explanation exact =
        why(Optional.of(match(Signal.SHA256, Optional.empty())), COURSE, Optional.empty());

    assertThat(Moment.of(exact)).hasSize(6).allMatch(Moment::matched);
    assertThat(TimeWords.sentence(exact)).startsWith("Seconds 0.0–20.0 of this file");
    Course sound = new Course(20, 80, false, true, List.of());
    assertThat(Moment.of(matched(Signal.AUDIO, sound))).isEmpty();
  }

  @Test
  void peaksThatAgreeAreMarked() {
    Explanation with = sound(List.of(new Spot(10, 2, true), new Spot(11, 2, false)));
    Explanation without = sound(List.of(new Spot(10, 2, false), new Spot(11, 2, false)));

    BufferedImage agreeing = Drawing.of(exhibit(with, Reel.EMPTY));
    BufferedImage none = Drawing.of(exhibit(without, Reel.EMPTY));

    int more = count(agreeing, Colours.REGION) - count(none, Colours.REGION);
    assertThat(more).isBetween(10, 50);
    assertThat(agreeing.getHeight()).isGreaterThan(900);
    assertThat(Words.facts(exhibit(with, Reel.EMPTY)))
        .contains(new Fact("Peaks", "1", "agree in time and pitch"))
        .contains(new Fact("Speed", "1.02", "faster than the entry"));
  }

  @Test
  void ofLongSoundTheRichestPartIsShown() {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      spots.add(new Spot(i, 1, i >= 120 && i < 150));
    }
    Segment long300 = new Segment(0, 300, 0, 300);
    Explanation why =
        why(
            Optional.of(match(Signal.AUDIO, Optional.of(long300))),
            new Course(300, 300, false, true, List.of()),
            Optional.of(agreement(spots)));

    SoundWindow window = SoundWindow.of(why).orElseThrow();

    assertThat(window.from()).isCloseTo(120, within(1.0));
    assertThat(window.to() - window.from()).isEqualTo(30);
    assertThat(window.entrySeconds(130)).isCloseTo(130, within(0.01));
    assertThat(SoundWindow.of(matched(Signal.VIDEO, COURSE))).isEmpty();
  }

  @Test
  void whatDoesNotMatchHasNothingMarked() {
    Explanation far =
        new Explanation(
            Optional.empty(),
            List.of(new Nearness(Signal.AUDIO, 71, 50)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(COURSE),
            Optional.empty(),
            Optional.empty());

    BufferedImage drawing = Drawing.of(exhibit(far, Reel.EMPTY));

    assertThat(count(drawing, Colours.REGION) + count(drawing, Colours.MATCHED)).isZero();
    assertThat(at(drawing, 10, FILE - 34)).isEqualTo(Colours.BLANK);
    assertThat(Words.headline(far)).isEqualTo("No match: the file has nothing of this entry");
    assertThat(Words.facts(exhibit(far, Reel.EMPTY)))
        .containsExactly(
            new Fact("Nearest by sound", "distance 71", "of 100; matches up to 50"),
            new Fact("Nearest by moving pictures", "nothing", "no stretch in common"));
    assertThat(Moment.of(far)).hasSize(6).noneMatch(Moment::matched);
  }

  @Test
  void ticksAreApartAndRound() {
    assertThat(new Axis(0, 20, 0, 328).step()).isEqualTo(5);
    assertThat(new Axis(0, 80, 0, 1312).step()).isEqualTo(5);
    assertThat(new Axis(0, 7200, 0, 1312).step()).isEqualTo(600);
    assertThat(new Axis(6, 18, 0, 1272).step()).isEqualTo(1);
    assertThat(new Axis(0, 20, 44, 328).x(10)).isEqualTo(208);
    assertThat(TimeWords.time(90, 120)).isEqualTo("90");
    assertThat(TimeWords.time(90, 700)).isEqualTo("1:30");
    assertThat(TimeWords.time(4200, 7200)).isEqualTo("1:10:00");
  }

  /** Ten seconds beside two hours. */
  @Test
  void aShortFileIsStillSeenBesideALongEntry() {
    Course uneven = new Course(10, 7200, true, true, List.of());
    Match match = match(Signal.AUDIO, Optional.of(new Segment(0, 10, 3600, 3610)));
    Explanation why = why(Optional.of(match), uneven, Optional.empty());

    BufferedImage drawing = Drawing.of(exhibit(why, Reel.EMPTY));

    assertThat(new Color(drawing.getRGB(LEFT + 130, FILE))).isEqualTo(Colours.MATCHED);
    assertThat(new Color(drawing.getRGB(LEFT + 1312 / 2 + 1, ENTRY))).isEqualTo(Colours.MATCHED);
  }

  @Test
  void onlySheetsOfAsManyFramesAreRead() throws IOException {
    assertThat(Pictures.frames(png(320, 400), 4)).hasSize(4);
    assertThat(Pictures.frames(png(320, 400), 4).get(3).getHeight()).isEqualTo(100);
    assertThat(Pictures.frames(png(320, 401), 4)).isEmpty();
    assertThat(Pictures.frames(png(321, 400), 4)).isEmpty();
    assertThat(Pictures.frames(png(32, 1284), 4)).isEmpty();
    assertThat(Pictures.frames(new byte[] {1}, 4)).isEmpty();
  }

  private static Explanation sound(List<Spot> spots) {
    Match match = match(Signal.AUDIO, Optional.of(SEGMENT));
    return why(Optional.of(match), COURSE, Optional.of(agreement(spots)));
  }

  private static Agreement agreement(List<Spot> file) {
    Passage passage = new Passage(0, 3, 5, 15, 40, 50.2, 1.02, 1, Evidence.PEAKS);
    return new Agreement(passage, file, List.of());
  }

  private static Explanation matched(String signal, Course course) {
    return why(Optional.of(match(signal, Optional.of(SEGMENT))), course, Optional.empty());
  }

  private static Explanation why(
      Optional<Match> match, Course course, Optional<Agreement> agreement) {
    return new Explanation(
        match,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(course),
        agreement,
        Optional.empty());
  }

  private static Match match(String signal, Optional<Segment> segment) {
    return new Match(
        "known",
        "id",
        Opinion.VIOLATING,
        signal,
        3,
        100,
        signal.equals(Signal.VIDEO) ? "flipy" : "none",
        0.99999,
        0.0421,
        Optional.empty(),
        Optional.empty(),
        segment);
  }

  private static Exhibit exhibit(Explanation why, Reel reel) {
    return new Exhibit(
        new Side("The file", "a.mp4", Optional.empty(), ""),
        new Side("The entry", "b", Optional.empty(), ""),
        why,
        Optional.empty(),
        7,
        reel);
  }

  private static Optional<BufferedImage> plain(int rgb, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, rgb);
    }
    return Optional.of(image);
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(plain(0x808080, width, height).orElseThrow(), "png", out);
    return out.toByteArray();
  }

  private static Color at(BufferedImage drawing, double seconds, int y) {
    return new Color(drawing.getRGB((int) Math.round(LEFT + seconds * SECOND), y));
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
