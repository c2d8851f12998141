package dev.cordon.bots.evaluate.edits;

import static dev.cordon.bots.evaluate.edits.Pixels.blue;
import static dev.cordon.bots.evaluate.edits.Pixels.green;
import static dev.cordon.bots.evaluate.edits.Pixels.red;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Grain and specks. */
final class Noises {
  private static final String GROUP = "noise";

  private Noises() {}

  static List<PictureEdit> all() {
    return List.of(
        gaussian(20),
        gaussian(50),
        PictureEdit.of(
            GROUP, "salt-pepper", "4 % of the pixels black or white", (p, s) -> specks(p, s, 0.04)),
        PictureEdit.of(
            GROUP, "film-grain", "grey noise of two pixels' size, deviation 25", Noises::grain));
  }

  private static PictureEdit gaussian(int deviation) {
    return PictureEdit.of(
        GROUP,
        "noise-" + deviation,
        "gaussian noise a channel, deviation " + deviation,
        (picture, source) -> noisy(picture, source, deviation));
  }

  /** Gaussian noise on every channel of every pixel. */
  static BufferedImage noisy(BufferedImage picture, Source source, double deviation) {
    double[] luck = luck(source.random());
    Random random = source.random();
    return Pixels.mapped(
        picture,
        (int c) -> {
          int at = random.nextInt() & 0xffff;
          return Pixels.colour(
              red(c) + deviation * luck[at],
              green(c) + deviation * luck[at * 7 + 1 & 0xffff],
              blue(c) + deviation * luck[at * 13 + 5 & 0xffff]);
        });
  }

  /** Normally distributed values to draw from: drawing each pixel's own takes ten times as long. */
  private static double[] luck(Random random) {
    return random.ints(1 << 16).mapToDouble(any -> random.nextGaussian()).toArray();
  }

  private static BufferedImage specks(BufferedImage picture, Source source, double share) {
    Random random = source.random();
    return Pixels.mapped(
        picture,
        (int c) -> {
          double luck = random.nextDouble();
          return luck < share / 2 ? 0 : luck < share ? 0xffffff : c;
        });
  }

  private static BufferedImage grain(BufferedImage picture, Source source) {
    double[] luck = luck(source.random());
    int columns = picture.getWidth() / 2 + 1;
    int shift = source.between(0, 0xffff);
    return Pixels.mapped(
        picture,
        (x, y, c) -> {
          long cell = (long) (y / 2) * columns + x / 2 + shift;
          double grain = 25 * luck[(int) (cell * 0x9e3779b97f4a7c15L >>> 48)];
          return Pixels.colour(red(c) + grain, green(c) + grain, blue(c) + grain);
        });
  }
}
