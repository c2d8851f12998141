package dev.cordon.benchmarks.hard;

import java.awt.Color;
import java.util.Map;

/** Screenshots of one application, each around another photograph. */
final class Screens {
  static final Map<String, Painter> KINDS =
      Map.ofEntries(
          Map.entry("chat-light", hand -> chat(hand, Theme.LIGHT)),
          Map.entry("chat-dark", hand -> chat(hand, Theme.DARK)),
          Map.entry("post-light", hand -> post(hand, Theme.LIGHT)),
          Map.entry("post-dark", hand -> post(hand, Theme.DARK)),
          Map.entry("post-comments", Screens::comments),
          Map.entry("story", Screens::story),
          Map.entry("player", Screens::player),
          Map.entry("desktop-viewer", Screens::desktop),
          Map.entry("browser-article", Screens::browser),
          Map.entry("shop-page", Screens::shop));

  /** The colours of an application. */
  private record Theme(Color ground, Color bar, Color ink, Color faint) {
    static final Theme LIGHT =
        new Theme(Color.WHITE, new Color(0xF2F2F4), Color.BLACK, new Color(0x8A8D91));
    static final Theme DARK =
        new Theme(new Color(0x101418), new Color(0x1C232B), Color.WHITE, new Color(0x8A96A3));
  }

  private Screens() {}

  private static Sheet phone(Hand hand, Theme theme) {
    Sheet sheet = Sheet.of(720, 1440, theme.ground());
    sheet.fill(theme.bar(), 0, 0, 720, 150);
    sheet.text("21:4" + hand.own(0, 9), Sheet.bold(26), theme.ink(), 30, 38);
    for (int i = 0; i < 4; i++) {
      sheet.fill(theme.ink(), 560 + 10 * i, 38 - 5 * i - 5, 7, 5 * i + 5);
    }
    sheet.round(theme.ink(), 640, 18, 50, 22, 6);
    sheet.line(theme.ink(), 4, 30, 95, 50, 75).line(theme.ink(), 4, 30, 95, 50, 115);
    Marks.avatar(sheet, hand.shared(), 110, 95, 36);
    sheet.text(Words.line(hand.shared(), 2), Sheet.bold(32), theme.ink(), 165, 90);
    sheet.text("last seen today", Sheet.plain(24), theme.faint(), 165, 125);
    for (int i = 0; i < 3; i++) {
      sheet.disc(theme.ink(), 680, 80 + 16 * i, 5);
    }
    return sheet;
  }

  private static Sheet chat(Hand hand, Theme theme) {
    Sheet sheet = phone(hand, theme);
    Color mine = hand.colour();
    message(sheet, theme.bar(), theme.ink(), Words.line(hand.shared(), 5), 30, 190);
    message(sheet, mine, Color.WHITE, Words.line(hand.shared(), 4), 220, 280);
    sheet.round(theme.bar(), 30, 370, 560, 640, 30).photo(hand.photo(), 42, 382, 536, 560);
    sheet.text(Words.line(hand.shared(), 4), Sheet.plain(28), theme.ink(), 50, 985);
    message(sheet, mine, Color.WHITE, Words.line(hand.shared(), 5), 180, 1050);
    message(sheet, theme.bar(), theme.ink(), Words.line(hand.shared(), 3), 30, 1140);
    sheet.round(theme.bar(), 20, 1340, 580, 76, 76).disc(mine, 660, 1378, 38);
    return sheet.text("Message", Sheet.plain(30), theme.faint(), 60, 1388);
  }

  private static void message(Sheet sheet, Color ground, Color ink, String text, int x, int y) {
    sheet.round(ground, x, y, 500, 70, 30);
    sheet.text(text, sheet.fitted(text, Sheet.plain(30), 460), ink, x + 20, y + 46);
  }

  private static Sheet post(Hand hand, Theme theme) {
    Sheet sheet = phone(hand, theme);
    Marks.avatar(sheet, hand.shared(), 60, 210, 34);
    sheet.text(Words.line(hand.shared(), 2), Sheet.bold(28), theme.ink(), 110, 205);
    sheet.text("3 h · public", Sheet.plain(22), theme.faint(), 110, 236);
    sheet.text(Words.line(hand.shared(), 7), Sheet.plain(28), theme.ink(), 30, 300);
    sheet.photo(hand.photo(), 0, 330, 720, 720);
    reactions(sheet, hand, theme, 1050);
    sheet.fill(theme.bar(), 0, 1350, 720, 90);
    for (int i = 0; i < 5; i++) {
      sheet.disc(theme.faint(), 72 + 144 * i, 1395, 22);
    }
    return sheet;
  }

  private static void reactions(Sheet sheet, Hand hand, Theme theme, int y) {
    Marks.face(sheet, hand.shared(), 50, y + 40, 20);
    sheet.fill(Color.RED, Marks.heart(90, y + 18, 44));
    sheet.text(Words.number(hand.own()), Sheet.plain(26), theme.faint(), 130, y + 50);
    String[] buttons = {"Like", "Comment", "Share"};
    for (int i = 0; i < buttons.length; i++) {
      sheet.line(theme.faint(), 3, 40 + 230 * i, y + 120, 70 + 230 * i, y + 100);
      sheet.text(buttons[i], Sheet.bold(28), theme.faint(), 85 + 230 * i, y + 125);
    }
    sheet
        .line(theme.faint(), 1, 20, y + 75, 700, y + 75)
        .line(theme.faint(), 1, 20, y + 150, 700, y + 150);
  }

  private static Sheet comments(Hand hand) {
    Theme theme = Theme.LIGHT;
    Sheet sheet = Sheet.of(1200, 900, theme.ground()).photo(hand.photo(), 0, 0, 700, 900);
    for (int i = 0; i < 8; i++) {
      int y = 30 + 105 * i;
      Marks.avatar(sheet, hand.shared(), 750, y + 35, 28);
      sheet.round(theme.bar(), 800, y, 380, 85, 24);
      sheet.text(Words.line(hand.shared(), 2), Sheet.bold(20), theme.ink(), 815, y + 32);
      sheet.text(Words.line(hand.shared(), 4), Sheet.plain(20), theme.ink(), 815, y + 62);
    }
    return sheet;
  }

  private static Sheet story(Hand hand) {
    Sheet sheet = Sheet.of(720, 1280, Color.BLACK).photo(hand.photo(), 0, 0, 720, 1130);
    for (int i = 0; i < 4; i++) {
      sheet.round(i < 2 ? Color.WHITE : Color.GRAY, 20 + 172 * i, 20, 164, 6, 6);
    }
    Marks.avatar(sheet, hand.shared(), 60, 80, 34);
    sheet.text(Words.line(hand.shared(), 2), Sheet.bold(28), Color.WHITE, 110, 90);
    sheet.line(Color.WHITE, 4, 650, 65, 680, 95).line(Color.WHITE, 4, 680, 65, 650, 95);
    sheet
        .round(new Color(0x303030), 20, 1160, 520, 84, 84)
        .text("Send message", Sheet.plain(30), Color.WHITE, 60, 1212);
    return sheet.outline(Color.WHITE, 5, Marks.heart(620, 1170, 60));
  }

  private static Sheet player(Hand hand) {
    Sheet sheet = Sheet.of(1280, 720, Color.BLACK).photo(hand.photo(), 0, 0, 1280, 720);
    sheet.translucent(
        0.6, () -> sheet.fill(Color.BLACK, 0, 600, 1280, 120).disc(Color.BLACK, 640, 340, 90));
    sheet.fill(
        Color.WHITE, new java.awt.Polygon(new int[] {615, 615, 690}, new int[] {295, 385, 340}, 3));
    sheet
        .fill(Color.GRAY, 40, 620, 1200, 8)
        .fill(Color.RED, 40, 620, 420, 8)
        .disc(Color.RED, 460, 624, 14);
    sheet.text("1:23 / 4:56", Sheet.plain(28), Color.WHITE, 120, 690);
    sheet.text(Words.line(hand.shared(), 6), Sheet.bold(36), Color.WHITE, 40, 60);
    return sheet.outline(Color.WHITE, 4, new java.awt.Rectangle(1170, 660, 50, 36));
  }

  private static Sheet desktop(Hand hand) {
    Theme theme = Theme.LIGHT;
    Sheet sheet = Sheet.of(1366, 768, new Color(0x2A5A88));
    sheet
        .fill(theme.bar(), 60, 30, 1240, 660)
        .text(Words.line(hand.shared(), 3) + " – Viewer", Sheet.plain(20), theme.ink(), 90, 58);
    for (int i = 0; i < 3; i++) {
      sheet.disc(new Color[] {Color.GREEN, Color.ORANGE, Color.RED}[i], 1200 + 34 * i, 50, 10);
    }
    String[] menu = {"File", "Edit", "View", "Tools", "Window", "Help"};
    for (int i = 0; i < menu.length; i++) {
      sheet.text(menu[i], Sheet.plain(18), theme.ink(), 80 + 80 * i, 90);
      sheet.round(hand.colour(), 75 + 60 * i, 104, 44, 44, 10);
    }
    sheet.fill(Color.DARK_GRAY, 60, 155, 1240, 500).photo(hand.photo(), 240, 160, 880, 490);
    sheet.fill(Color.BLACK, 0, 720, 1366, 48);
    for (int i = 0; i < 8; i++) {
      Marks.sticker(sheet, hand.shared(), 40 + 56 * i, 744, 18);
    }
    return sheet.text("21:47", Sheet.plain(20), Color.WHITE, 1290, 750);
  }

  private static Sheet browser(Hand hand) {
    Sheet sheet = Sheet.of(1280, 960, Color.WHITE).fill(new Color(0xDEE1E6), 0, 0, 1280, 100);
    sheet
        .round(Color.WHITE, 20, 10, 300, 60, 16)
        .text(Words.line(hand.shared(), 2), Sheet.plain(20), Color.BLACK, 50, 40);
    sheet
        .round(Color.WHITE, 120, 54, 1040, 38, 38)
        .text("https://news.example/article", Sheet.plain(20), Color.DARK_GRAY, 150, 80);
    Marks.logo(sheet, hand.shared(), 60, 120, 90);
    sheet.text(Words.line(hand.shared(), 5), Sheet.bold(48), Color.BLACK, 180, 180);
    sheet.photo(hand.photo(), 60, 230, 780, 480);
    for (int i = 0; i < 18; i++) {
      sheet.text(Words.line(hand.shared(), 5), Sheet.serif(22), Color.BLACK, 880, 250 + 30 * i);
    }
    for (int i = 0; i < 6; i++) {
      sheet.text(Words.line(hand.shared(), 12), Sheet.serif(22), Color.BLACK, 60, 750 + 32 * i);
    }
    return sheet;
  }

  private static Sheet shop(Hand hand) {
    Sheet sheet = Sheet.of(1100, 900, Color.WHITE).fill(hand.colour(), 0, 0, 1100, 90);
    Marks.logo(sheet, hand.shared(), 20, 8, 74);
    sheet
        .round(Color.WHITE, 300, 22, 600, 46, 20)
        .text("Search", Sheet.plain(24), Color.GRAY, 330, 53);
    sheet.photo(hand.photo(), 40, 130, 560, 560);
    sheet.text(Words.line(hand.own(), 4), Sheet.bold(34), Color.BLACK, 640, 180);
    sheet.text("€ " + hand.own(3, 400) + ".99", Sheet.bold(48), new Color(0xB12704), 640, 250);
    for (int i = 0; i < 5; i++) {
      sheet.fill(Color.ORANGE, Marks.star(655 + 40 * i, 300, 18, 5));
    }
    sheet
        .round(new Color(0xFFD814), 640, 480, 380, 64, 60)
        .text("Add to cart", Sheet.bold(30), Color.BLACK, 740, 522);
    sheet
        .round(new Color(0xFFA41C), 640, 560, 380, 64, 60)
        .text("Buy now", Sheet.bold(30), Color.BLACK, 760, 602);
    for (int i = 0; i < 5; i++) {
      sheet.text(
          "• " + Words.line(hand.shared(), 10), Sheet.plain(24), Color.DARK_GRAY, 40, 740 + 32 * i);
    }
    return sheet;
  }
}
