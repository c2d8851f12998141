package dev.cordon.matcher.signal;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Makes pictures that look a little like landscapes: the same ones everywhere for a seed. */
public final class Scenes {
  private static final int HILLS = 6;
  private static final int DISC = 6;

  private Scenes() {}

  /** An RGB picture: a sky, hills, discs and some noise. */
  public static BufferedImage landscape(long seed, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] waves = random.ints(HILLS * 4, 1, 1000).toArray();
    int[] discs = random.ints(12 * DISC, 0, 1000).toArray();
    double[][] ridges = new double[width][];
    for (int x = 0; x < width; x++) {
      ridges[x] = ridges((double) x / width, waves);
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int noise = random.nextInt(24) - 12;
        double v = (double) y / height;
        double[] colour = colour((double) x / width, v, waves, ridges[x], discs);
        image.setRGB(x, y, pack(colour, noise));
      }
    }
    return image;
  }

  private static double[] ridges(double u, int[] waves) {
    double[] ridges = new double[HILLS];
    for (int i = 0; i < HILLS; i++) {
      ridges[i] =
          0.15 * (i + 1)
              + 0.04 * StrictMath.sin(u * (3 + waves[i * 4] % 17) + waves[i * 4 + 1])
              + 0.03 * StrictMath.sin(u * (9 + waves[i * 4 + 2] % 31) + waves[i * 4 + 3]);
    }
    return ridges;
  }

  private static double[] colour(double u, double v, int[] waves, double[] ridges, int[] discs) {
    for (int i = discs.length - DISC; i >= 0; i -= DISC) {
      double dx = u - discs[i] / 1000.0;
      double dy = v - discs[i + 1] / 1000.0;
      double radius = discs[i + 2] / 8000.0;
      if (dx * dx + dy * dy < radius * radius) {
        return new double[] {discs[i + 3] % 256, discs[i + 4] % 256, discs[i + 5] % 256};
      }
    }
    for (int i = HILLS - 1; i >= 0; i--) {
      if (v > ridges[i]) {
        return new double[] {waves[i * 4] % 230, waves[i * 4 + 1] % 230, waves[i * 4 + 2] % 230};
      }
    }
    return new double[] {40 + 140 * v, 90 + 100 * (1 - v), 220 - 120 * v};
  }

  private static int pack(double[] colour, int noise) {
    return clamp(colour[0] + noise) << 16
        | clamp(colour[1] + noise) << 8
        | clamp(colour[2] + noise);
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(255, value));
  }

  /** Its pixels, three channels. */
  public static Picture colour(BufferedImage image) {
    ByteBuffer pixels = ByteBuffer.allocate(image.getWidth() * image.getHeight() * 3);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        pixels.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
      }
    }
    return new Picture(image.getWidth(), image.getHeight(), 3, pixels);
  }

  /** Its green channel as a grey picture. */
  public static Picture grey(BufferedImage image) {
    byte[] luma = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (image.getRGB(i % image.getWidth(), i / image.getWidth()) >> 8);
    }
    return Picture.grey(image.getWidth(), image.getHeight(), luma);
  }
}
