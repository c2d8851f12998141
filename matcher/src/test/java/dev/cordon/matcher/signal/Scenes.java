package dev.cordon.matcher.signal;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Makes pictures that look a little like landscapes: the same ones everywhere for a seed. */
public final class Scenes {
  private Scenes() {}

  /** An RGB picture: a sky, hills, discs and some noise. */
  public static BufferedImage landscape(long seed, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] waves = random.ints(6 * 4, 1, 1000).toArray();
    int[] discs = random.ints(12 * 6, 0, 1000).toArray();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = (double) x / width;
        double v = (double) y / height;
        int noise = random.nextInt(24) - 12;
        image.setRGB(x, y, pixel(u, v, waves, discs, noise));
      }
    }
    return image;
  }

  private static int pixel(double u, double v, int[] waves, int[] discs, int noise) {
    double[] colour = {40 + 140 * v, 90 + 100 * (1 - v), 220 - 120 * v};
    for (int i = 0; i < 6; i++) {
      int[] wave = Arrays.copyOfRange(waves, i * 4, i * 4 + 4);
      double ridge =
          0.15 * (i + 1)
              + 0.04 * StrictMath.sin(u * (3 + wave[0] % 17) + wave[1])
              + 0.03 * StrictMath.sin(u * (9 + wave[2] % 31) + wave[3]);
      if (v > ridge) {
        colour = new double[] {wave[0] % 230, wave[1] % 230, wave[2] % 230};
      }
    }
    for (int i = 0; i < discs.length; i += 6) {
      double dx = u - discs[i] / 1000.0;
      double dy = v - discs[i + 1] / 1000.0;
      if (dx * dx + dy * dy < StrictMath.pow(discs[i + 2] / 8000.0, 2)) {
        colour = new double[] {discs[i + 3] % 256, discs[i + 4] % 256, discs[i + 5] % 256};
      }
    }
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
