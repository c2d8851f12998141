package dev.cordon.benchmarks.hard;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.util.Locale;
import java.util.Map;

/** Things laid over a photograph that fills the picture. */
final class Overlays {
  static final Map<String, Painter> KINDS =
      Map.ofEntries(
          Map.entry("logo-small", hand -> logo(hand, 0.08, 1)),
          Map.entry("logo-medium", hand -> logo(hand, 0.14, 1)),
          Map.entry("logo-large", hand -> logo(hand, 0.25, 1)),
          Map.entry("logo-translucent", hand -> logo(hand, 0.18, 0.5)),
          Map.entry("logo-centre", Overlays::centre),
          Map.entry("stickers-three", hand -> stickers(hand, 3)),
          Map.entry("stickers-twelve", hand -> stickers(hand, 12)),
          Map.entry("watermark-grid", hand -> watermark(hand, 0.3)),
          Map.entry("watermark-grid-strong", hand -> watermark(hand, 0.6)),
          Map.entry("watermark-line", Overlays::watermarkLine),
          Map.entry("code-corner", hand -> code(hand, 0.22)),
          Map.entry("code-large", hand -> code(hand, 0.4)),
          Map.entry("camera-stamp", Overlays::cameraStamp),
          Map.entry("scribble", Overlays::scribble));

  private Overlays() {}

  private static Sheet logo(Hand hand, double share, double opacity) {
    Sheet sheet = Sheet.over(hand.photo());
    int size = (int) (Sheet.SIDE * share);
    boolean left = hand.shared().nextBoolean();
    boolean top = hand.shared().nextBoolean();
    int x = left ? 24 : sheet.width() - size - 24;
    int y = top ? 24 : sheet.height() - size - 24;
    return sheet.translucent(opacity, () -> Marks.logo(sheet, hand.shared(), x, y, size));
  }

  private static Sheet centre(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    int size = 300;
    return sheet.translucent(
        0.35,
        () ->
            Marks.logo(
                sheet,
                hand.shared(),
                (sheet.width() - size) / 2,
                (sheet.height() - size) / 2,
                size));
  }

  private static Sheet stickers(Hand hand, int count) {
    Sheet sheet = Sheet.over(hand.photo());
    for (int i = 0; i < count; i++) {
      int radius = hand.shared(40, 90);
      int x = (int) (sheet.width() * (0.1 + 0.8 * hand.shared().nextDouble()));
      int y = (int) (sheet.height() * (0.1 + 0.8 * hand.shared().nextDouble()));
      Marks.sticker(sheet, hand.shared(), x, y, radius);
    }
    return sheet;
  }

  private static Sheet watermark(Hand hand, double opacity) {
    Sheet sheet = Sheet.over(hand.photo());
    String text = Words.line(hand.shared(), 2).toUpperCase(Locale.ROOT);
    Font font = Sheet.bold(hand.shared(26, 44));
    int step = hand.shared(150, 240);
    AffineTransform upright = sheet.pen().getTransform();
    sheet.pen().rotate(-0.5);
    sheet.translucent(
        opacity,
        () -> {
          for (int y = -Sheet.SIDE; y < 2 * Sheet.SIDE; y += step) {
            for (int x = -Sheet.SIDE; x < 2 * Sheet.SIDE; x += 2 * step) {
              sheet.text(text, font, Color.WHITE, x, y);
            }
          }
        });
    sheet.pen().setTransform(upright);
    return sheet;
  }

  private static Sheet watermarkLine(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    String text = "© " + Words.line(hand.shared(), 3);
    Font font = sheet.fitted(text, Sheet.serif(120), sheet.width() * 8 / 10);
    return sheet.translucent(
        0.5,
        () -> sheet.centred(text, font, Color.WHITE, sheet.width() / 2, sheet.height() / 2 + 40));
  }

  private static Sheet code(Hand hand, double share) {
    Sheet sheet = Sheet.over(hand.photo());
    int size = (int) (Sheet.SIDE * share);
    Marks.code(sheet, hand.shared(), sheet.width() - size - 20, sheet.height() - size - 20, size);
    return sheet;
  }

  private static Sheet cameraStamp(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    int y = sheet.height() - 60;
    sheet.disc(Color.WHITE, 70, y - 20, 24).disc(Color.DARK_GRAY, 70, y - 20, 16);
    sheet.text(
        "SHOT ON " + Words.line(hand.shared(), 2).toUpperCase(Locale.ROOT),
        Sheet.bold(30),
        Color.WHITE,
        110,
        y - 22);
    return sheet.text("AI QUAD CAMERA 108 MP", Sheet.plain(26), Color.WHITE, 110, y + 12);
  }

  private static Sheet scribble(Hand hand) {
    Sheet sheet = Sheet.over(hand.photo());
    Color colour = hand.colour();
    for (int i = 0; i < 4; i++) {
      int x = hand.shared(100, sheet.width() - 300);
      int y = hand.shared(100, sheet.height() - 200);
      for (int turn = 0; turn < 14; turn++) {
        sheet.line(colour, 9, x, y, x += hand.shared(-120, 160), y += hand.shared(-70, 70));
      }
    }
    return sheet;
  }
}
