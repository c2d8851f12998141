package dev.cordon.benchmarks.hard;

import java.awt.Color;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Random;

/** Small drawings that pictures share: logos, stickers, codes, portraits of users. */
final class Marks {
  private Marks() {}

  /** A logo of a disc, a star and a name. */
  static void logo(Sheet sheet, Random random, int x, int y, int size) {
    Color ground = Color.getHSBColor(random.nextFloat(), 0.8f, 0.7f);
    Color sign = Color.getHSBColor(random.nextFloat(), 0.4f, 1);
    sheet.round(ground, x, y, size, size, size / 4);
    sheet.disc(sign, x + size / 2, y + size * 2 / 5, size * 3 / 10);
    sheet.fill(ground, star(x + size / 2.0, y + size * 0.4, size * 0.27, 4 + random.nextInt(5)));
    String name = Words.line(random, 1);
    sheet.centred(
        name,
        sheet.fitted(name, Sheet.bold(size / 4), size * 9 / 10),
        sign,
        x + size / 2,
        y + size * 92 / 100);
  }

  static Shape star(double x, double y, double radius, int points) {
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 2 * points; i++) {
      double length = i % 2 == 0 ? radius : radius * 0.45;
      double angle = Math.PI * i / points - Math.PI / 2;
      if (i == 0) {
        star.moveTo(x + length * Math.cos(angle), y + length * Math.sin(angle));
      } else {
        star.lineTo(x + length * Math.cos(angle), y + length * Math.sin(angle));
      }
    }
    star.closePath();
    return star;
  }

  static Shape heart(double x, double y, double size) {
    Path2D heart = new Path2D.Double();
    heart.moveTo(0, 0.3);
    heart.curveTo(-0.1, -0.1, -0.6, 0, -0.5, 0.45);
    heart.curveTo(-0.4, 0.75, -0.1, 0.85, 0, 1);
    heart.curveTo(0.1, 0.85, 0.4, 0.75, 0.5, 0.45);
    heart.curveTo(0.6, 0, 0.1, -0.1, 0, 0.3);
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, size);
    return place.createTransformedShape(heart);
  }

  /** A round face with one of a few expressions. */
  static void face(Sheet sheet, Random random, int x, int y, int radius) {
    sheet.disc(new Color(0x8A5A00), x, y, radius);
    sheet.disc(new Color(0xFFCC33), x, y, radius * 94 / 100);
    int eye = radius / 7 + random.nextInt(Math.max(1, radius / 9));
    sheet.disc(new Color(0x4A3000), x - radius / 3, y - radius / 4, eye);
    sheet.disc(new Color(0x4A3000), x + radius / 3, y - radius / 4, eye);
    sheet.pen().setColor(new Color(0x4A3000));
    int mouth = radius / 2 + random.nextInt(radius / 4);
    sheet.pen().fillArc(x - mouth, y - mouth / 2, 2 * mouth, mouth * 3 / 2, 180, 180);
  }

  /** One of five sorts of stickers. */
  static void sticker(Sheet sheet, Random random, int x, int y, int radius) {
    Color colour = Color.getHSBColor(random.nextFloat(), 0.8f, 0.95f);
    switch (random.nextInt(4)) {
      case 0 -> face(sheet, random, x, y, radius);
      case 1 ->
          sheet
              .outline(Color.WHITE, radius / 5f, heart(x, y - radius, 2.0 * radius))
              .fill(colour, heart(x, y - radius, 2.0 * radius));
      case 2 ->
          sheet
              .outline(Color.WHITE, radius / 5f, star(x, y, radius, 5 + random.nextInt(8)))
              .fill(colour, star(x, y, radius, 5));
      default -> bubble(sheet, random, colour, x, y, radius);
    }
  }

  private static void bubble(Sheet sheet, Random random, Color colour, int x, int y, int radius) {
    sheet.fill(
        Color.WHITE,
        new Polygon(new int[] {x, x + radius, x + radius / 3}, new int[] {y, y, y + radius}, 3));
    sheet.round(Color.WHITE, x - radius, y - radius * 2 / 3, 2 * radius, radius * 4 / 3, radius);
    String word = Words.line(random, 1).toUpperCase(java.util.Locale.ROOT) + "!";
    sheet.centred(
        word,
        sheet.fitted(word, Sheet.bold(radius / 2), radius * 16 / 10),
        colour,
        x,
        y + radius / 6);
  }

  /** Looks like a QR code of version 3: finders, timing lines and noise; it says nothing. */
  static void code(Sheet sheet, Random random, int x, int y, int size) {
    int modules = 29;
    int step = Math.max(2, size / (modules + 8));
    sheet.fill(Color.WHITE, x, y, (modules + 8) * step, (modules + 8) * step);
    for (int row = 0; row < modules; row++) {
      for (int column = 0; column < modules; column++) {
        if (random.nextBoolean()) {
          sheet.fill(Color.BLACK, x + (column + 4) * step, y + (row + 4) * step, step, step);
        }
      }
    }
    finder(sheet, x + 4 * step, y + 4 * step, step);
    finder(sheet, x + (modules - 3) * step, y + 4 * step, step);
    finder(sheet, x + 4 * step, y + (modules - 3) * step, step);
  }

  private static void finder(Sheet sheet, int x, int y, int step) {
    sheet.fill(Color.WHITE, x - step, y - step, 9 * step, 9 * step);
    sheet.fill(Color.BLACK, x, y, 7 * step, 7 * step);
    sheet.fill(Color.WHITE, x + step, y + step, 5 * step, 5 * step);
    sheet.fill(Color.BLACK, x + 2 * step, y + 2 * step, 3 * step, 3 * step);
  }

  /** A user's round portrait: head and shoulders. */
  static void avatar(Sheet sheet, Random random, int x, int y, int radius) {
    sheet.disc(Color.getHSBColor(random.nextFloat(), 0.5f, 0.9f), x, y, radius);
    Color figure = Color.getHSBColor(random.nextFloat(), 0.6f, 0.4f);
    sheet.disc(figure, x, y - radius / 4, radius * 2 / 5);
    sheet
        .pen()
        .fillArc(x - radius * 7 / 10, y + radius / 5, radius * 14 / 10, radius * 14 / 10, 20, 140);
  }
}
