package dev.cordon.matcher.video;

import dev.cordon.matcher.local.Grey;
import dev.cordon.matcher.local.Projection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an entry's picture lies in a query's, and how alike the two are there. What varies only
 * across or only down is taken out on both sides, as a hash does not know it.
 */
final class Window {
  private static final int SIDE = 24;

  /** Places of the grid that both must show, of 576. */
  private static final int LEAST = 50;

  /** Of the contrast of a picture, what changes at least when something moves. */
  private static final double STANDING = 0.03;

  /** What counts more. */
  private static final double MOVING = 0.6;

  private static final float GONE = Float.NaN;

  private final VideoQuery query;
  private final VideoFeatures entry;

  /** For each place of the grid on the entry where it lies in the query, in its longer side. */
  private final float[] xs = new float[SIDE * SIDE];

  private final float[] ys = new float[SIDE * SIDE];
  private final Map<Integer, float[]> frames = new HashMap<>();
  private final Map<Integer, float[]> stills = new HashMap<>();
  private int shown;
  private float[] meanFrame = new float[SIDE * SIDE];
  private float[] meanStill = new float[SIDE * SIDE];

  /**
   * @param toEntry from the turned query to the entry, both in units of their longer sides
   */
  Window(VideoQuery query, VideoFeatures entry, Projection toEntry, boolean mirrored) {
    this.query = query;
    this.entry = entry;
    Projection back = toEntry.inverse();
    for (int i = 0; i < xs.length; i++) {
      double u = (i % SIDE + 0.5) / SIDE * entry.shots.width();
      double v = (i / SIDE + 0.5) / SIDE * entry.shots.height();
      double x = mirrored ? query.width - back.x(u, v) : back.x(u, v);
      double y = back.y(u, v);
      boolean inside = x >= 0 && y >= 0 && x <= query.width && y <= query.height;
      xs[i] = inside ? (float) x : GONE;
      ys[i] = (float) y;
      shown += inside ? 1 : 0;
    }
  }

  /** Whether enough of both overlaps. */
  boolean isWide() {
    return shown >= LEAST;
  }

  /**
   * How alike a frame and a still of the entry are, -1 to 1: their correlation, mostly that of what
   * is not the same all the time. A wall stands behind two speakers alike; they move differently.
   */
  double likeness(int frame, int still) {
    return likeness(frame(frame), meanFrame, still(still), meanStill);
  }

  /** The same of two stills of the entry. */
  double selfLikeness(int still, int other) {
    return likeness(still(still), meanStill, still(other), meanStill);
  }

  private static double likeness(float[] one, float[] meanOne, float[] other, float[] meanOther) {
    double whole = 0;
    double moving = 0;
    double movingOne = 1e-9;
    double movingOther = 1e-9;
    for (int i = 0; i < one.length; i++) {
      double x = one[i] - meanOne[i];
      double y = other[i] - meanOther[i];
      whole += one[i] * other[i];
      moving += x * y;
      movingOne += x * x;
      movingOther += y * y;
    }
    double correlation = moving / Math.sqrt(movingOne * movingOther);
    return movingOne < STANDING ? whole : (1 - MOVING) * whole + MOVING * correlation;
  }

  /** Says which frames and stills are compared: what all of them show is not worth much. */
  void expect(Collection<Integer> framesOf, Collection<Integer> stillsOf) {
    meanFrame = mean(framesOf.stream().map(this::frame).toList());
    meanStill = mean(stillsOf.stream().map(this::still).toList());
  }

  private float[] mean(List<float[]> vectors) {
    float[] mean = new float[xs.length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  private float[] frame(int frame) {
    return frames.computeIfAbsent(frame, this::sampled);
  }

  private float[] still(int still) {
    return stills.computeIfAbsent(still, this::rough);
  }

  private float[] sampled(int frame) {
    Grey picture = query.pictures.get(frame);
    double unit = Math.max(picture.width(), picture.height());
    float[] values = new float[xs.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isNaN(xs[i]) ? 0 : picture.sample(xs[i] * unit, ys[i] * unit);
    }
    return normalised(values);
  }

  private float[] rough(int still) {
    float[][] picture = Rough.of(entry.stills.hash()[still]);
    float[] values = new float[xs.length];
    for (int i = 0; i < values.length; i++) {
      int x = (int) ((i % SIDE + 0.5) * Rough.SIDE / SIDE);
      int y = (int) ((i / SIDE + 0.5) * Rough.SIDE / SIDE);
      values[i] = picture[y][x];
    }
    return normalised(values);
  }

  private float[] normalised(float[] values) {
    for (int pass = 0; pass < 2; pass++) {
      for (int line = 0; line < SIDE; line++) {
        centre(values, line * SIDE, 1);
        centre(values, line, SIDE);
      }
    }
    double squares = 1e-9;
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isNaN(xs[i]) ? 0 : values[i];
      squares += values[i] * values[i];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] /= length;
    }
    return values;
  }

  private void centre(float[] values, int from, int step) {
    float sum = 0;
    int count = 0;
    for (int i = 0; i < SIDE; i++) {
      int at = from + i * step;
      if (!Float.isNaN(xs[at])) {
        sum += values[at];
        count++;
      }
    }
    for (int i = 0; i < SIDE; i++) {
      values[from + i * step] -= count == 0 ? 0 : sum / count;
    }
  }
}
