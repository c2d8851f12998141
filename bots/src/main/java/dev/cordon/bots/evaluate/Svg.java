package dev.cordon.bots.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Plots. What is across is in per cent of the place there is, what is down in pixels, so that they
 * fit a telephone as well as a desk and their letters stay readable.
 */
final class Svg {
  private static final int ROW = 34;
  private static final int PLOT = 180;
  private static final int BINS = 64;

  private Svg() {}

  /** Recalls of one group's edits as bars of what found them. */
  static String bars(List<EditScore> scores) {
    StringBuilder svg = new StringBuilder();
    svg.append(open(scores.size() * ROW, "Recall by edit"));
    for (int i = 0; i < scores.size(); i++) {
      bar(svg, scores.get(i), i * ROW);
    }
    return svg.append("</svg>").toString();
  }

  private static void bar(StringBuilder svg, EditScore score, int y) {
    String name = score.edit().name() + (score.edit().hopeless() ? " (hopeless)" : "");
    put(svg, "<text x=\"0\" y=\"%d\">%s</text>", y + 13, Html.escaped(name));
    put(
        svg,
        "<text x=\"100%%\" y=\"%d\" class=\"value%s\">%.0f %%</text>",
        y + 13,
        score.poor() ? " poor" : "",
        100 * score.recall());
    put(
        svg,
        "<rect x=\"0\" y=\"%d\" width=\"100%%\" height=\"9\" class=\"track\"><title>%s: %d of %d</title></rect>",
        y + 18,
        Html.escaped(name),
        score.foundCount(),
        score.tried());
    double x = 0;
    for (Stage stage : Stage.values()) {
      double width = 100.0 * score.foundBy(stage) / score.tried();
      if (width > 0) {
        put(
            svg,
            "<rect x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"9\" class=\"%s\"><title>%s: %d by %s</title></rect>",
            x,
            y + 18,
            width,
            stage.label(),
            Html.escaped(name),
            score.foundBy(stage),
            stage.words());
      }
      x += width;
    }
  }

  /** Distances of copies from their originals and of other pictures from each other. */
  static String histogram(Separation separation, int reach) {
    int step = Math.max(1, (reach + BINS - 1) / BINS);
    StringBuilder svg = new StringBuilder();
    svg.append(open(PLOT + 40, "Distances of " + separation.signal()));
    columns(svg, separation.wrong(), reach, step, "wrong", "other pictures");
    columns(svg, separation.right(), reach, step, "right", "copies");
    put(svg, "<line x1=\"0\" x2=\"100%%\" y1=\"%d\" y2=\"%d\" class=\"axis\"/>", PLOT, PLOT);
    int tick = reach > 100 ? 32 : reach > 40 ? 20 : 5;
    for (int at = 0; at < reach; at += tick) {
      String anchor = at == 0 ? "start" : "middle";
      put(
          svg,
          "<text x=\"%.2f%%\" y=\"%d\" text-anchor=\"%s\">%d</text>",
          100.0 * at / reach,
          PLOT + 16,
          anchor,
          at);
    }
    threshold(svg, separation.threshold(), reach);
    return svg.append("</svg>").toString();
  }

  private static void threshold(StringBuilder svg, int at, int reach) {
    double x = 100.0 * (at + 1) / reach;
    put(
        svg,
        "<line x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"12\" y2=\"%d\" class=\"threshold\"/>",
        x,
        x,
        PLOT);
    put(
        svg,
        "<text x=\"%.2f%%\" y=\"10\" text-anchor=\"%s\">threshold %d</text>",
        x,
        x > 60 ? "end" : "start",
        at);
  }

  /** Each series is drawn as shares of its own greatest bin: there are many more wrong pairs. */
  private static void columns(
      StringBuilder svg,
      SortedMap<Integer, Integer> counts,
      int reach,
      int step,
      String series,
      String words) {
    long[] bins = new long[(reach + step - 1) / step];
    counts.forEach((distance, count) -> bins[Math.min(bins.length - 1, distance / step)] += count);
    long most = 1;
    for (long bin : bins) {
      most = Math.max(most, bin);
    }
    for (int i = 0; i < bins.length; i++) {
      if (bins[i] > 0) {
        double height = Math.max(1, (PLOT - 24.0) * bins[i] / most);
        put(
            svg,
            "<rect x=\"%.2f%%\" y=\"%.1f\" width=\"%.2f%%\" height=\"%.1f\" class=\"%s\"><title>%d to %d: %,d %s</title></rect>",
            100.0 * i * step / reach,
            PLOT - height,
            100.0 * step / reach,
            height,
            series,
            i * step,
            i * step + step - 1,
            bins[i],
            words);
      }
    }
  }

  private static String open(int height, String label) {
    return String.format(
        Locale.ROOT,
        "<svg width=\"100%%\" height=\"%d\" role=\"img\" aria-label=\"%s\">",
        height,
        label);
  }

  private static void put(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
