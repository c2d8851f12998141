package dev.cordon.matcher.local;

import org.jspecify.annotations.Nullable;

/**
 * How a query picture may lie on an entry's, by pairs of features alone: every pair proposes a
 * shift, scale and turn, as both carry scale and orientation; the proposal that most pairs agree
 * with comes first, then that of the pairs it does not explain.
 */
final class Proposals {
  /** Of the entry's longer side: how far pairs may lie from a proposal. */
  private static final double ROUGH = 0.08;

  private static final int MAX_PAIRS = 150;
  private static final int MAX_PROPOSALS = 50;
  private static final int LEAST = 3;

  private final Features query;
  private final Pairs pairs;

  /** The entry's feature of each pair: places only. */
  private final Features entry;

  private final boolean[] explained;
  private final @Nullable Proposal first;

  /**
   * @param entry the bytes that {@link LocalFeatures} reads
   */
  Proposals(byte[] entry, Features query, Pairs all) {
    this.query = query;
    pairs = all.nearest(MAX_PAIRS);
    this.entry = LocalFeatures.places(entry, pairs.entry, pairs.size);
    explained = new boolean[pairs.size];
    first = next();
  }

  /**
   * How the query may lie.
   *
   * @param votes how many features of the query agree
   */
  record Proposal(Projection map, int votes) {}

  /** The best one; null when too few pairs agree on any. */
  @Nullable Proposal first() {
    return first;
  }

  /** The proposal that most pairs not yet explained agree with; marks these. */
  @Nullable Proposal next() {
    int most = 0;
    Projection best = null;
    int step = Math.max(1, pairs.size / MAX_PROPOSALS);
    for (int i = 0; i < pairs.size; i += step) {
      if (!explained[i]) {
        Projection map = similarity(i);
        int votes = votes(map, false);
        if (votes > most) {
          most = votes;
          best = map;
        }
      }
    }
    if (best == null || most < LEAST) {
      return null;
    }
    votes(best, true);
    return new Proposal(best, most);
  }

  private Projection similarity(int i) {
    int from = pairs.query[i];
    double scale = Math.pow(2, entry.scale[i] - query.scale[from]);
    double rotation = entry.angle[i] - query.angle[from];
    return Projection.similarity(
        query.x[from], query.y[from], entry.x[i], entry.y[i], scale, rotation);
  }

  /** Distinct features of the query that agree. */
  private int votes(Projection map, boolean mark) {
    Alignment alignment = new Alignment(map, ROUGH);
    int votes = 0;
    int last = -1;
    for (int i = 0; i < pairs.size; i++) {
      if (alignment.holds(query, pairs.query[i], entry, i)) {
        votes += pairs.query[i] == last ? 0 : 1;
        last = pairs.query[i];
        explained[i] |= mark;
      }
    }
    return votes;
  }
}
