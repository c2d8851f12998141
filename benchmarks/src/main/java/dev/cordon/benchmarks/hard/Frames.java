package dev.cordon.benchmarks.hard;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.Map;

/** Borders, and several photographs in one layout. */
final class Frames {
  static final Map<String, Painter> KINDS =
      Map.of(
          "frame-ornament", Frames::ornament,
          "frame-film", Frames::film,
          "frame-hearts", Frames::hearts,
          "frame-polaroid", Frames::polaroid,
          "letterbox-text", Frames::letterbox,
          "collage-grid", Frames::grid,
          "collage-nine", Frames::nine,
          "collage-labels", Frames::labels,
          "split-vertical", Frames::split);

  private Frames() {}

  private static Sheet ornament(Hand hand) {
    Color colour = hand.colour();
    Sheet sheet = Sheet.of(1000, 1000, colour).photo(hand.photo(), 110, 110, 780, 780);
    int points = hand.shared(4, 9);
    for (int i = 0; i < 20; i++) {
      for (int[] at : new int[][] {{i, 0}, {i, 19}, {0, i}, {19, i}}) {
        int x = 25 + 50 * at[0];
        int y = 25 + 50 * at[1];
        sheet
            .fill(colour.brighter().brighter(), Marks.star(x, y, 22, points))
            .disc(colour.darker(), x, y, 7);
      }
    }
    sheet.pen().setColor(colour.darker());
    for (int inset : new int[] {60, 75, 100}) {
      sheet.outline(
          colour.darker(),
          5,
          new java.awt.Rectangle(inset, inset, 1000 - 2 * inset, 1000 - 2 * inset));
    }
    return sheet;
  }

  private static Sheet film(Hand hand) {
    Sheet sheet = Sheet.of(1200, 900, Color.BLACK).photo(hand.photo(), 30, 130, 1140, 640);
    for (int x = 20; x < 1200; x += 75) {
      sheet.round(Color.WHITE, x, 35, 45, 60, 14).round(Color.WHITE, x, 805, 45, 60, 14);
    }
    return sheet.text(
        Words.line(hand.shared(), 2) + "  12A", Sheet.mono(24), Color.ORANGE, 60, 122);
  }

  private static Sheet hearts(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    for (int i = 0; i < 60; i++) {
      double along = i % 15 / 14.0;
      int side = i / 15;
      double x = side < 2 ? along * sheet.width() : side == 2 ? 30 : sheet.width() - 30.0;
      double y = side < 2 ? (side == 0 ? 5 : sheet.height() - 75.0) : along * sheet.height();
      int size = hand.shared(40, 90);
      sheet.fill(hand.colour(), Marks.heart(x, y, size));
    }
    return sheet;
  }

  /** A print on a wooden table; the table is the same. */
  private static Sheet polaroid(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, new Color(0x9A6B3F));
    for (int y = 0; y < 1000; y += 3) {
      int shade = hand.shared(-18, 18);
      sheet.line(
          new Color(0x9A + shade, 0x6B + shade, 0x3F + shade),
          2,
          0,
          y,
          1000,
          y + hand.shared(-25, 25));
    }
    AffineTransform upright = sheet.pen().getTransform();
    sheet.pen().rotate((hand.shared().nextDouble() - 0.5) * 0.3, 500, 500);
    sheet.fill(Color.WHITE, 170, 120, 660, 760).photo(hand.photo(), 200, 150, 600, 600);
    sheet.centred(Words.line(hand.shared(), 3), Sheet.serif(48), Color.DARK_GRAY, 500, 830);
    sheet.pen().setTransform(upright);
    return sheet;
  }

  private static Sheet letterbox(Hand hand) {
    Sheet sheet = Sheet.of(720, 1280, Color.BLACK).photo(hand.photo(), 0, 420, 720, 420);
    sheet.centred(Words.line(hand.shared(), 3), Sheet.bold(48), Color.WHITE, 360, 300);
    return sheet.centred(
        "@" + Words.line(hand.shared(), 1), Sheet.plain(40), Color.LIGHT_GRAY, 360, 960);
  }

  private static Sheet grid(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, Color.WHITE);
    for (int i = 0; i < 4; i++) {
      sheet.photo(hand.photo(), 20 + 490 * (i % 2), 20 + 490 * (i / 2), 470, 470);
    }
    return sheet;
  }

  private static Sheet nine(Hand hand) {
    Sheet sheet = Sheet.of(1080, 1080, Color.BLACK);
    for (int i = 0; i < 9; i++) {
      sheet.photo(hand.photo(), 363 * (i % 3), 363 * (i / 3), 354, 354);
    }
    return sheet;
  }

  private static Sheet labels(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1050, hand.colour());
    sheet.centred(Words.line(hand.shared(), 4), Sheet.bold(54), Color.WHITE, 500, 80);
    String[] labels = {"Friends", "Family", "Society", "Me"};
    for (int i = 0; i < 4; i++) {
      int x = 20 + 490 * (i % 2);
      int y = 110 + 470 * (i / 2);
      sheet.photo(hand.photo(), x, y, 470, 390);
      sheet.centred(labels[i], Sheet.bold(40), Color.WHITE, x + 235, y + 438);
    }
    return sheet;
  }

  private static Sheet split(Hand hand) {
    Sheet sheet = Sheet.of(1200, 800, Color.WHITE);
    sheet.photo(hand.photo(), 0, 0, 595, 800).photo(hand.photo(), 605, 0, 595, 800);
    sheet
        .round(Color.BLACK, 20, 20, 220, 70, 20)
        .text("BEFORE", Sheet.bold(44), Color.WHITE, 38, 72);
    return sheet
        .round(Color.BLACK, 980, 20, 200, 70, 20)
        .text("AFTER", Sheet.bold(44), Color.WHITE, 1005, 72);
  }
}
