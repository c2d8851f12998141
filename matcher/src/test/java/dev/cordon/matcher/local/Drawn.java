package dev.cordon.matcher.local;

import dev.cordon.matcher.signal.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A picture that is a function of place, so that any copy of it can be drawn, with features. */
final class Drawn {
  private static final int FEATURES = 300;
  private static final double HEIGHT = 0.75;

  private final double[][] waves = new double[12][4];
  private final double[][] places = new double[FEATURES][4];
  private final float[][] descriptors = new float[FEATURES][128];

  Drawn(long seed) {
    Random random = new Random(seed);
    for (double[] wave : waves) {
      wave[0] = random.nextDouble() * 30 - 15;
      wave[1] = random.nextDouble() * 30 - 15;
      wave[2] = random.nextDouble() * 6;
      wave[3] = random.nextDouble() * 20;
    }
    for (int i = 0; i < FEATURES; i++) {
      places[i][0] = random.nextDouble();
      places[i][1] = random.nextDouble() * HEIGHT;
      places[i][2] = 0.01 + 0.05 * random.nextDouble();
      places[i][3] = random.nextDouble() * 360;
      for (int d = 0; d < 128; d++) {
        descriptors[i][d] = random.nextInt(3) == 0 ? random.nextFloat() * 100 : random.nextFloat();
      }
    }
  }

  private double luma(double x, double y) {
    double sum = 128;
    for (double[] wave : waves) {
      sum += wave[3] * Math.sin(wave[0] * x + wave[1] * y + wave[2]);
    }
    return Math.max(0, Math.min(255, sum));
  }

  /** What a map from a copy, its longer side 1, back to this picture shows. */
  Picture picture(Projection back, int width, int height) {
    byte[] luma = new byte[width * height];
    double longer = Math.max(width, height);
    for (int i = 0; i < luma.length; i++) {
      double x = (i % width + 0.5) / longer;
      double y = (i / width + 0.5) / longer;
      luma[i] = (byte) luma(back.x(x, y), back.y(x, y));
    }
    return Picture.grey(width, height, luma);
  }

  /** The features that such a copy shows. */
  List<Keypoint> features(Projection back, int width, int height) {
    Projection there = back.inverse();
    double longer = Math.max(width, height);
    List<Keypoint> points = new ArrayList<>();
    for (int i = 0; i < FEATURES; i++) {
      double x = there.x(places[i][0], places[i][1]) * longer;
      double y = there.y(places[i][0], places[i][1]) * longer;
      if (x > 0 && y > 0 && x < width && y < height) {
        double degrees = places[i][3] + Math.toDegrees(there.rotation());
        points.add(
            new Keypoint(
                (float) x,
                (float) y,
                (float) (places[i][2] * there.scale() * longer),
                (float) ((degrees + 720) % 360),
                i,
                descriptors[i]));
      }
    }
    return points;
  }

  LocalFeatures entry() {
    Projection same = Projection.affine(1, 0, 0, 0, 1, 0);
    return LocalFeatures.of(picture(same, 400, 300), features(same, 400, 300));
  }

  LocalQuery query(Projection back) {
    return LocalQuery.of(picture(back, 400, 300), features(back, 400, 300));
  }

  /** The same as if it had been mirrored. */
  LocalQuery mirrored() {
    Projection mirror = Projection.affine(-1, 0, 1, 0, 1, 0);
    Projection same = Projection.affine(1, 0, 0, 0, 1, 0);
    List<Keypoint> points = new ArrayList<>();
    for (Keypoint point : features(same, 400, 300)) {
      points.add(
          new Keypoint(
              400 - point.x(),
              point.y(),
              point.diameter(),
              (540 - point.degrees()) % 360,
              point.response(),
              mirrored(point.descriptor())));
    }
    return LocalQuery.of(picture(mirror, 400, 300), points);
  }

  /** A SIFT histogram of the mirrored patch: rows in reverse, directions the other way round. */
  static float[] mirrored(float[] descriptor) {
    float[] mirrored = new float[descriptor.length];
    for (int i = 0; i < descriptor.length; i++) {
      int row = i / 32;
      int column = i / 8 % 4;
      int direction = i % 8;
      mirrored[i] = descriptor[(3 - row) * 32 + column * 8 + (8 - direction) % 8];
    }
    return mirrored;
  }

  /** A SIFT histogram of the patch in negative: its cells turned by half a circle. */
  static float[] inverted(float[] descriptor) {
    float[] inverted = new float[descriptor.length];
    for (int i = 0; i < descriptor.length; i++) {
      inverted[i] = descriptor[(15 - i / 8) * 8 + i % 8];
    }
    return inverted;
  }

  float[] descriptor(int i) {
    return descriptors[i].clone();
  }
}
