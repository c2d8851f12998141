package dev.cordon.bots.explain;

import dev.cordon.bots.explain.Exhibit.Side;
import dev.cordon.bots.explain.Letters.Look;
import dev.cordon.matcher.local.Place;
import dev.cordon.matcher.local.Sketch;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A picture, or what stands for it, at its place in the drawing. */
final class Panel {
  private static final double RIGHT_ANGLE = Math.PI / 2;

  private final Rectangle2D box;

  private Panel(Rectangle2D box) {
    this.box = box;
  }

  /** A panel of those proportions, as large as fits into a square, in the middle of its top. */
  static Panel within(double left, double top, double side, double width, double height) {
    double scale = side / Math.max(width, height);
    double across = Math.max(8, width * scale);
    double down = Math.max(8, height * scale);
    return new Panel(new Rectangle2D.Double(left + (side - across) / 2, top, across, down));
  }

  double height() {
    return box.getHeight();
  }

  Rectangle2D box() {
    return box;
  }

  Point2D at(Place place) {
    return new Point2D.Double(
        box.getX() + place.x() * box.getWidth(), box.getY() + place.y() * box.getHeight());
  }

  void picture(Graphics2D pen, BufferedImage picture) {
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(
        picture,
        (int) box.getX(),
        (int) box.getY(),
        (int) Math.ceil(box.getWidth()),
        (int) Math.ceil(box.getHeight()),
        null);
    frame(pen);
  }

  private void frame(Graphics2D pen) {
    pen.setColor(Colours.LINE);
    pen.setStroke(new BasicStroke(1));
    pen.draw(box);
  }

  /** An empty frame that says why it is empty. */
  void blank(Graphics2D pen, Side side) {
    pen.setColor(Colours.BLANK);
    pen.fill(box);
    frame(pen);
    double width = box.getWidth() - 40;
    Letters.write(
        pen, side.remark(), Look.plain(15, Colours.SOFT), box.getX() + 20, box.getCenterY(), width);
  }

  /** The entry as its fingerprint knows it: edges, then the places of its features. */
  void sketch(Graphics2D pen, Sketch sketch) {
    pen.setColor(Colours.BLANK);
    pen.fill(box);
    pen.setClip(box);
    double reach = Math.max(box.getWidth(), box.getHeight()) / Sketch.COLUMNS / 2;
    for (Sketch.Edge edge : sketch.edges()) {
      stroke(pen, edge, reach);
    }
    pen.setColor(new Color(60, 90, 140, 120));
    for (Place place : sketch.places()) {
      pen.fill(dot(at(place), 2));
    }
    pen.setClip(null);
    frame(pen);
  }

  /** Along the edge, so across the direction in which it gets lighter. */
  private void stroke(Graphics2D pen, Sketch.Edge edge, double reach) {
    Point2D middle = at(edge.place());
    double along = edge.radians() + RIGHT_ANGLE;
    double dx = Math.cos(along) * box.getWidth();
    double dy = Math.sin(along) * box.getHeight();
    double length = Math.max(1e-9, Math.hypot(dx, dy));
    double x = dx / length * reach;
    double y = dy / length * reach;
    int alpha = (int) Math.round(220 * edge.strength() * edge.strength());
    pen.setColor(new Color(40, 40, 48, alpha));
    pen.setStroke(
        new BasicStroke(
            (float) (0.8 + 2.4 * edge.strength()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(
        new Line2D.Double(
            middle.getX() - x, middle.getY() - y, middle.getX() + x, middle.getY() + y));
  }

  /** Outlines a region, as much of it as lies in the picture; what is outside gets darker. */
  void region(Graphics2D pen, List<Place> outline, boolean shaded) {
    Area inside = new Area(path(outline));
    inside.intersect(new Area(box));
    if (shaded) {
      Area outside = new Area(box);
      outside.subtract(inside);
      pen.setColor(Colours.SHADE);
      pen.fill(outside);
    }
    pen.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(Colours.HALO);
    pen.draw(inside);
    pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(Colours.REGION);
    pen.draw(inside);
  }

  private Path2D path(List<Place> outline) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < outline.size(); i++) {
      Point2D point = at(outline.get(i));
      if (i == 0) {
        path.moveTo(point.getX(), point.getY());
      } else {
        path.lineTo(point.getX(), point.getY());
      }
    }
    path.closePath();
    return path;
  }

  /** A spot that is also in the other picture. */
  void spot(Graphics2D pen, Place place, Color colour, double radius) {
    Point2D at = at(place);
    pen.setColor(Colours.HALO);
    pen.fill(dot(at, radius + 1.5));
    pen.setColor(colour);
    pen.fill(dot(at, radius));
  }

  private static Ellipse2D dot(Point2D at, double radius) {
    return new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
  }
}
