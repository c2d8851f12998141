package dev.cordon.bots.explain;

import dev.cordon.bots.explain.Letters.Look;
import dev.cordon.matcher.audio.Agreement;
import dev.cordon.matcher.audio.Agreement.Spot;
import dev.cordon.matcher.audio.Spectrogram;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sound of the file above that of the entry, so laid that what is the same stands one above the
 * other: spectrograms as far as there are any, and the spectral peaks.
 */
final class SoundChart {
  static final int HEIGHT = 508;
  private static final int TITLE = 28;
  private static final int PANEL = 190;
  private static final int ENTRY_TOP = 254;
  private static final int GUTTER = 56;

  /** Seconds in which there are so many peaks that they are drawn smaller. */
  private static final double CROWDED = 20;

  private static final int[] HERTZ = {250, 500, 1000, 2000};

  private final SoundWindow window;
  private final Agreement agreement;
  private final Reel reel;

  SoundChart(SoundWindow window, Agreement agreement, Reel reel) {
    this.window = window;
    this.agreement = agreement;
    this.reel = reel;
  }

  void draw(Graphics2D pen, int top) {
    double entryFrom = window.entrySeconds(window.from());
    double entryTo = window.entrySeconds(window.to());
    Axis file = axis(window.from(), window.to());
    Axis entry = axis(entryFrom, entryTo);
    title(pen, "The sound of the file" + around(), top);
    picture(pen, reel.sound(), file, top + TITLE);
    panel(pen, file, window.segment().start(), window.segment().end(), top + TITLE);
    spots(pen, agreement.file(), file, top + TITLE);
    String alone = reel.entrySound().isPresent() ? "" : ": its peaks; the bank keeps no sound";
    title(pen, "The sound of the entry" + alone, top + ENTRY_TOP);
    int below = top + ENTRY_TOP + TITLE;
    picture(pen, reel.entrySound(), entry, below);
    panel(pen, entry, window.segment().entryStart(), window.segment().entryEnd(), below);
    spots(pen, agreement.entry(), entry, below);
  }

  private static Axis axis(double from, double to) {
    double left = Drawing.MARGIN + GUTTER;
    return new Axis(from, to, left, Drawing.WIDTH - Drawing.MARGIN - left);
  }

  private String around() {
    boolean all =
        window.from() <= window.segment().start() && window.to() >= window.segment().end();
    String part = ", %.1f–%.1f s of what matches";
    return all ? "" : String.format(Locale.ROOT, part, window.from(), window.to());
  }

  private static void title(Graphics2D pen, String text, int top) {
    double width = Drawing.WIDTH - 2.0 * Drawing.MARGIN;
    Letters.write(pen, text, Look.bold(15, Colours.INK), Drawing.MARGIN, top + 18.0, width);
  }

  /** The spectrogram begins with its file when the window begins before. */
  private static void picture(Graphics2D pen, Optional<BufferedImage> picture, Axis axis, int top) {
    pen.setColor(Color.WHITE);
    pen.fill(new Rectangle2D.Double(axis.left(), top, axis.width(), PANEL));
    picture.ifPresent(
        image -> {
          int left = (int) Math.round(axis.x(Math.max(0, axis.from())));
          int right = (int) Math.round(axis.x(axis.to()));
          pen.setRenderingHint(
              RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
          pen.drawImage(image, left, top, right - left, PANEL, null);
        });
  }

  private static void panel(Graphics2D pen, Axis axis, double start, double end, int top) {
    veil(pen, axis.left(), axis.x(start), top);
    veil(pen, axis.x(end), axis.left() + axis.width(), top);
    for (int hertz : HERTZ) {
      double y = y(Math.log(hertz / Spectrogram.LOWEST_HERTZ) / Math.log(2), top);
      pen.setColor(Colours.LINE);
      pen.setStroke(new BasicStroke(1));
      pen.draw(new Line2D.Double(axis.left() - 5, y, axis.left(), y));
      Letters.end(pen, hertz + " Hz", Look.plain(12, Colours.SOFT), axis.left() - 8, y + 4, GUTTER);
    }
    pen.setColor(Colours.LINE);
    pen.draw(new Rectangle2D.Double(axis.left(), top, axis.width(), PANEL));
    edge(pen, axis, start, top);
    edge(pen, axis, end, top);
    axis.draw(pen, top + PANEL, true);
  }

  private static void veil(Graphics2D pen, double left, double right, int top) {
    if (right > left) {
      pen.setColor(Colours.VEIL);
      pen.fill(new Rectangle2D.Double(left, top, right - left, PANEL));
    }
  }

  private static void edge(Graphics2D pen, Axis axis, double seconds, int top) {
    if (seconds >= axis.from() && seconds <= axis.to()) {
      pen.setColor(Colours.REGION);
      pen.setStroke(new BasicStroke(2));
      pen.draw(new Line2D.Double(axis.x(seconds), top, axis.x(seconds), top + PANEL));
    }
  }

  private static double y(double octaves, int top) {
    return top + PANEL * (1 - octaves / Spectrogram.OCTAVES);
  }

  /** Those that agree over those that do not. */
  private static void spots(Graphics2D pen, List<Spot> spots, Axis axis, int top) {
    double radius = axis.to() - axis.from() > CROWDED ? 2.3 : 3;
    spots.stream()
        .filter(spot -> !spot.agrees())
        .forEach(spot -> dot(pen, spot, axis, top, 2, Colours.FAINT));
    spots.stream()
        .filter(Spot::agrees)
        .forEach(
            spot -> {
              dot(pen, spot, axis, top, radius + 1, Colours.HALO);
              dot(pen, spot, axis, top, radius, Colours.REGION);
            });
  }

  private static void dot(
      Graphics2D pen, Spot spot, Axis axis, int top, double radius, Color colour) {
    if (spot.seconds() >= axis.from() && spot.seconds() <= axis.to()) {
      double x = axis.x(spot.seconds());
      double y = y(Math.min(Spectrogram.OCTAVES, spot.octaves()), top);
      pen.setColor(colour);
      pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  }
}
