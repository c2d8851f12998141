package dev.cordon.bots.explain;

import dev.cordon.bots.explain.Letters.Look;
import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Opinion;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/** The verdict and what it rests on, over the pictures. */
final class Header {
  static final int HEIGHT = 142;
  private static final int BAR = 6;
  private static final int FEWEST_COLUMNS = 4;
  private static final int MOST_COLUMNS = 6;

  private Header() {}

  static void draw(Graphics2D pen, Exhibit exhibit, int left, int top, int width) {
    Color colour = colour(exhibit.why());
    pen.setColor(colour);
    pen.fillRect(left, top, BAR, HEIGHT - 16);
    int text = left + BAR + 18;
    String headline = Words.headline(exhibit.why());
    Letters.write(pen, headline, Look.bold(27, colour), text, top + 26, width - BAR - 18);
    facts(pen, Words.facts(exhibit), text, top + 62, width - BAR - 18);
  }

  private static Color colour(Explanation why) {
    return why.match()
        .map(match -> match.opinion() == Opinion.ALLOWED ? Colours.ALLOWED : Colours.MATCH)
        .orElse(Colours.NONE);
  }

  private static void facts(Graphics2D pen, List<Fact> facts, int left, int top, int width) {
    int shown = Math.min(MOST_COLUMNS, facts.size());
    int column = width / Math.max(FEWEST_COLUMNS, shown);
    for (int i = 0; i < shown; i++) {
      Fact fact = facts.get(i);
      int x = left + i * column;
      Letters.write(pen, fact.label(), Look.plain(13, Colours.SOFT), x, top, column - 14.0);
      Letters.write(pen, fact.value(), Look.bold(21, Colours.INK), x, top + 27, column - 14.0);
      Letters.write(pen, fact.remark(), Look.plain(13, Colours.SOFT), x, top + 48, column - 14.0);
    }
  }
}
