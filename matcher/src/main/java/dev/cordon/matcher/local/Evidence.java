package dev.cordon.matcher.local;

import java.util.BitSet;

/**
 * What speaks for a fit.
 *
 * @param inliers pairs that agree, at most one for each small place of the entry; features that
 *     many entries share do not count
 * @param alone of the pairs, in how many no other place of the entry is as much like the query's
 *     feature
 * @param visible features of the entry that the query could show
 * @param bits mean distance of the inliers' codes
 * @param cells cells of the overlap (of 6 by 6 of the entry) with features
 * @param covered of these, those with an inlier
 * @param entryArea share of the entry's area that the query shows
 * @param queryArea share of the query's area that is the entry
 * @param layout how the gradients agree
 */
record Evidence(
    int inliers,
    int alone,
    int visible,
    double bits,
    int cells,
    int covered,
    double entryArea,
    double queryArea,
    Layout.Agreement layout) {
  private static final int GRID = 6;
  private static final int PLACES = 40;

  /** Of the entry's longer side: what is nearer is the same place. */
  private static final double APART = 0.05;

  /** 0 for certain to 100 for none, see {@link LocalOdds}. */
  int distance() {

    return LocalOdds.distance(this);
  }

  static Evidence of(LocalFeatures entry, TurnedQuery query, Geometry.Fit fit, BitSet shared) {
    Projection back = fit.map().inverse();
    Projection toQuery = toPixels(entry, query, back);
    Layout.Agreement layout =
        entry.layout.compare(toQuery, query.query.grey, query.turn.inverted());
    BitSet cells = new BitSet();
    int visible = 0;
    double w = query.query.width();
    double h = query.query.height();
    Features e = entry.features;
    double octaves = Math.log(back.scale()) / Math.log(2);
    for (int i = 0; i < e.size; i++) {
      double x = back.x(e.x[i], e.y[i]);
      double y = back.y(e.x[i], e.y[i]);
      if (x > 0 && y > 0 && x < w && y < h && e.scale[i] + octaves > -8.2) {
        visible++;
        cells.set(cell(entry, e.x[i], e.y[i]));
      }
    }
    BitSet covered = new BitSet();
    BitSet places = new BitSet();
    double bits = 0;
    int counted = 0;
    int alone = 0;
    for (int i = 0; i < fit.inliers().size; i++) {
      int to = fit.inliers().entry[i];
      if (shared.get(fit.inliers().query[i])) {
        continue;
      }
      covered.set(cell(entry, e.x[to], e.y[to]));
      places.set((int) (e.y[to] * PLACES) * PLACES + (int) (e.x[to] * PLACES));
      bits += fit.inliers().distance[i];
      counted++;
      alone += isAlone(e, to, query.features, fit.inliers().query[i]) ? 1 : 0;
    }
    double area = fit.map().determinant() * w * h / (entry.width * entry.height);
    return new Evidence(
        places.cardinality(),
        alone,
        visible,
        bits / Math.max(1, counted),
        cells.cardinality(),
        covered.cardinality(),
        layout.seen(),
        Math.min(1, layout.seen() / area),
        layout);
  }

  /** Of a pattern, such as tiles, many places are alike, and chance finds the nearest seldom. */
  private static boolean isAlone(Features entry, int to, Features query, int from) {
    int bits = entry.distance(to, query, from);
    for (int i = 0; i < entry.size; i++) {
      if (entry.distance(i, query, from) <= bits
          && (Math.abs(entry.x[i] - entry.x[to]) > APART
              || Math.abs(entry.y[i] - entry.y[to]) > APART)) {
        return false;
      }
    }
    return true;
  }

  private static int cell(LocalFeatures entry, float x, float y) {
    return Math.min(GRID - 1, (int) (y / entry.height * GRID)) * GRID
        + Math.min(GRID - 1, (int) (x / entry.width * GRID));
  }

  /** From the entry's unit square to the pixels of the query as it was given, not turned. */
  private static Projection toPixels(LocalFeatures entry, TurnedQuery query, Projection back) {
    Projection map = back.of(entry.width, entry.height);
    Grey grey = query.query.grey;
    double longer = Math.max(grey.width(), grey.height());
    if (query.turn.mirrored()) {
      map = map.mirrored(query.query.width());
    }
    return map.scaled(longer, longer);
  }
}
