package dev.cordon.benchmarks.hard;

import java.awt.Color;
import java.awt.GradientPaint;
import java.util.Map;

/** Pictures without a photograph: grounds, gradients and textures of the same sort. */
final class Plain {
  static final Map<String, Painter> KINDS =
      Map.ofEntries(
          Map.entry("flat-colour", hand -> Sheet.of(hand.own(500, 1200), 800, hand.ownColour())),
          Map.entry("black-small-text", hand -> note(hand, Color.BLACK, Color.WHITE)),
          Map.entry("white-one-line", hand -> note(hand, Color.WHITE, Color.BLACK)),
          Map.entry("gradient", Plain::gradient),
          Map.entry("sky-sea", Plain::skySea),
          Map.entry("night-sky", Plain::stars),
          Map.entry("checkerboard", Plain::checkerboard),
          Map.entry("bricks", Plain::bricks),
          Map.entry("dots", Plain::dots),
          Map.entry("stripes", Plain::stripes),
          Map.entry("halftone", Plain::halftone),
          Map.entry("noise", Plain::noise),
          Map.entry("tiles", Plain::tiles),
          Map.entry("wood", Plain::wood));

  private Plain() {}

  private static Sheet note(Hand hand, Color ground, Color ink) {
    Sheet sheet = Sheet.of(1080, 1080, ground);
    return sheet.centred(Words.line(hand.own(), 4), Sheet.plain(40), ink, 540, 560);
  }

  private static Sheet gradient(Hand hand) {
    Sheet sheet = Sheet.of(1080, 1080, Color.BLACK);
    int angle = hand.own(0, 1080);
    sheet.pen().setPaint(new GradientPaint(0, 0, hand.ownColour(), 1080, angle, hand.ownColour()));
    sheet.pen().fillRect(0, 0, 1080, 1080);
    return sheet;
  }

  private static Sheet skySea(Hand hand) {
    Sheet sheet = Sheet.of(1200, 800, Color.BLACK);
    int horizon = hand.own(350, 550);
    sheet
        .pen()
        .setPaint(
            new GradientPaint(
                0,
                0,
                new Color(hand.own(40, 120), 140, 220),
                0,
                horizon,
                new Color(230, hand.own(190, 240), 220)));
    sheet.pen().fillRect(0, 0, 1200, horizon);
    sheet
        .pen()
        .setPaint(
            new GradientPaint(
                0,
                horizon,
                new Color(70, 130, hand.own(140, 200)),
                0,
                800,
                new Color(10, hand.own(40, 90), 90)));
    sheet.pen().fillRect(0, horizon, 1200, 800);
    return sheet.disc(
        new Color(255, 250, 200),
        hand.own(200, 1000),
        hand.own(100, horizon - 60),
        hand.own(30, 70));
  }

  private static Sheet stars(Hand hand) {
    Sheet sheet = Sheet.of(1200, 800, new Color(4, 6, hand.own(12, 40)));
    for (int i = 0; i < 500; i++) {
      int grey = hand.own(120, 255);
      sheet.disc(new Color(grey, grey, 255), hand.own(0, 1199), hand.own(0, 799), hand.own(1, 4));
    }
    return sheet;
  }

  private static Sheet checkerboard(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, hand.ownColour());
    int side = hand.own(40, 160);
    Color second = hand.ownColour();
    for (int row = 0; row * side < 1000; row++) {
      for (int column = row % 2; column * side < 1000; column += 2) {
        sheet.fill(second, column * side, row * side, side, side);
      }
    }
    return sheet;
  }

  private static Sheet bricks(Hand hand) {
    Sheet sheet = Sheet.of(1000, 800, new Color(0xC8C0B4));
    int height = hand.own(35, 70);
    int width = height * hand.own(18, 30) / 10;
    for (int row = 0; row * height < 800; row++) {
      for (int x = row % 2 == 0 ? 0 : -width / 2; x < 1000; x += width) {
        int shade = hand.own(-25, 25);
        sheet.fill(
            new Color(150 + shade, 70 + shade, 55 + shade),
            x + 4,
            row * height + 4,
            width - 8,
            height - 8);
      }
    }
    return sheet;
  }

  private static Sheet dots(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, hand.ownColour());
    int step = hand.own(40, 120);
    int radius = step * hand.own(20, 45) / 100;
    Color colour = hand.ownColour();
    for (int row = 0; row * step < 1100; row++) {
      for (int x = row % 2 * step / 2; x < 1100; x += step) {
        sheet.disc(colour, x, row * step, radius);
      }
    }
    return sheet;
  }

  private static Sheet stripes(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, hand.ownColour());
    Color colour = hand.ownColour();
    int step = hand.own(30, 120);
    int slant = hand.own(-600, 600);
    for (int x = -1000; x < 2000; x += step) {
      sheet.line(colour, step / 2f, x, -10, x + slant, 1010);
    }
    return sheet;
  }

  /** A photograph printed in coarse dots: the dots sit at the same places. */
  private static Sheet halftone(Hand hand) {
    var photo = Sheet.of(90, 90, Color.BLACK).photo(hand.photo(), 0, 0, 90, 90).picture();
    Sheet sheet = Sheet.of(1080, 1080, Color.WHITE);
    for (int y = 0; y < 90; y++) {
      for (int x = 0; x < 90; x++) {
        Color colour = new Color(photo.getRGB(x, y));
        double dark = 1 - (colour.getRed() + colour.getGreen() + colour.getBlue()) / 765.0;
        sheet.disc(Color.BLACK, 6 + 12 * x, 6 + 12 * y, (int) Math.round(7 * Math.sqrt(dark)));
      }
    }
    return sheet;
  }

  private static Sheet noise(Hand hand) {
    Sheet sheet = Sheet.of(900, 900, Color.GRAY);
    int grain = hand.own(2, 6);
    for (int y = 0; y < 900; y += grain) {
      for (int x = 0; x < 900; x += grain) {
        int grey = hand.own(60, 190);
        sheet.fill(new Color(grey, grey, grey), x, y, grain, grain);
      }
    }
    return sheet;
  }

  /** The same ornament on every tile, in other colours and sizes. */
  private static Sheet tiles(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, hand.ownColour());
    int step = hand.own(90, 200);
    int points = hand.shared(4, 10);
    Color colour = hand.ownColour();
    for (int y = step / 2; y < 1100; y += step) {
      for (int x = step / 2; x < 1100; x += step) {
        sheet
            .fill(colour, Marks.star(x, y, step * 0.48, points))
            .disc(Color.WHITE, x, y, step / 10);
      }
    }
    return sheet;
  }

  private static Sheet wood(Hand hand) {
    Sheet sheet = Sheet.of(1000, 800, new Color(0xA87845));
    for (int y = 0; y < 800; y += 3) {
      int shade = hand.own(-20, 20);
      sheet.line(
          new Color(0xA8 + shade, 0x78 + shade, 0x45 + shade),
          2,
          0,
          y,
          1000,
          y + hand.own(-20, 20));
    }
    for (int x = hand.own(100, 200); x < 1000; x += 200) {
      sheet.line(new Color(0x4A3018), 5, x, 0, x, 800);
    }
    return sheet;
  }
}
