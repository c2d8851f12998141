package dev.cordon.bots.explain;

import dev.cordon.bots.explain.Exhibit.Side;
import dev.cordon.bots.explain.Letters.Look;
import dev.cordon.matcher.Explanation.HashPair;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.Correspondence;
import dev.cordon.matcher.local.Place;
import dev.cordon.matcher.local.Sketch;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Draws why a file matches an entry. Still pictures: the file on the left, the entry on the right,
 * what they have in common marked in both. Films and sound: their timelines, the file's above the
 * entry's. Of a file that does not match it marks nothing.
 */
public final class Drawing {
  static final int WIDTH = 1400;
  static final int MARGIN = 36;
  private static final int GUTTER = 88;
  private static final int SIDE = (WIDTH - 2 * MARGIN - GUTTER) / 2;
  private static final int TITLE = 58;
  private static final int CAPTION = 40;
  private static final int FOOTER = 34;
  private static final int PANELS_TOP = MARGIN + Header.HEIGHT + TITLE;
  private static final int ENTRY_LEFT = MARGIN + SIDE + GUTTER;

  private final Exhibit exhibit;
  private final Panel file;
  private final Panel entry;
  private final Optional<HashPair> grids;

  private Drawing(Exhibit exhibit) {
    this.exhibit = exhibit;
    this.file = panel(exhibit.file(), Optional.empty(), MARGIN);
    this.entry = panel(exhibit.entry(), exhibit.sketch(), ENTRY_LEFT);
    this.grids = exhibit.why().hashes().filter(pair -> matchedBy(Signal.PDQ).isPresent());
  }

  /** Draws; 1400 pixels wide. */
  public static BufferedImage of(Exhibit exhibit) {
    System.setProperty("java.awt.headless", "true");
    return exhibit
        .why()
        .course()
        .map(course -> new CourseDrawing(exhibit, course).drawn())
        .orElseGet(() -> new Drawing(exhibit).drawn());
  }

  /** Whether there is a font to write with; without one a drawing has no words. */
  public static boolean hasWords() {
    return Letters.THERE;
  }

  private Optional<Match> matchedBy(String signal) {
    return exhibit.why().match().filter(match -> match.signal().equals(signal));
  }

  private static Panel panel(Side side, Optional<Sketch> sketch, int left) {
    if (side.picture().isPresent()) {
      BufferedImage picture = side.picture().get();
      return Panel.within(left, PANELS_TOP, SIDE, picture.getWidth(), picture.getHeight());
    }
    return sketch
        .map(of -> Panel.within(left, PANELS_TOP, SIDE, of.width(), of.height()))
        .orElseGet(() -> Panel.within(left, PANELS_TOP, SIDE, 4, 3));
  }

  private BufferedImage drawn() {
    int panels = (int) Math.ceil(Math.max(file.height(), entry.height()));
    int below = grids.isPresent() ? BitGrid.SIDE + 36 : 0;
    int height = PANELS_TOP + panels + CAPTION + below + FOOTER + MARGIN / 2;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(image);
    Header.draw(pen, exhibit, MARGIN, MARGIN, WIDTH - 2 * MARGIN);
    side(pen, exhibit.file(), file, MARGIN, Words.place(exhibit.why()));
    side(pen, exhibit.entry(), entry, ENTRY_LEFT, Words.entryPlace(exhibit.why()));
    marks(pen);
    grids.ifPresent(pair -> grids(pen, pair, PANELS_TOP + panels + CAPTION + 18));
    footer(pen, height - MARGIN / 2 - 8);
    pen.dispose();
    return image;
  }

  static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(Colours.PAPER);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    return pen;
  }

  private void side(Graphics2D pen, Side side, Panel panel, int left, String place) {
    Look title = Look.bold(16, Colours.INK);
    Letters.write(pen, side.title(), title, left, PANELS_TOP - 36.0, SIDE);
    String name = Names.safe(side.name());
    Letters.write(pen, name, Look.plain(15, Colours.SOFT), left, PANELS_TOP - 13.0, SIDE);
    if (side.picture().isPresent()) {
      panel.picture(pen, side.picture().get());
    } else if (side == exhibit.entry() && exhibit.sketch().isPresent()) {
      panel.sketch(pen, exhibit.sketch().get());
    } else {
      panel.blank(pen, side);
    }
    if (!place.isEmpty()) {
      double y = panel.box().getMaxY() + 26;
      Letters.write(pen, place, Look.plain(15, Colours.INK), left, y, SIDE);
    }
  }

  private void marks(Graphics2D pen) {
    Optional<Correspondence> found =
        matchedBy(Signal.LOCAL_FEATURES).flatMap(match -> exhibit.why().correspondence());
    if (found.isPresent()) {
      file.region(pen, found.get().outline(), exhibit.file().picture().isPresent());
      entry.region(pen, found.get().entryOutline(), exhibit.entry().picture().isPresent());
      Joins.draw(pen, file, entry, found.get().points());
    } else {
      exhibit
          .why()
          .match()
          .flatMap(Match::region)
          .ifPresent(
              region -> file.region(pen, corners(region), exhibit.file().picture().isPresent()));
    }
  }

  private static List<Place> corners(Region region) {
    return List.of(
        new Place(region.left(), region.top()),
        new Place(region.right(), region.top()),
        new Place(region.right(), region.bottom()),
        new Place(region.left(), region.bottom()));
  }

  private void grids(Graphics2D pen, HashPair pair, int top) {
    BitGrid.draw(pen, pair.file(), pair.entry(), MARGIN, top);
    BitGrid.draw(pen, pair.entry(), pair.file(), ENTRY_LEFT, top);
    String turned = matchedBy(Signal.PDQ).flatMap(Words::variant).map(how -> ", " + how).orElse("");
    String what = pair.region().isPresent() ? "PDQ of the framed part" : "PDQ of the file";
    beside(pen, MARGIN, top, what + turned, "256 bits; coarse shapes at the top left");
    beside(
        pen,
        ENTRY_LEFT,
        top,
        "PDQ of the entry",
        pair.distance() == 0
            ? "all 256 bits are the same"
            : pair.distance() + " of 256 bits differ, marked in colour");
  }

  private static void beside(Graphics2D pen, int left, int top, String title, String text) {
    double x = left + BitGrid.SIDE + 18;
    double width = SIDE - BitGrid.SIDE - 18;
    Letters.write(pen, title, Look.bold(15, Colours.INK), x, top + 18.0, width);
    Letters.write(pen, text, Look.plain(15, Colours.SOFT), x, top + 42.0, width);
  }

  private void footer(Graphics2D pen, int y) {
    Letters.write(pen, legend(), Look.plain(13, Colours.SOFT), MARGIN, y, WIDTH - 2.0 * MARGIN);
  }

  private String legend() {
    return exhibit
        .why()
        .match()
        .map(match -> legend(match.signal()))
        .orElse("Nothing is framed or joined, since nothing matches.");
  }

  private static String legend(String signal) {
    return switch (signal) {
      case Signal.SHA256, Signal.MD5 -> "Both files are the same, byte for byte.";
      case Signal.PDQ -> "Pictures look alike when few bits of their PDQ hashes differ.";
      case Signal.LOCAL_FEATURES ->
          "Framed: where the entry lies in the file, and what of the entry the file shows. Dots: "
              + "spots that are in both; lines join up to %d of them.".formatted(Joins.MOST);
      default -> "";
    };
  }
}
