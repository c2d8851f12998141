package dev.cordon.matcher.index;

import static dev.cordon.matcher.index.FeatureIndex.WORD_BITS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Makes one segment of the live entries of several blocks. */
final class FeatureMerge {
  private record Entry(FeatureBlock block, int entry) {
    int row() {
      return block.rows[entry];
    }

    int features() {
      return block.firsts[entry + 1] - block.firsts[entry];
    }
  }

  private final int[] rows;
  private final int[] firsts;
  private final int rest;
  private final int positionBits;
  private final int[] starts;
  private final long[] signatures;
  private final int[] references;

  private FeatureMerge(List<Entry> entries) {
    rows = entries.stream().mapToInt(Entry::row).toArray();
    firsts = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      firsts[i + 1] = firsts[i] + entries.get(i).features();
    }
    int features = firsts[rows.length];
    int bits = FeatureSegment.bits(features);
    rest = WORD_BITS - bits;
    positionBits = FeatureSegment.positionBits(bits);
    starts = new int[(1 << bits) + 1];
    signatures = new long[features];
    references = new int[features];
  }

  static FeatureSegment of(List<FeatureBlock> blocks) {
    List<Entry> entries = live(blocks);
    FeatureMerge merge = new FeatureMerge(entries);
    List<int[]> places = blocks.stream().map(block -> merge.places(block, entries)).toList();
    for (int i = 0; i < blocks.size(); i++) {
      merge.count(blocks.get(i), places.get(i));
    }
    merge.sumUp();
    for (int i = 0; i < blocks.size(); i++) {
      merge.place(blocks.get(i), places.get(i));
    }
    return merge.segment();
  }

  private static List<Entry> live(List<FeatureBlock> blocks) {
    List<Entry> entries = new ArrayList<>();
    for (FeatureBlock block : blocks) {
      int end = block.entries();
      for (int entry = 0; entry < end; entry++) {
        if (block.isLive(entry)) {
          entries.add(new Entry(block, entry));
        }
      }
    }
    entries.sort(Comparator.comparingInt(Entry::row));
    return entries;
  }

  /** The new first feature of each of a block's entries, -1 when it is gone. */
  private int[] places(FeatureBlock block, List<Entry> entries) {
    int[] places = new int[block.entries()];
    Arrays.fill(places, -1);
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).block() == block) {
        places[entries.get(i).entry()] = firsts[i];
      }
    }
    return places;
  }

  private void count(FeatureBlock block, int[] places) {
    block.forEach(
        (word, signature, entry, feature) -> {
          if (places[entry] >= 0) {
            starts[word >>> rest]++;
          }
        });
  }

  private void sumUp() {
    int sum = 0;
    for (int bucket = 0; bucket < starts.length; bucket++) {
      int size = starts[bucket];
      starts[bucket] = sum;
      sum += size;
    }
  }

  /** Afterwards each bucket's start is where the next one's should be. */
  private void place(FeatureBlock block, int[] places) {
    block.forEach(
        (word, signature, entry, feature) -> {
          if (places[entry] >= 0) {
            int at = starts[word >>> rest]++;
            signatures[at] = signature;
            int low = (word & ((1 << rest) - 1)) << positionBits;
            references[at] = rest == 0 ? places[entry] + feature : low | places[entry] + feature;
          }
        });
  }

  private FeatureSegment segment() {
    System.arraycopy(starts, 0, starts, 1, starts.length - 1);
    starts[0] = 0;
    return new FeatureSegment(rows, firsts, starts, signatures, references);
  }
}
