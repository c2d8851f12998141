package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/** Several edits of one picture, as they come in practice. */
final class Combinations {
  private static final String GROUP = "combination";

  private Combinations() {}

  static List<PictureEdit> all() {
    return List.of(
        edit(
                "crop-caption-q30",
                "20 % of the area cut away, caption above, JPEG quality 30",
                (p, s) -> Captions.bars(Crops.cropped(p, s, 0.2), s, Color.WHITE, 0.18, 0))
            .as(Encoding.jpeg(30)),
        edit(
            "mirror-logo-half",
            "mirrored, logo of 20 %, both sides halved",
            (p, s) -> Canvas.scaled(Overlays.logo(Turns.mirrored(p, s), s, 0.2), 0.5)),
        edit(
            "screenshot-crop",
            "light screenshot, 15 % cut off above and 25 % below",
            Combinations::croppedScreenshot),
        edit(
            "tilt-border-noise",
            "7° to either side, white border of 6 %, noise of deviation 15",
            (p, s) ->
                Noises.noisy(
                    Borders.framed(Warp.turned(p, 7.0 * s.sign(), 0), 0.06, Color.WHITE), s, 15)),
        edit(
                "phone-chain",
                "5 % cut away, three times JPEG (80, 65, 50) at 85 % of the size before",
                Combinations::forwarded)
            .as(Encoding.jpeg(50)),
        edit(
                "sticker-tone-crop",
                "3 stickers, darker by a third, 10 % of the area cut away, JPEG quality 60",
                Combinations::stickered)
            .as(Encoding.jpeg(60)),
        edit(
            "mirror-caption-border",
            "mirrored, captions above and below, black border of 4 %",
            (p, s) ->
                Borders.framed(
                    Captions.bars(Turns.mirrored(p, s), s, Color.WHITE, 0.14, 0.14),
                    0.04,
                    Color.BLACK)));
  }

  private static BufferedImage croppedScreenshot(BufferedImage picture, Source source) {
    BufferedImage screen = Screens.light(picture, source);
    int top = screen.getHeight() * 15 / 100;
    return Canvas.cut(screen, 0, top, screen.getWidth(), screen.getHeight() * 60 / 100);
  }

  private static BufferedImage forwarded(BufferedImage picture, Source source) {
    BufferedImage sent = Crops.cropped(picture, source, 0.05);
    for (int quality : new int[] {80, 65}) {
      sent = Encoding.jpeg(quality).through(Canvas.scaled(sent, 0.85));
    }
    return Canvas.scaled(sent, 0.85);
  }

  private static BufferedImage stickered(BufferedImage picture, Source source) {
    BufferedImage stickered = Overlays.stickers(picture, source, 3, 0.04);
    return Crops.cropped(Pixels.throughCurve(stickered, v -> v * 2 / 3), source, 0.1);
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
