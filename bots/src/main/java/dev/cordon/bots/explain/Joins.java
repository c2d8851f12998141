package dev.cordon.bots.explain;

import dev.cordon.matcher.local.Correspondence.Joined;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines between spots that are in both pictures. */
final class Joins {
  /** More lines than this are a thicket. */
  static final int MOST = 36;

  private Joins() {}

  /** Draws all spots, and lines for some that lie far apart from each other. */
  static void draw(Graphics2D pen, Panel file, Panel entry, List<Joined> points) {
    List<Joined> lines = spread(points);
    for (Joined point : points) {
      file.spot(pen, point.file(), Colours.SOFT, 2);
      entry.spot(pen, point.entry(), Colours.SOFT, 2);
    }
    for (int i = 0; i < lines.size(); i++) {
      line(pen, file, entry, lines.get(i), Colours.distinct(i));
    }
    for (int i = 0; i < lines.size(); i++) {
      file.spot(pen, lines.get(i).file(), Colours.distinct(i), 4);
      entry.spot(pen, lines.get(i).entry(), Colours.distinct(i), 4);
    }
  }

  private static void line(Graphics2D pen, Panel file, Panel entry, Joined joined, Color colour) {
    Line2D line = new Line2D.Double(file.at(joined.file()), entry.at(joined.entry()));
    pen.setStroke(new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(new Color(255, 255, 255, 110));
    pen.draw(line);
    pen.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 225));
    pen.draw(line);
  }

  /**
   * Of the more alike ones the most alike, then again and again the one that is farthest from all
   * before it.
   */
  static List<Joined> spread(List<Joined> points) {
    List<Joined> left =
        new ArrayList<>(
            points.stream()
                .sorted(Comparator.comparingInt(Joined::bits))
                .limit(Math.max(MOST, points.size() * 2L / 3))
                .toList());
    List<Joined> chosen = new ArrayList<>();
    while (!left.isEmpty() && chosen.size() < MOST) {
      Joined next = chosen.isEmpty() ? left.get(0) : farthest(left, chosen);
      chosen.add(next);
      left.remove(next);
    }
    return chosen;
  }

  private static Joined farthest(List<Joined> left, List<Joined> chosen) {
    return left.stream()
        .max(
            Comparator.comparingDouble(
                candidate ->
                    chosen.stream()
                        .mapToDouble(other -> distance(candidate, other))
                        .min()
                        .orElse(0)))
        .orElseThrow();
  }

  private static double distance(Joined first, Joined second) {
    return Math.hypot(
        first.entry().x() - second.entry().x(), first.entry().y() - second.entry().y());
  }
}
