package dev.cordon.bots.explain;

import dev.cordon.bots.explain.Letters.Look;
import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Explanation.Course;
import dev.cordon.matcher.Explanation.Stretch;
import dev.cordon.matcher.Match.Segment;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Two bars as long as the file and the entry, what matches joined by bands. */
final class Timelines {
  static final int HEIGHT = 238;
  private static final int FILE_TOP = 48;
  private static final int BAR = 26;
  private static final int ENTRY_TOP = 156;
  private static final int THIN = 6;
  private static final int NAME = 98;

  /** A bar shorter than this share of the other is drawn as long as this. */
  private static final double SHORTEST = 0.2;

  /** Pixels that a stretch needs for both its ends to be written apart. */
  private static final int WIDE = 110;

  private final Exhibit exhibit;
  private final Course course;
  private final double top;
  private final Axis file;
  private final Axis entry;

  Timelines(Exhibit exhibit, Course course, double top) {
    this.exhibit = exhibit;
    this.course = course;
    this.top = top;
    this.file = axis(course.seconds(), course.entrySeconds());
    this.entry = axis(course.entrySeconds(), course.seconds());
  }

  private static Axis axis(double seconds, double other) {
    double width = Drawing.WIDTH - 2.0 * Drawing.MARGIN - 16;
    double share = Math.max(SHORTEST, seconds / Math.max(seconds, other));
    return new Axis(0, seconds, Drawing.MARGIN + 8, width * share);
  }

  /** Whether a second is as long in both bars. */
  boolean isToScale() {
    double longer = Math.max(course.seconds(), course.entrySeconds());
    return Math.min(course.seconds(), course.entrySeconds()) >= SHORTEST * longer;
  }

  void draw(Graphics2D pen) {
    title(pen, exhibit.file(), course.seconds(), top + 14);
    title(pen, exhibit.entry(), course.entrySeconds(), top + HEIGHT - 8);
    bar(pen, file, top + FILE_TOP);
    bar(pen, entry, top + ENTRY_TOP);
    Explanation why = exhibit.why();
    List<Segment> matched = TimeWords.segment(why).stream().toList();
    for (Stretch other : course.stretches()) {
      other(pen, other, matched);
    }
    matched.forEach(segment -> matched(pen, segment));
    file.draw(pen, top + FILE_TOP, false);
    entry.draw(pen, top + ENTRY_TOP + BAR, true);
  }

  private static void title(Graphics2D pen, Exhibit.Side side, double seconds, double y) {
    double left = Drawing.MARGIN;
    Letters.write(pen, side.title(), Look.bold(16, Colours.INK), left, y, NAME);
    String name = Names.safe(side.name());
    String length = String.format(Locale.ROOT, ", %.1f seconds", seconds);
    double width = Drawing.WIDTH - 2.0 * Drawing.MARGIN - NAME;
    Letters.write(pen, name + length, Look.plain(15, Colours.SOFT), left + NAME, y, width);
  }

  private static void bar(Graphics2D pen, Axis axis, double y) {
    Rectangle2D bar = new Rectangle2D.Double(axis.left(), y, axis.width(), BAR);
    pen.setColor(Colours.BLANK);
    pen.fill(bar);
    pen.setColor(Colours.LINE);
    pen.setStroke(new BasicStroke(1));
    pen.draw(bar);
  }

  /** Another stretch: a thin line within what is matched already, else a band of its own. */
  private void other(Graphics2D pen, Stretch stretch, List<Segment> matched) {
    Segment at = stretch.segment();
    if (matched.contains(at)) {
      return;
    }
    boolean within = matched.stream().anyMatch(main -> TimeWords.isAbout(at, main));
    if (!within) {
      band(pen, at, Colours.OTHER_BAND, Colours.OTHER);
    }
    pen.setColor(Colours.OTHER);
    fill(pen, file, at.start(), at.end(), top + FILE_TOP - THIN, THIN);
    fill(pen, entry, at.entryStart(), at.entryEnd(), top + ENTRY_TOP + BAR, THIN);
  }

  private void matched(Graphics2D pen, Segment at) {
    band(pen, at, Colours.BAND, Colours.REGION);
    pen.setColor(Colours.MATCHED);
    fill(pen, file, at.start(), at.end(), top + FILE_TOP, BAR);
    fill(pen, entry, at.entryStart(), at.entryEnd(), top + ENTRY_TOP, BAR);
    ends(pen, file, at.start(), at.end(), top + FILE_TOP + 18);
    ends(pen, entry, at.entryStart(), at.entryEnd(), top + ENTRY_TOP + 18);
  }

  private static void fill(
      Graphics2D pen, Axis axis, double from, double to, double y, double height) {
    double width = Math.max(3, axis.x(to) - axis.x(from));
    pen.fill(new Rectangle2D.Double(axis.x(from), y, width, height));
  }

  private void band(Graphics2D pen, Segment at, Color fill, Color edge) {
    double high = top + FILE_TOP + BAR;
    double low = top + ENTRY_TOP;
    Path2D band = new Path2D.Double();
    band.moveTo(file.x(at.start()), high);
    band.lineTo(file.x(at.end()), high);
    band.lineTo(entry.x(at.entryEnd()), low);
    band.lineTo(entry.x(at.entryStart()), low);
    band.closePath();
    pen.setColor(fill);
    pen.fill(band);
    pen.setColor(edge);
    pen.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(new Line2D.Double(file.x(at.start()), high, entry.x(at.entryStart()), low));
    pen.draw(new Line2D.Double(file.x(at.end()), high, entry.x(at.entryEnd()), low));
  }

  /** Where a stretch begins and ends, in it when there is room. */
  private static void ends(Graphics2D pen, Axis axis, double from, double to, double y) {
    Look look = Look.bold(13, Colours.INK);
    String begin = TimeWords.exactly(from);
    String end = TimeWords.exactly(to);
    double left = axis.x(from);
    double right = axis.x(to);
    if (right - left >= WIDE) {
      Letters.write(pen, begin, look, left + 6, y, WIDE);
      Letters.end(pen, end, look, right - 6, y, WIDE);
    } else {
      Letters.write(pen, begin + " – " + end, look, right + 6, y, 2 * WIDE);
    }
  }

  /** Marks on both bars where it is looked at. */
  void mark(Graphics2D pen, Moment moment) {
    pen.setColor(moment.matched() ? Colours.REGION : Colours.SOFT);
    double high = top + FILE_TOP + BAR;
    pen.fill(arrow(file.x(moment.seconds()), high, -6));
    if (moment.entrySeconds() >= 0) {
      pen.fill(arrow(entry.x(moment.entrySeconds()), top + ENTRY_TOP, 6));
    }
  }

  private static Path2D arrow(double x, double y, double height) {
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(x - 4, y);
    arrow.lineTo(x + 4, y);
    arrow.lineTo(x, y + height);
    arrow.closePath();
    return arrow;
  }
}
