package dev.cordon.bots.evaluate.edits;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/** Together with other people's pictures. */
final class Insets {
  private static final String GROUP = "inset";
  private static final int CELL = 640;

  private Insets() {}

  static List<PictureEdit> all() {
    return List.of(
        inset(35),
        inset(25),
        edit(
            "covered-30",
            "another picture laid on 30 % of it, in a corner",
            (p, s) -> placed(p, s.other(), s, 0.55, false)),
        edit(
            "collage-2",
            "beside another, both " + CELL + " pixels high",
            (p, s) -> collage(p, s, 2, 1)),
        edit(
            "collage-2-filled",
            "two squares of " + CELL + " pixels, cut to fill",
            (p, s) -> collage(p, s, 2, 1, true)),
        edit("collage-4", "one of four squares, cut to fill", (p, s) -> collage(p, s, 2, 2, true)));
  }

  private static PictureEdit inset(int percent) {
    return edit(
        "inset-" + percent,
        "set into another picture, " + percent + " % of its width, with a thin white edge",
        (p, s) -> placed(s.other(), p, s, percent / 100.0, true));
  }

  /** A picture laid on another, its width a share of the other's. */
  private static BufferedImage placed(
      BufferedImage ground, BufferedImage picture, Source source, double share, boolean edged) {
    int room = Math.max(ground.getWidth(), ground.getHeight());
    BufferedImage small =
        Canvas.fitted(picture, (int) (ground.getWidth() * share), (int) (room * share));
    BufferedImage laid = edged ? Borders.framed(small, 0.01, Color.WHITE) : small;
    int spareX = Math.max(0, ground.getWidth() - laid.getWidth());
    int spareY = Math.max(0, ground.getHeight() - laid.getHeight());
    int x = edged ? source.between(0, spareX) : source.random().nextBoolean() ? 0 : spareX;
    int y = edged ? source.between(0, spareY) : source.random().nextBoolean() ? 0 : spareY;
    return Canvas.over(ground, pen -> pen.drawImage(laid, x, y, null));
  }

  private static BufferedImage collage(
      BufferedImage picture, Source source, int columns, int rows) {
    return collage(picture, source, columns, rows, false);
  }

  /** A grid, one of its cells the picture. */
  private static BufferedImage collage(
      BufferedImage picture, Source source, int columns, int rows, boolean filled) {
    int own = source.between(0, columns * rows - 1);
    BufferedImage[] cells = new BufferedImage[columns * rows];
    for (int i = 0; i < cells.length; i++) {
      BufferedImage cell = i == own ? picture : source.other();
      cells[i] =
          filled
              ? Canvas.filling(cell, CELL, CELL)
              : Canvas.scaled(cell, (double) CELL / cell.getHeight());
    }
    return filled ? grid(cells, columns, rows) : row(cells);
  }

  private static BufferedImage grid(BufferedImage[] cells, int columns, int rows) {
    return Canvas.drawn(
        columns * CELL,
        rows * CELL,
        Color.WHITE,
        pen -> {
          for (int i = 0; i < cells.length; i++) {
            pen.drawImage(cells[i], i % columns * CELL, i / columns * CELL, null);
          }
        });
  }

  private static BufferedImage row(BufferedImage[] cells) {
    int gap = 8;
    int width = gap * (cells.length - 1);
    for (BufferedImage cell : cells) {
      width += cell.getWidth();
    }
    return Canvas.drawn(
        width,
        CELL,
        Color.WHITE,
        pen -> {
          int x = 0;
          for (BufferedImage cell : cells) {
            pen.drawImage(cell, x, 0, null);
            x += cell.getWidth() + gap;
          }
        });
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}
