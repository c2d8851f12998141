package dev.cordon.matcher.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Features of a query for tests. */
record Features(
    int[] words, long[] signatures, byte[] doubts, int[] wordMasks, long[] signatureMasks) {
  private static final int WORD = (1 << 24) - 1;

  /** Features near those of entries, with doubts as they may come. */
  static Features near(List<LinearFeatures.Entry> entries, int count, Random random) {
    int[] words = new int[count];
    long[] signatures = new long[count];
    for (int i = 0; i < count; i++) {
      LinearFeatures.Entry entry = entries.get(random.nextInt(entries.size()));
      int feature = random.nextInt(entry.words().length);
      words[i] = entry.words()[feature] ^ bits(random, random.nextInt(4), 24);
      signatures[i] = entry.signatures()[feature];
      for (int flip = random.nextInt(24); flip > 0; flip--) {
        signatures[i] ^= 1L << random.nextInt(64);
      }
    }
    byte[] doubts = new byte[24 * count];
    random.nextBytes(doubts);
    int[] wordMasks = {0, random.nextInt() & WORD};
    long[] signatureMasks = {0, random.nextLong()};
    return new Features(words, signatures, doubts, wordMasks, signatureMasks);
  }

  static LinearFeatures.Entry entry(int features, Random random) {
    int[] words = new int[features];
    long[] signatures = new long[features];
    for (int i = 0; i < features; i++) {
      words[i] = random.nextInt() & WORD;
      signatures[i] = random.nextLong();
    }
    return new LinearFeatures.Entry(words, signatures);
  }

  /** The same features as a variant's searches turn them back into. */
  Features masked(int variant) {
    int[] turned = words.clone();
    long[] turnedSignatures = signatures.clone();
    for (int i = 0; i < turned.length; i++) {
      turned[i] ^= wordMasks[variant];
      turnedSignatures[i] ^= signatureMasks[variant];
    }
    return new Features(turned, turnedSignatures, doubts, wordMasks, signatureMasks);
  }

  FeatureQuery query() {
    return new FeatureQuery(words, signatures, doubts, wordMasks, signatureMasks);
  }

  /** What a search reports, in an order that can be compared. */
  List<String> votes(FeatureIndex index, int variant) {
    List<String> votes = new ArrayList<>();
    index.search(
        query(),
        variant,
        (query, row, feature, distance) -> votes.add(vote(query, row, feature, distance)));
    votes.sort(null);
    return votes;
  }

  List<String> votes(LinearFeatures index, int variant, int radius, LinearFeatures.Flip flip) {
    List<String> votes = new ArrayList<>();
    index.search(
        this,
        variant,
        radius,
        flip,
        (query, row, feature, distance) -> votes.add(vote(query, row, feature, distance)));
    votes.sort(null);
    return votes;
  }

  static String vote(int query, int row, int feature, int distance) {
    return query + " finds " + row + "/" + feature + " at " + distance;
  }

  private static int bits(Random random, int count, int below) {
    int bits = 0;
    for (int i = 0; i < count; i++) {
      bits |= 1 << random.nextInt(below);
    }
    return bits;
  }
}
