package dev.cordon.benchmarks.hard;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** News frames, memes and captions around a photograph. */
final class Templates {
  static final Map<String, Painter> KINDS =
      Map.ofEntries(
          Map.entry("news-lower-third", hand -> news(hand, false)),
          Map.entry("news-full", hand -> news(hand, true)),
          Map.entry("news-breaking", Templates::breaking),
          Map.entry("meme-outlined", Templates::outlined),
          Map.entry("meme-outlined-long", Templates::outlinedLong),
          Map.entry("meme-white-band", hand -> band(hand, Color.WHITE, true)),
          Map.entry("meme-black-band", hand -> band(hand, Color.BLACK, true)),
          Map.entry("caption-other-text", hand -> band(hand, Color.WHITE, false)),
          Map.entry("caption-bar", Templates::bar),
          Map.entry("text-middle", Templates::middle),
          Map.entry("quote-panel", Templates::quote),
          Map.entry("demotivator", Templates::demotivator),
          Map.entry("reaction-panel", Templates::reaction),
          Map.entry("two-panels", Templates::twoPanels),
          Map.entry("advert", Templates::advert));

  private Templates() {}

  private static Sheet news(Hand hand, boolean full) {
    Sheet sheet = Sheet.of(1280, 720, Color.BLACK).photo(hand.photo(), 0, 0, 1280, 720);
    Color colour = hand.colour();
    sheet.fill(colour, 60, 530, 1160, 70);
    sheet.fill(Color.WHITE, 60, 600, 1160, 44);
    sheet.text(Words.line(hand.shared(), 5), Sheet.bold(42), Color.WHITE, 220, 580);
    sheet.text(Words.line(hand.shared(), 9), Sheet.plain(26), Color.BLACK, 220, 632);
    Marks.logo(sheet, hand.shared(), 70, 510, 130);
    return full ? frame(sheet, hand, colour) : sheet;
  }

  private static Sheet frame(Sheet sheet, Hand hand, Color colour) {
    sheet.fill(Color.BLACK, 0, 660, 1280, 60);
    sheet.text(
        Words.line(hand.shared(), 12) + "  •  " + Words.line(hand.shared(), 8),
        Sheet.plain(28),
        Color.WHITE,
        190,
        700);
    sheet.fill(colour, 0, 660, 170, 60).text("21:47", Sheet.bold(36), Color.WHITE, 35, 702);
    sheet
        .round(Color.RED, 1100, 30, 120, 50, 12)
        .text("LIVE", Sheet.bold(34), Color.WHITE, 1115, 68);
    sheet.pen().setStroke(new java.awt.BasicStroke(16));
    sheet.pen().setColor(colour);
    sheet.pen().drawRect(8, 8, 1264, 704);
    return sheet;
  }

  private static Sheet breaking(Hand hand) {
    Sheet sheet = Sheet.of(1280, 720, Color.BLACK).photo(hand.photo(), 0, 0, 1280, 500);
    sheet.fill(new Color(0xB00010), 0, 480, 1280, 110);
    sheet.text("BREAKING NEWS", Sheet.bold(90), Color.WHITE, 40, 568);
    sheet.fill(Color.WHITE, 0, 590, 1280, 130);
    sheet.text(Words.line(hand.shared(), 6), Sheet.bold(52), Color.BLACK, 40, 670);
    return sheet;
  }

  private static Sheet outlined(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    String top = Words.line(hand.shared(), 4).toUpperCase(Locale.ROOT);
    String bottom = Words.line(hand.shared(), 4).toUpperCase(Locale.ROOT);
    sheet.outlined(top, Sheet.bold(96), Color.WHITE, 0.94, 100);
    return sheet.outlined(bottom, Sheet.bold(96), Color.WHITE, 0.94, sheet.height() - 40);
  }

  private static Sheet outlinedLong(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    List<String> lines = Words.lines(hand.shared(), 6, 5);
    for (int i = 0; i < lines.size(); i++) {
      int y = i < 3 ? 80 + 80 * i : sheet.height() - 40 - 80 * (5 - i);
      sheet.outlined(lines.get(i).toUpperCase(Locale.ROOT), Sheet.bold(70), Color.WHITE, 0.94, y);
    }
    return sheet;
  }

  private static Sheet band(Hand hand, Color ground, boolean sameText) {
    Color ink = ground.equals(Color.WHITE) ? Color.BLACK : Color.WHITE;
    Sheet sheet = Sheet.of(1000, 1000, ground);
    Font font = Sheet.bold(50);
    List<String> lines = Words.lines(sameText ? hand.shared() : hand.own(), 3, 6);
    for (int i = 0; i < lines.size(); i++) {
      sheet.text(lines.get(i), sheet.fitted(lines.get(i), font, 920), ink, 40, 80 + i * 70);
    }
    return sheet.photo(hand.photo(), 0, 260, 1000, 740);
  }

  private static Sheet bar(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    int y = sheet.height() * 7 / 10;
    Color colour = hand.colour();
    sheet.translucent(0.8, () -> sheet.fill(colour, 0, y, sheet.width(), 150));
    sheet.fill(Color.WHITE, 0, y + 150, sheet.width(), 6);
    sheet.text(Words.line(hand.own(), 5), Sheet.bold(44), Color.WHITE, 40, y + 64);
    return sheet.text(Words.line(hand.own(), 7), Sheet.plain(32), Color.WHITE, 40, y + 118);
  }

  private static Sheet middle(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    String text = Words.line(hand.shared(), 3).toUpperCase(Locale.ROOT);
    return sheet.outlined(text, Sheet.bold(200), hand.colour(), 0.98, sheet.height() / 2 + 40);
  }

  private static Sheet quote(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    int width = sheet.width() * 8 / 10;
    int height = sheet.height() * 7 / 10;
    int left = sheet.width() / 10;
    int top = sheet.height() * 15 / 100;
    sheet.translucent(0.65, () -> sheet.round(Color.BLACK, left, top, width, height, 40));
    List<String> lines = Words.lines(hand.shared(), 7, 6);
    for (int i = 0; i < lines.size(); i++) {
      Font font = sheet.fitted(lines.get(i), Sheet.serif(46), width - 80);
      sheet.text(lines.get(i), font, Color.WHITE, left + 40, top + (i + 1) * height / 8);
    }
    return sheet;
  }

  private static Sheet demotivator(Hand hand) {
    Sheet sheet = Sheet.of(1100, 1000, Color.BLACK);
    sheet.fill(Color.WHITE, 92, 72, 916, 676).fill(Color.BLACK, 96, 76, 908, 668);
    sheet.photo(hand.photo(), 102, 82, 896, 656);
    sheet.centred(
        Words.line(hand.shared(), 1).toUpperCase(Locale.ROOT),
        Sheet.serif(100),
        Color.WHITE,
        550,
        870);
    return sheet.centred(Words.line(hand.shared(), 7), Sheet.serif(36), Color.WHITE, 550, 940);
  }

  /** A third of the picture is the same drawing. */
  private static Sheet reaction(Hand hand) {
    Sheet sheet = Sheet.of(900, 1000, Color.WHITE).photo(hand.photo(), 0, 0, 900, 650);
    sheet.fill(hand.colour(), 0, 650, 900, 350);
    Marks.face(sheet, hand.shared(), 250, 830, 150);
    Marks.sticker(sheet, hand.shared(), 640, 800, 110);
    return sheet.outlined(Words.line(hand.shared(), 4), Sheet.bold(60), Color.WHITE, 0.9, 980);
  }

  private static Sheet twoPanels(Hand hand) {
    Sheet sheet = Sheet.of(1000, 1000, Color.WHITE);
    sheet.photo(hand.photo(), 0, 0, 500, 500).photo(hand.photo(), 0, 500, 500, 500);
    Marks.face(sheet, hand.shared(), 600, 110, 80);
    Marks.face(sheet, hand.shared(), 600, 610, 80);
    sheet.fill(Color.BLACK, 0, 497, 1000, 6).fill(Color.BLACK, 497, 0, 6, 1000);
    for (int y : new int[] {270, 350, 770, 850}) {
      sheet.text(Words.line(hand.shared(), 3), Sheet.bold(38), Color.BLACK, 520, y);
    }
    return sheet;
  }

  private static Sheet advert(Hand hand) {
    Color colour = hand.colour();
    Sheet sheet = Sheet.of(1080, 1080, colour).photo(hand.photo(), 0, 200, 1080, 620);
    sheet.centred("SALE " + hand.shared(20, 70) + " % OFF", Sheet.bold(110), Color.WHITE, 540, 140);
    sheet.disc(Color.YELLOW, 900, 760, 140).centred("ONLY", Sheet.bold(40), Color.RED, 900, 730);
    sheet.centred("€ " + hand.own(2, 99), Sheet.bold(70), Color.RED, 900, 800);
    sheet.text(Words.line(hand.shared(), 5), Sheet.bold(44), Color.WHITE, 40, 920);
    sheet.text(
        "www." + Words.line(hand.shared(), 1).toLowerCase(Locale.ROOT) + ".example",
        Sheet.plain(40),
        Color.WHITE,
        40,
        1000);
    Marks.logo(sheet, hand.shared(), 900, 900, 150);
    return sheet;
  }
}
