package dev.cordon.bots.explain;

import dev.cordon.bots.explain.Letters.Look;
import dev.cordon.bots.explain.Reel.Pair;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Frames of the file in a row and, when there are any, those of the entry beneath them. */
final class Filmstrip {
  private static final int GAP = 10;
  private static final int TITLE = 28;
  private static final int CAPTION = 26;
  private static final int HIGHEST = 230;
  private static final int WIDEST = 260;

  private final List<Pair> pairs;
  private final boolean matched;
  private final int column;
  private final int rowHeight;
  private final int entryHeight;

  Filmstrip(List<Pair> pairs) {
    this.pairs = pairs;
    this.matched = pairs.stream().anyMatch(pair -> pair.moment().matched());
    int room = Drawing.WIDTH - 2 * Drawing.MARGIN + GAP;
    this.column = Math.min(WIDEST, room / Math.max(1, pairs.size()) - GAP);
    this.rowHeight = height(Pair::file);
    this.entryHeight = height(Pair::entry);
  }

  /** How high the frames of a side are; 0 when there are none. */
  private int height(Function<Pair, Optional<BufferedImage>> side) {
    return pairs.stream()
        .flatMap(pair -> side.apply(pair).stream())
        .mapToInt(frame -> Math.min(HIGHEST, column * frame.getHeight() / frame.getWidth()))
        .max()
        .orElse(0);
  }

  int height() {
    int entry = entryHeight == 0 ? 0 : TITLE + entryHeight + CAPTION;
    return rowHeight == 0 ? 0 : TITLE + rowHeight + CAPTION + entry + 8;
  }

  void draw(Graphics2D pen, int top) {
    if (rowHeight == 0) {
      return;
    }
    String more = entryHeight > 0 ? "" : "; the bank keeps fingerprints of the entry, not media";
    title(pen, "Frames of the file" + more, top);
    row(pen, Pair::file, top + TITLE, rowHeight, this::caption);
    if (entryHeight > 0) {
      int below = top + TITLE + rowHeight + CAPTION;
      title(pen, matched ? "The entry at the same moments" : "Frames of the entry", below);
      row(pen, Pair::entry, below + TITLE, entryHeight, Filmstrip::entryCaption);
    }
  }

  private static void title(Graphics2D pen, String text, int top) {
    double width = Drawing.WIDTH - 2.0 * Drawing.MARGIN;
    Letters.write(pen, text, Look.bold(15, Colours.INK), Drawing.MARGIN, top + 18.0, width);
  }

  private void row(
      Graphics2D pen,
      Function<Pair, Optional<BufferedImage>> side,
      int top,
      int height,
      Function<Moment, String> caption) {
    for (int i = 0; i < pairs.size(); i++) {
      int left = Drawing.MARGIN + i * (column + GAP);
      Moment moment = pairs.get(i).moment();
      side.apply(pairs.get(i)).ifPresent(frame -> frame(pen, frame, moment, left, top, height));
      Color colour = moment.matched() ? Colours.INK : Colours.SOFT;
      double y = top + height + 18.0;
      double middle = left + column / 2.0;
      Letters.centre(pen, caption.apply(moment), Look.plain(13, colour), middle, y, column);
    }
  }

  private void frame(
      Graphics2D pen, BufferedImage frame, Moment moment, int left, int top, int height) {
    double scale =
        Math.min(column / (double) frame.getWidth(), height / (double) frame.getHeight());
    int width = (int) Math.round(frame.getWidth() * scale);
    int high = (int) Math.round(frame.getHeight() * scale);
    int x = left + (column - width) / 2;
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(frame, x, top, width, high, null);
    Rectangle2D box = new Rectangle2D.Double(x, top, width, high);
    if (matched && !moment.matched()) {
      pen.setColor(Colours.VEIL);
      pen.fill(box);
    }
    pen.setColor(moment.matched() ? Colours.REGION : Colours.LINE);
    pen.setStroke(new BasicStroke(moment.matched() ? 2.5f : 1));
    pen.draw(box);
  }

  private String caption(Moment moment) {
    String at = TimeWords.exactly(moment.seconds());
    if (!moment.matched()) {
      return matched ? at + ", outside" : at;
    }
    return entryHeight > 0 ? at : at + " = entry " + TimeWords.exactly(moment.entrySeconds());
  }

  private static String entryCaption(Moment moment) {
    return moment.entrySeconds() < 0 ? "" : TimeWords.exactly(moment.entrySeconds());
  }
}
