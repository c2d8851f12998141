package dev.cordon.bots.explain;

import dev.cordon.bots.explain.Letters.Look;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/**
 * Seconds from left to right.
 *
 * @param from the second at the left
 * @param to the second at the right
 * @param left in pixels
 * @param width in pixels
 */
record Axis(double from, double to, double left, double width) {
  private static final double[] STEPS = {
    0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600
  };

  /** Pixels from one number to the next, at least. */
  private static final int APART = 64;

  private static final int TICK = 6;

  double x(double seconds) {
    return left + (seconds - from) / (to - from) * width;
  }

  /** Seconds from one tick to the next. */
  double step() {
    for (double step : STEPS) {
      if (step * width / (to - from) >= APART) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  /**
   * Draws ticks and their seconds.
   *
   * @param down whether they stand below a line, else above it
   */
  void draw(Graphics2D pen, double y, boolean down) {
    double step = step();
    Look look = Look.plain(12, Colours.SOFT);
    double text = down ? y + TICK + 13 : y - TICK - 4;
    for (double at = Math.ceil(from / step) * step; at <= to + 1e-6; at += step) {
      pen.setColor(Colours.SOFT);
      pen.setStroke(new BasicStroke(1));
      pen.draw(new Line2D.Double(x(at), y, x(at), down ? y + TICK : y - TICK));
      String unit = at + step > to && to < 600 ? " s" : "";
      Letters.centre(pen, TimeWords.time(at, to) + unit, look, x(at), text, APART);
    }
  }
}
