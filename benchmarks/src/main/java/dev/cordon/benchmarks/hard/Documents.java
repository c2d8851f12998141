package dev.cordon.benchmarks.hard;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.util.Map;

/** Pages, maps, charts and forms of one design with other contents. */
final class Documents {
  static final Map<String, Painter> KINDS =
      Map.ofEntries(
          Map.entry("page-serif", hand -> page(hand, Sheet.serif(26))),
          Map.entry("page-mono", hand -> page(hand, Sheet.mono(24))),
          Map.entry("terminal", Documents::terminal),
          Map.entry("slide", Documents::slide),
          Map.entry("table", Documents::table),
          Map.entry("chart-lines", Documents::lines),
          Map.entry("chart-bars", Documents::bars),
          Map.entry("map-streets", Documents::streets),
          Map.entry("map-coast", Documents::coast),
          Map.entry("sudoku", Documents::sudoku),
          Map.entry("music", Documents::music),
          Map.entry("identity-card", Documents::card),
          Map.entry("receipt", Documents::receipt),
          Map.entry("certificate", Documents::certificate));

  private Documents() {}

  private static Sheet page(Hand hand, Font font) {
    Sheet sheet = Sheet.of(900, 1200, Color.WHITE);
    for (int i = 0; i < 30; i++) {
      sheet.text(Words.line(hand.own(), 10), font, Color.BLACK, 60, 90 + 36 * i);
    }
    return sheet;
  }

  private static Sheet terminal(Hand hand) {
    Sheet sheet =
        Sheet.of(1100, 700, new Color(0x101010)).fill(new Color(0x3A3A3A), 0, 0, 1100, 40);
    sheet.centred("user@host: ~", Sheet.bold(22), Color.WHITE, 550, 28);
    for (int i = 0; i < 20; i++) {
      boolean prompt = i % 4 == 0;
      String text = (prompt ? "user@host:~$ " : "") + Words.line(hand.own(), prompt ? 3 : 7);
      sheet.text(text, Sheet.mono(22), prompt ? Color.GREEN : Color.LIGHT_GRAY, 16, 78 + 31 * i);
    }
    return sheet;
  }

  private static Sheet slide(Hand hand) {
    Color colour = hand.colour();
    Sheet sheet =
        Sheet.of(1280, 720, Color.WHITE)
            .fill(colour, 0, 0, 1280, 130)
            .fill(colour, 0, 690, 1280, 30);
    Marks.logo(sheet, hand.shared(), 1150, 15, 100);
    sheet.text(Words.line(hand.own(), 4), Sheet.bold(60), Color.WHITE, 50, 88);
    for (int i = 0; i < 5; i++) {
      sheet.disc(colour, 80, 217 + 90 * i, 10);
      sheet.text(Words.line(hand.own(), 6), Sheet.plain(40), Color.DARK_GRAY, 120, 230 + 90 * i);
    }
    return sheet.text(hand.own(1, 40) + " / 40", Sheet.plain(20), Color.WHITE, 1190, 712);
  }

  private static Sheet table(Hand hand) {
    Sheet sheet = Sheet.of(1100, 900, Color.WHITE);
    String[] head = {"Date", "Account", "Item", "Net", "Tax", "Total"};
    for (int row = 0; row < 22; row++) {
      sheet.fill(
          row == 0 ? hand.colour() : row % 2 == 0 ? new Color(0xEEF2F7) : Color.WHITE,
          20,
          20 + 39 * row,
          1060,
          39);
      for (int column = 0; column < head.length; column++) {
        String text =
            row == 0
                ? head[column]
                : column == 2 ? Words.line(hand.own(), 2) : Words.number(hand.own());
        sheet.text(
            text,
            row == 0 ? Sheet.bold(22) : Sheet.plain(20),
            Color.BLACK,
            32 + 177 * column,
            48 + 39 * row);
        sheet.line(Color.LIGHT_GRAY, 1, 20 + 177 * column, 20, 20 + 177 * column, 878);
      }
    }
    return sheet;
  }

  private static Sheet axes(Hand hand) {
    Sheet sheet = Sheet.of(1100, 700, Color.WHITE);
    sheet.centred(Words.line(hand.shared(), 4), Sheet.bold(34), Color.BLACK, 560, 50);
    for (int i = 0; i <= 10; i++) {
      sheet.line(Color.LIGHT_GRAY, 1, 90, 90 + 52 * i, 1060, 90 + 52 * i);
      sheet.text(String.valueOf(100 - 10 * i), Sheet.plain(20), Color.BLACK, 40, 97 + 52 * i);
      sheet.text(String.valueOf(2014 + i), Sheet.plain(20), Color.BLACK, 85 + 94 * i, 645);
    }
    return sheet.line(Color.BLACK, 3, 90, 90, 90, 610).line(Color.BLACK, 3, 90, 610, 1060, 610);
  }

  private static Sheet lines(Hand hand) {
    Sheet sheet = axes(hand);
    for (Color colour : new Color[] {Color.RED, Color.BLUE, new Color(0x208040)}) {
      int y = hand.own(150, 550);
      for (int x = 90; x < 1050; x += 24) {
        int next = Math.max(95, Math.min(605, y + hand.own(-45, 45)));
        sheet.line(colour, 4, x, y, x + 24, next);
        y = next;
      }
    }
    return sheet;
  }

  private static Sheet bars(Hand hand) {
    Sheet sheet = axes(hand);
    for (int i = 0; i < 10; i++) {
      int height = hand.own(40, 510);
      int second = hand.own(40, 510);
      sheet.fill(new Color(0x4477AA), 105 + 95 * i, 610 - height, 36, height);
      sheet.fill(new Color(0xEE6677), 145 + 95 * i, 610 - second, 36, second);
    }
    return sheet;
  }

  private static Sheet streets(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, new Color(0xF2EFE9));
    for (int i = 0; i < 9; i++) {
      Color area =
          new Color[] {new Color(0xCDEBB0), new Color(0xAAD3DF), new Color(0xE0DFDF)}[i % 3];
      sheet.round(
          area, hand.own(-50, 900), hand.own(-50, 900), hand.own(80, 320), hand.own(80, 320), 60);
    }
    for (int i = 0; i < 70; i++) {
      street(sheet, hand, i < 60 ? Color.WHITE : new Color(0xFCD6A4), i < 60 ? 9 : 20);
    }
    for (int i = 0; i < 25; i++) {
      sheet.text(
          Words.line(hand.own(), 2),
          Sheet.plain(hand.own(16, 26)),
          Color.DARK_GRAY,
          hand.own(0, 850),
          hand.own(30, 980));
    }
    return sheet;
  }

  private static void street(Sheet sheet, Hand hand, Color colour, float width) {
    int x = hand.own(0, 1000);
    int y = hand.own(0, 1000);
    int endX = x + hand.own(-700, 700);
    int endY = y + (hand.own().nextBoolean() ? hand.own(-80, 80) : hand.own(-700, 700));
    sheet
        .line(new Color(0xBBBBBB), width + 3, x, y, endX, endY)
        .line(colour, width, x, y, endX, endY);
  }

  private static Sheet coast(Hand hand) {
    Sheet sheet = Sheet.of(1000, 800, new Color(0xAAD3DF));
    Path2D land = new Path2D.Double();
    land.moveTo(0, 800);
    double y = hand.own(200, 600);
    for (int x = 0; x <= 1000; x += 6) {
      y = Math.max(60, Math.min(740, y + hand.own(-14, 14)));
      land.lineTo(x, y);
    }
    land.lineTo(1000, 800);
    land.closePath();
    sheet.fill(new Color(0xE8E4D0), land).outline(new Color(0x556677), 2, land);
    for (int i = 1; i < 8; i++) {
      sheet
          .line(new Color(0x88AABB), 1, 125 * i, 0, 125 * i, 800)
          .line(new Color(0x88AABB), 1, 0, 100 * i, 1000, 100 * i);
      sheet.disc(Color.BLACK, hand.own(50, 950), 770 - 10 * i, 5);
    }
    return sheet;
  }

  private static Sheet sudoku(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, Color.WHITE);
    for (int i = 0; i <= 9; i++) {
      float stroke = i % 3 == 0 ? 7 : 2;
      sheet.line(Color.BLACK, stroke, 50 + 100 * i, 50, 50 + 100 * i, 950);
      sheet.line(Color.BLACK, stroke, 50, 50 + 100 * i, 950, 50 + 100 * i);
    }
    for (int i = 0; i < 81; i++) {
      if (hand.own(0, 2) == 0) {
        sheet.centred(
            String.valueOf(hand.own(1, 9)),
            Sheet.plain(60),
            Color.BLACK,
            100 + 100 * (i % 9),
            122 + 100 * (i / 9));
      }
    }
    return sheet;
  }

  private static Sheet music(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1300, Color.WHITE);
    for (int staff = 0; staff < 8; staff++) {
      int top = 80 + 150 * staff;
      for (int i = 0; i < 5; i++) {
        sheet.line(Color.BLACK, 2, 50, top + 16 * i, 950, top + 16 * i);
      }
      for (int x = 120; x < 930; x += hand.own(30, 60)) {
        int y = top + 8 * hand.own(0, 8);
        sheet.disc(Color.BLACK, x, y, 9).line(Color.BLACK, 3, x + 8, y, x + 8, y - 52);
      }
    }
    return sheet;
  }

  private static Sheet card(Hand hand) {
    Sheet sheet = Sheet.of(1000, 630, new Color(0xE6EEF6));
    sheet
        .fill(hand.colour(), 0, 0, 1000, 110)
        .text("IDENTITY CARD", Sheet.bold(54), Color.WHITE, 160, 76);
    Marks.logo(sheet, hand.shared(), 30, 8, 94);
    sheet.photo(hand.photo(), 40, 160, 270, 350);
    String[] fields = {"Surname", "Given names", "Born", "Number", "Expires"};
    for (int i = 0; i < fields.length; i++) {
      sheet.text(fields[i], Sheet.plain(20), Color.GRAY, 350, 180 + 80 * i);
      String value =
          i < 2 ? Words.line(hand.own(), 1) : Words.number(hand.own()) + hand.own(100, 999);
      sheet.text(value, Sheet.bold(34), Color.BLACK, 350, 216 + 80 * i);
    }
    Marks.code(sheet, hand.shared(), 760, 360, 220);
    return sheet;
  }

  private static Sheet receipt(Hand hand) {
    Sheet sheet = Sheet.of(600, 1200, Color.WHITE);
    String shop = Words.line(hand.shared(), 2);
    sheet
        .centred(shop, Sheet.bold(44), Color.BLACK, 300, 90)
        .centred("12 Market Street", Sheet.mono(24), Color.BLACK, 300, 130);
    for (int i = 0; i < 22; i++) {
      sheet.text(Words.line(hand.own(), 2), Sheet.mono(24), Color.BLACK, 40, 200 + 36 * i);
      sheet.text(
          hand.own(1, 30) + "." + hand.own(10, 99), Sheet.mono(24), Color.BLACK, 470, 200 + 36 * i);
    }
    sheet.line(Color.BLACK, 2, 40, 1010, 560, 1010);
    sheet.text(
        "TOTAL          " + hand.own(50, 400) + "." + hand.own(10, 99),
        Sheet.bold(30),
        Color.BLACK,
        40,
        1060);
    return sheet.centred("Thank you, come again!", Sheet.mono(24), Color.BLACK, 300, 1130);
  }

  private static Sheet certificate(Hand hand) {
    Sheet sheet = Sheet.of(1200, 850, new Color(0xFBF6E6));
    Color colour = hand.colour();
    for (int i = 0; i < 4; i++) {
      sheet.outline(
          colour, 4, new java.awt.Rectangle(30 + 14 * i, 30 + 14 * i, 1140 - 28 * i, 790 - 28 * i));
    }
    sheet
        .centred("Certificate", Sheet.serif(110), colour, 600, 230)
        .centred("is given to", Sheet.serif(36), Color.BLACK, 600, 320);
    sheet.centred(Words.line(hand.own(), 2), Sheet.serif(72), Color.BLACK, 600, 430);
    sheet.centred("for " + Words.line(hand.own(), 5), Sheet.serif(36), Color.BLACK, 600, 520);
    sheet
        .fill(new Color(0xC8A030), Marks.star(600, 670, 90, 16))
        .line(Color.BLACK, 2, 150, 700, 420, 700);
    return sheet
        .line(Color.BLACK, 2, 780, 700, 1050, 700)
        .text("Date", Sheet.serif(24), Color.BLACK, 250, 730);
  }
}
