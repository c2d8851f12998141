package dev.cordon.bots.evaluate.edits;

import static dev.cordon.bots.evaluate.edits.Pixels.blue;
import static dev.cordon.bots.evaluate.edits.Pixels.green;
import static dev.cordon.bots.evaluate.edits.Pixels.luma;
import static dev.cordon.bots.evaluate.edits.Pixels.red;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Colours and brightness. */
final class Tones {
  private static final String GROUP = "tone";

  private Tones() {}

  static List<PictureEdit> all() {
    return List.of(
        curve("brighter", "every value + 60", v -> v + 60),
        curve("darker", "every value times 0.5", v -> v / 2),
        curve("contrast-up", "contrast times 1.7 about 128", v -> (int) (128 + (v - 128) * 1.7)),
        curve(
            "contrast-down", "contrast times 0.45 about 128", v -> (int) (128 + (v - 128) * 0.45)),
        gamma("gamma-half", 0.5),
        gamma("gamma-double", 2.0),
        pixel("saturated", "saturation times 2.2", c -> saturated(c, 2.2)),
        pixel("greyscale", "luma only", c -> Pixels.grey(luma(c))),
        pixel("sepia", "luma in brown", Tones::sepia),
        pixel("hue-90", "hue turned by 90°", c -> hueTurned(c, 0.25f)),
        posterised(4),
        edit("equalised", "histogram of the luma made even", (p, s) -> equalised(p)),
        edit("colour-cast", "one channel times 1.5, another times 0.65", Tones::cast),
        pixel("inverted", "every value v becomes 255 - v", c -> ~c & 0xffffff),
        pixel("duotone", "luma from dark blue to yellow", Tones::duotone),
        edit("vignette", "corners darkened to 10 %", (p, s) -> vignette(p)),
        edit("faded-filter", "contrast times 0.7, blacks lifted by 50, warm", Tones::faded));
  }

  private static PictureEdit gamma(String name, double gamma) {
    return curve(name, "gamma " + gamma, v -> (int) Math.round(255 * Math.pow(v / 255.0, gamma)));
  }

  private static PictureEdit posterised(int levels) {
    double step = 255.0 / (levels - 1);
    return curve(
        "posterised-" + levels,
        levels + " levels a channel",
        v -> (int) Math.round(Math.round(v / step) * step));
  }

  private static int saturated(int c, double factor) {
    double grey = luma(c);
    return Pixels.colour(
        grey + (red(c) - grey) * factor,
        grey + (green(c) - grey) * factor,
        grey + (blue(c) - grey) * factor);
  }

  private static int sepia(int c) {
    double grey = luma(c);
    return Pixels.colour(grey * 1.12, grey * 0.95, grey * 0.72);
  }

  private static int hueTurned(int c, float turns) {
    float[] hsb = Color.RGBtoHSB(red(c), green(c), blue(c), null);
    return Color.HSBtoRGB(hsb[0] + turns, hsb[1], hsb[2]) & 0xffffff;
  }

  private static int duotone(int c) {
    return Pixels.mixed(0x1a1050, 0xffe14d, luma(c) / 255);
  }

  private static BufferedImage equalised(BufferedImage picture) {
    double[] below = new double[256];
    int[] pixels = Pixels.of(picture);
    for (int colour : pixels) {
      below[(int) luma(colour)]++;
    }
    for (int i = 1; i < below.length; i++) {
      below[i] += below[i - 1];
    }
    return Pixels.throughCurve(picture, v -> (int) (255 * below[v] / pixels.length));
  }

  private static BufferedImage cast(BufferedImage picture, Source source) {
    int up = source.between(0, 2);
    double[] factors = {1, 1, 1};
    factors[up] = 1.5;
    factors[(up + source.between(1, 2)) % 3] = 0.65;
    return Pixels.mapped(
        picture,
        (int c) -> Pixels.colour(red(c) * factors[0], green(c) * factors[1], blue(c) * factors[2]));
  }

  private static BufferedImage vignette(BufferedImage picture) {
    double middleX = picture.getWidth() / 2.0;
    double middleY = picture.getHeight() / 2.0;
    return Pixels.mapped(
        picture,
        (x, y, c) -> {
          double away = Math.hypot((x - middleX) / middleX, (y - middleY) / middleY) / Math.sqrt(2);
          return Pixels.mixed(c, 0, 0.9 * Math.pow(away, 1.6));
        });
  }

  private static BufferedImage faded(BufferedImage picture, Source source) {
    return Pixels.mapped(
        picture,
        (int c) -> Pixels.colour(60 + red(c) * 0.75, 50 + green(c) * 0.7, 45 + blue(c) * 0.6));
  }

  private static PictureEdit curve(String name, String parameters, IntUnaryOperator curve) {
    return edit(name, parameters, (picture, source) -> Pixels.throughCurve(picture, curve));
  }

  private static PictureEdit pixel(String name, String parameters, IntUnaryOperator change) {
    return edit(name, parameters, (picture, source) -> Pixels.mapped(picture, change));
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
