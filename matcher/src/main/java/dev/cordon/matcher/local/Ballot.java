package dev.cordon.matcher.local;

import dev.cordon.matcher.index.FeatureIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Collects which entries' features are near a query's, and ranks the entries. */
final class Ballot implements FeatureIndex.Votes {
  /** Fewer votes cannot make a fit. */
  private static final int LEAST_VOTES = 3;

  /** A query feature that is near more entries' features than this counts for less. */
  private static final double COMMON = 3;

  /** Entries whose votes are tried for a common proposal. */
  private static final int PROPOSED = 200;

  /** Entries that are checked in full. */
  private static final int CHECKED = 12;

  /** Entries that are checked in full though few votes agree. */
  private static final int TRIED = 4;

  private static final int MANY_VOTES = 5;

  /** Features that so many entries have tell nothing of any of them. */
  private static final int SHARED = 8;

  private int size;
  private int[] rows = new int[4096];
  private int[] query = new int[4096];
  private int[] entry = new int[4096];
  private byte[] bits = new byte[4096];
  private final int[] answers;

  /** Entries that have a feature like that of the query. */
  private final int[] entries;

  Ballot(int queryFeatures) {
    answers = new int[queryFeatures];
    entries = new int[queryFeatures];
  }

  @Override
  public void vote(int queryFeature, int row, int feature, int distance) {
    if (size == rows.length) {
      grow();
    }
    rows[size] = row;
    query[size] = queryFeature;
    entry[size] = feature;
    bits[size++] = (byte) distance;
    answers[queryFeature]++;
  }

  private void grow() {
    rows = Arrays.copyOf(rows, size * 2);
    query = Arrays.copyOf(query, size * 2);
    entry = Arrays.copyOf(entry, size * 2);
    bits = Arrays.copyOf(bits, size * 2);
  }

  /** The entries to check: of those with most votes, those whose votes agree on a place most. */
  List<Candidate> candidates(IntFunction<byte[]> bank, TurnedQuery turned) {
    List<Candidate> candidates = new ArrayList<>();
    List<Votes> most = mostVotes();
    BitSet shared = shared();
    for (Votes votes : most) {
      byte[] entry = bank.apply(votes.row);
      Proposals proposals = new Proposals(entry, turned.features, votes.pairs);
      if (proposals.first() != null) {
        candidates.add(new Candidate(votes.row, entry, proposals, shared));
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::agreeing).reversed());
    int checked = 0;
    while (checked < Math.min(CHECKED, candidates.size())
        && (checked < TRIED || candidates.get(checked).agreeing() >= MANY_VOTES)) {
      checked++;
    }
    return candidates.subList(0, checked);
  }

  /** The query's features that many entries have: of a logo, a frame, a letter, a plain edge. */
  private BitSet shared() {
    BitSet shared = new BitSet();
    for (int i = 0; i < entries.length; i++) {
      shared.set(i, entries[i] >= SHARED);
    }
    return shared;
  }

  @Override
  public void common(int queryFeature) {
    entries[queryFeature] = SHARED;
  }

  private List<Votes> mostVotes() {
    Map<Integer, Votes> byRow = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Votes votes = byRow.computeIfAbsent(rows[i], Votes::new);
      votes.count++;
      votes.weight += Math.min(1, COMMON / answers[query[i]]);
      if (votes.last != query[i]) {
        votes.last = query[i];
        entries[query[i]]++;
      }
    }
    List<Votes> most =
        byRow.values().stream()
            .filter(votes -> votes.count >= LEAST_VOTES)
            .sorted(Comparator.comparingDouble((Votes votes) -> votes.weight).reversed())
            .limit(PROPOSED)
            .toList();
    most.forEach(votes -> votes.chosen = true);
    for (int i = 0; i < size; i++) {
      Votes votes = byRow.get(rows[i]);
      if (votes != null && votes.chosen) {
        votes.pairs.add(query[i], entry[i], bits[i]);
      }
    }
    return most;
  }

  private static final class Votes {
    final int row;
    final Pairs pairs = new Pairs();
    int last = -1;
    int count;
    double weight;
    boolean chosen;

    Votes(int row) {
      this.row = row;
    }
  }

  /** An entry to check. */
  record Candidate(int row, byte[] entry, Proposals proposals, BitSet shared) {
    int agreeing() {
      Proposals.Proposal first = proposals.first();
      return first == null ? 0 : first.votes();
    }

    Optional<Finding> check(TurnedQuery query) {
      LocalFeatures known = LocalFeatures.read(entry);
      return new Geometry(known, query)
          .fit(proposals)
          .map(fit -> new Finding(row, known, query, fit, Evidence.of(known, query, fit, shared)));
    }
  }
}
