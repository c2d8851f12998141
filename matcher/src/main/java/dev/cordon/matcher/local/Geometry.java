package dev.cordon.matcher.local;

import dev.cordon.matcher.local.Proposals.Proposal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a query picture lies on an entry's: a rough proposal is refined to an affine map and
 * then to one with perspective, each tried on all features of both.
 */
final class Geometry {
  private static final double[] TOLERANCES = {0.06, 0.04, 0.025, 0.02};
  private static final double[] PROJECTIVE_TOLERANCES = {0.05, 0.03, 0.02};
  private static final int MAX_BITS = 26;
  private static final int ATTEMPTS = 2;
  private static final int ENOUGH = 20;
  private static final int LEAST = 4;
  private static final int LEAST_PROJECTIVE = 15;
  private static final double HORIZON = 0.3;
  private static final double MAX_STRETCH = 2.2;
  private static final double SMALLEST = 0.08;
  private static final double LARGEST = 25;

  private final LocalFeatures entry;
  private final TurnedQuery query;

  Geometry(LocalFeatures entry, TurnedQuery query) {
    this.entry = entry;
    this.query = query;
  }

  /** The query's features laid on the entry's, or nothing when they do not fit. */
  Optional<Fit> fit(Proposals proposals) {
    Fit best = null;
    Proposal proposal = proposals.first();
    for (int attempt = 0; attempt < ATTEMPTS && proposal != null; attempt++) {
      Fit fit = refine(proposal.map());
      if (fit != null && (best == null || fit.inliers.size > best.inliers.size)) {
        best = fit;
      }
      if (best != null && best.inliers.size >= ENOUGH) {
        break;
      }
      proposal = proposals.next();
    }
    return Optional.ofNullable(best);
  }

  private @Nullable Fit refine(Projection rough) {
    Projection map = rough;
    Pairs inliers = new Pairs();
    for (double tolerance : TOLERANCES) {
      if (!sane(map)) {
        return null;
      }
      inliers = guided(map, tolerance);
      if (inliers.size < LEAST) {
        return null;
      }
      map = inliers.size < 6 ? map : Solver.affine(query.features, entry.features, inliers, map);
    }
    if (!sane(map)) {
      return null;
    }
    Fit flat = new Fit(map, inliers);
    return inliers.size < LEAST_PROJECTIVE ? flat : projected(flat);
  }

  /** The fit with perspective, when that explains as much. */
  private Fit projected(Fit flat) {
    Fit best = flat;
    for (double tolerance : PROJECTIVE_TOLERANCES) {
      Projection map = Solver.projective(query.features, entry.features, best.inliers);
      if (!sane(map) || !inSight(map)) {
        return flat;
      }
      best = new Fit(map, guided(map, tolerance));
    }
    return best.inliers.size >= flat.inliers.size ? best : flat;
  }

  /** Whether no corner of the query is anywhere near the horizon. */
  private boolean inSight(Projection map) {
    double width = query.query.width();
    double height = query.query.height();
    double nearest = Math.min(1, map.w(width, height));
    return Math.min(nearest, Math.min(map.w(width, 0), map.w(0, height))) > HORIZON;
  }

  private static boolean sane(Projection map) {
    return map.determinant() > 0
        && map.scale() > SMALLEST
        && map.scale() < LARGEST
        && map.stretch() < MAX_STRETCH;
  }

  /** For each feature of the entry that the query shows, the most alike near where it should be. */
  private Pairs guided(Projection map, double tolerance) {
    Projection back = map.inverse();
    Alignment alignment = new Alignment(map, tolerance);
    double radius = tolerance / map.scale() * Math.sqrt(map.stretch());
    Features e = entry.features;
    int[] nearest = new int[query.features.size];
    int[] bits = new int[query.features.size];
    Arrays.fill(nearest, -1);
    for (int i = 0; i < e.size; i++) {
      int to = i;
      int[] best = {-1, MAX_BITS + 1};
      query.near(
          back.x(e.x[i], e.y[i]),
          back.y(e.x[i], e.y[i]),
          radius,
          from -> {
            int distance = e.distance(to, query.features, from);
            if (distance < best[1] && alignment.holds(query.features, from, e, to)) {
              best[0] = from;
              best[1] = distance;
            }
          });
      if (best[0] >= 0 && (nearest[best[0]] < 0 || bits[best[0]] > best[1])) {
        nearest[best[0]] = i;
        bits[best[0]] = best[1];
      }
    }
    Pairs pairs = new Pairs();
    for (int from = 0; from < nearest.length; from++) {
      if (nearest[from] >= 0) {
        pairs.add(from, nearest[from], bits[from]);
      }
    }
    return pairs;
  }

  /**
   * How the query lies on the entry.
   *
   * @param map from the turned query to the entry, both in units of their longer sides
   */
  record Fit(Projection map, Pairs inliers) {}
}
