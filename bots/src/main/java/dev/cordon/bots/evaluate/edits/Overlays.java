package dev.cordon.bots.evaluate.edits;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Something laid on the picture. */
final class Overlays {
  private static final String GROUP = "overlay";

  private Overlays() {}

  static List<PictureEdit> all() {
    return List.of(
        edit(
            "watermark",
            "one name across, 45 % opaque, 12 % of the width high",
            Overlays::watermark),
        edit("watermark-tiled", "a name all over at 30°, 35 % opaque", Overlays::tiled),
        edit("logo-small", "in a corner, 10 % of the shorter side", (p, s) -> logo(p, s, 0.10)),
        edit("logo-large", "in a corner, 28 % of the shorter side", (p, s) -> logo(p, s, 0.28)),
        edit("stickers-2", "2 faces, each 5 % of the area", (p, s) -> stickers(p, s, 2, 0.05)),
        edit("stickers-6", "6 shapes, each 5 % of the area", (p, s) -> stickers(p, s, 6, 0.05)),
        edit("hidden-20", "black rectangle over 20 % of the area", (p, s) -> hidden(p, s, 0.2)),
        edit("hidden-30", "3 blurred rectangles over 30 % of the area", Overlays::censored),
        edit("scribbles", "3 strokes of a pen, 2 % of the longer side wide", Overlays::scribbled),
        edit(
            "channel-frame",
            "news frame: logo, banner below with two lines, clock",
            Overlays::news));
  }

  private static BufferedImage watermark(BufferedImage picture, Source source) {
    return Canvas.over(
        picture,
        pen -> {
          pen.setComposite(AlphaComposite.SrcOver.derive(0.45f));
          pen.setColor(Color.WHITE);
          String name = name(source);
          double size =
              Lettering.fitting(name, picture.getWidth() * 0.12, picture.getWidth() * 0.9);
          pen.rotate(
              source.between(-0.4, 0.4), picture.getWidth() / 2.0, picture.getHeight() / 2.0);
          Lettering.centred(pen, name, size, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        });
  }

  private static BufferedImage tiled(BufferedImage picture, Source source) {
    String name = name(source);
    double size = Math.max(picture.getWidth(), picture.getHeight()) * 0.035;
    double step = Lettering.width(name, size) + size * 2;
    return Canvas.over(
        picture,
        pen -> {
          pen.setComposite(AlphaComposite.SrcOver.derive(0.35f));
          pen.setColor(Color.WHITE);
          pen.rotate(Math.toRadians(-30));
          double reach = picture.getWidth() + picture.getHeight();
          for (double y = -reach; y < reach; y += size * 4) {
            for (double x = -reach; x < reach; x += step) {
              Lettering.line(pen, name, size, x, y);
            }
          }
        });
  }

  private static String name(Source source) {
    return source.oneOf(List.of("@channel_one", "PREVIEW", "stockpix", "t.me/example"));
  }

  /** A round logo in a corner, its diameter a share of the shorter side. */
  static BufferedImage logo(BufferedImage picture, Source source, double share) {
    int shorter = Math.min(picture.getWidth(), picture.getHeight());
    int size = (int) (shorter * share);
    int gap = (int) (shorter * 0.03);
    int x = source.random().nextBoolean() ? gap : picture.getWidth() - size - gap;
    int y = source.random().nextBoolean() ? gap : picture.getHeight() - size - gap;
    Color colour = source.colour();
    return Canvas.over(picture, pen -> logo(pen, x, y, size, colour, name(source)));
  }

  private static void logo(Graphics2D pen, int x, int y, int size, Color colour, String name) {
    pen.setColor(colour);
    pen.fillOval(x, y, size, size);
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(size * 0.05f));
    pen.drawOval(x + size / 12, y + size / 12, size * 5 / 6, size * 5 / 6);
    String letters = name.replace("@", "").substring(0, 2).toUpperCase(Locale.ROOT);
    Lettering.centred(pen, letters, size * 0.42, x + size / 2.0, y + size / 2.0);
  }

  /** Faces, stars and hearts, each a share of the area. */
  static BufferedImage stickers(BufferedImage picture, Source source, int count, double share) {
    int size = (int) Math.sqrt(picture.getWidth() * (double) picture.getHeight() * share / 0.75);
    return Canvas.over(
        picture,
        pen -> {
          for (int i = 0; i < count; i++) {
            int x = source.between(0, Math.max(0, picture.getWidth() - size));
            int y = source.between(0, Math.max(0, picture.getHeight() - size));
            sticker(pen, count > 2 ? i % 3 : 0, x, y, size, source.colour());
          }
        });
  }

  private static void sticker(Graphics2D pen, int shape, int x, int y, int size, Color colour) {
    if (shape == 0) {
      face(pen, x, y, size);
      return;
    }
    Path2D path = shape == 1 ? star(x, y, size) : heart(x, y, size);
    pen.setColor(colour);
    pen.fill(path);
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(size * 0.04f));
    pen.draw(path);
  }

  private static void face(Graphics2D pen, int x, int y, int size) {
    pen.setColor(new Color(255, 205, 60));
    pen.fillOval(x, y, size, size);
    pen.setColor(new Color(80, 50, 20));
    pen.fillOval(x + size * 27 / 100, y + size * 28 / 100, size / 8, size / 6);
    pen.fillOval(x + size * 60 / 100, y + size * 28 / 100, size / 8, size / 6);
    pen.fillArc(x + size / 4, y + size * 2 / 5, size / 2, size * 2 / 5, 180, 180);
  }

  private static Path2D star(int x, int y, int size) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double reach = size / 2.0 * (i % 2 == 0 ? 1 : 0.5);
      double angle = Math.PI * i / 5 - Math.PI / 2;
      double px = x + size / 2.0 + reach * Math.cos(angle);
      double py = y + size / 2.0 + reach * Math.sin(angle);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }

  private static Path2D heart(int x, int y, int size) {
    Path2D path = new Path2D.Double();
    path.moveTo(x + size / 2.0, y + size);
    path.curveTo(
        x - size * 0.35,
        y + size * 0.35,
        x + size * 0.2,
        y - size * 0.3,
        x + size / 2.0,
        y + size * 0.25);
    path.curveTo(
        x + size * 0.8, y - size * 0.3, x + size * 1.35, y + size * 0.35, x + size / 2.0, y + size);
    return path;
  }

  private static BufferedImage hidden(BufferedImage picture, Source source, double share) {
    return Canvas.over(
        picture,
        pen -> {
          pen.setColor(Color.BLACK);
          pen.fill(rectangle(picture, source, share));
        });
  }

  private static BufferedImage censored(BufferedImage picture, Source source) {
    BufferedImage blurred = Blur.gaussian(picture, Blurs.pixels(picture, 16));
    return Canvas.over(
        picture,
        pen -> {
          for (int i = 0; i < 3; i++) {
            pen.setClip(rectangle(picture, source, 0.1));
            pen.drawImage(blurred, 0, 0, null);
          }
        });
  }

  private static Rectangle rectangle(BufferedImage picture, Source source, double share) {
    double shape = source.between(0.75, 1.33);
    int width = (int) (picture.getWidth() * Math.sqrt(share) * shape);
    int height = (int) (picture.getHeight() * Math.sqrt(share) / shape);
    return new Rectangle(
        source.between(0, picture.getWidth() - width),
        source.between(0, picture.getHeight() - height),
        width,
        height);
  }

  private static BufferedImage scribbled(BufferedImage picture, Source source) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return Canvas.over(
        picture,
        pen -> {
          pen.setStroke(
              new BasicStroke(
                  Math.max(width, height) * 0.02f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          for (int i = 0; i < 3; i++) {
            pen.setColor(source.colour());
            pen.draw(stroke(source, width, height));
          }
        });
  }

  private static Path2D stroke(Source source, int width, int height) {
    Path2D path = new Path2D.Double();
    path.moveTo(source.between(0, width), source.between(0, height));
    for (int i = 0; i < 4; i++) {
      path.curveTo(
          source.between(0, width),
          source.between(0, height),
          source.between(0, width),
          source.between(0, height),
          source.between(0, width),
          source.between(0, height));
    }
    return path;
  }

  private static BufferedImage news(BufferedImage picture, Source source) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    Color colour = source.colour();
    double size = Math.min(height * 0.055, width * 0.045);
    return Canvas.over(
        picture,
        pen -> {
          pen.setColor(colour.darker());
          pen.fillRect(0, (int) (height * 0.78), width, (int) (height * 0.12));
          pen.setColor(Color.BLACK);
          pen.fillRect(0, (int) (height * 0.9), width, height);
          pen.setColor(Color.WHITE);
          Lettering.line(pen, Lettering.phrase(source), size, width * 0.05, height * 0.86);
          Lettering.line(pen, Lettering.phrase(source), size * 0.7, width * 0.05, height * 0.96);
          Lettering.line(pen, "20:15", size, width * 0.85, height * 0.08);
          int logo = (int) (Math.min(width, height) * 0.13);
          logo(pen, (int) (width * 0.03), (int) (height * 0.03), logo, colour, "TV");
        });
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
