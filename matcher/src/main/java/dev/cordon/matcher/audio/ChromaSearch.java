package dev.cordon.matcher.audio;

import dev.cordon.matcher.audio.Passage.Evidence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for a query's chroma words: halves of words that are the same vote on an entry and an
 * offset, and there bits are compared along the stretch. Finds what is played at its own speed.
 */
final class ChromaSearch {
  private static final int UPPER = 0xfffff000;
  private static final int LOWER = 0x000fffff;
  private static final double SECONDS = (double) ChromaWords.HOP / AudioExtractor.RATE;

  /** What a word is computed from: 20 frames of 4096 samples. */
  private static final double WORD_SECONDS = (4096 + 19.0 * ChromaWords.HOP) / AudioExtractor.RATE;

  private static final int[] SHIFTS = {-97, -61, -41, -23, -13, 13, 23, 41, 61, 97};

  /** Of seven seconds and more: shorter ones are left to the peaks, as drones share words. */
  private static final int LEAST_WORDS = 40;

  private static final int LEAST_VOTES = 3;
  private static final int MOST_PLACES = 24;

  /** Different bits of a word between what a copy and what another sound has. */
  private static final double EVEN = 10;

  private static final double DROP = 80;

  /** Of the words of a stretch so many have to differ from the one before: tones do not. */
  private static final double CHANGING = 0.4;

  private final Shelf shelf;
  private final Postings postings;
  private final int[] query;

  ChromaSearch(Shelf shelf, Postings postings, AudioFeatures query) {
    this.shelf = shelf;
    this.postings = postings;
    this.query = query.words;
  }

  /** Puts each word of an entry under one half of it, by turns. */
  static void index(Entry entry, Postings postings) {
    int[] words = entry.features().words;
    for (int i = 1; i < words.length; i++) {
      if (words[i] != words[i - 1]) {
        int mask = i % 2 == 0 ? UPPER : LOWER;
        postings.add(key(words[i], mask), (long) entry.base() << 20 | i);
      }
    }
  }

  private static int key(int word, int mask) {
    int mixed = (word & mask) * 0x9E3779B1 ^ (mask == UPPER ? 0x5bd1e995 : 0);
    mixed ^= mixed >>> 15;
    return mixed * 0x85EBCA77;
  }

  void into(List<Passage> passages) {
    Map<Long, Integer> votes = new HashMap<>();
    int most = AudioBank.most(postings);
    for (int i = 1; i < query.length; i++) {
      if (query[i] != query[i - 1]) {
        int at = i;
        for (int mask : new int[] {UPPER, LOWER}) {
          postings.find(
              key(query[i], mask), most, number -> votes.merge(number - at, 1, Integer::sum));
        }
      }
    }
    votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= LEAST_VOTES)
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .limit(MOST_PLACES)
        .forEach(vote -> check(vote.getKey(), passages));
  }

  private void check(long place, List<Passage> passages) {
    int shifted = (int) (place & 0xfffff);
    boolean before = shifted >= 1 << 19;
    long base = before ? (place >> 20) + 1 : place >> 20;
    Entry entry = shelf.at((int) base);
    if (entry == null || entry.base() != base) {
      return;
    }
    int offset = before ? shifted - (1 << 20) : shifted;
    compare(entry, offset, passages);
  }

  private void compare(Entry entry, int offset, List<Passage> passages) {
    int[] words = entry.features().words;
    int from = Math.max(0, -offset);
    int to = Math.min(query.length, words.length - offset);
    int[] errors = new int[Math.max(0, to - from)];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = Integer.bitCount(query[from + i] ^ words[from + i + offset]);
    }
    int[] part = best(errors);
    int length = part[1] - part[0];
    if (length >= LEAST_WORDS && changes(from + part[0], from + part[1])) {
      double elsewhere = elsewhere(words, offset, from + part[0], from + part[1]);
      int distance = AudioOdds.distance(mean(errors, part), elsewhere, seconds(length));
      passages.add(passage(entry, offset, from + part[0], length, distance));
    }
  }

  /** The share of bits that differ when the stretch is moved along the entry. */
  private double elsewhere(int[] words, int offset, int from, int to) {
    long bits = 0;
    long all = 0;
    for (int shift : SHIFTS) {
      for (int i = from; i < to; i++) {
        int there = i + offset + shift;
        if (there >= 0 && there < words.length) {
          bits += Integer.bitCount(query[i] ^ words[there]);
          all += Integer.SIZE;
        }
      }
    }
    return all == 0 ? 0.5 : bits / (double) all;
  }

  private static double seconds(int words) {
    return (words - 1) * SECONDS + WORD_SECONDS;
  }

  /** The part with the most agreement. */
  private static int[] best(int[] errors) {
    double sum = 0;
    double highest = 0;
    int begin = 0;
    int[] best = {0, 0};
    double peak = 0;
    for (int i = 0; i < errors.length; i++) {
      sum += EVEN - errors[i];
      peak = Math.max(peak, sum);
      if (sum < 0 || sum < peak - DROP) {
        sum = 0;
        peak = 0;
        begin = i + 1;
      } else if (sum > highest) {
        highest = sum;
        best = new int[] {begin, i + 1};
      }
    }
    return best;
  }

  private static double mean(int[] errors, int[] part) {
    return Arrays.stream(errors, part[0], part[1]).average().orElse(Integer.SIZE) / Integer.SIZE;
  }

  private boolean changes(int from, int to) {
    int changing = 0;
    for (int i = Math.max(1, from); i < to; i++) {
      changing += query[i] == query[i - 1] ? 0 : 1;
    }
    return changing >= CHANGING * (to - from);
  }

  private static Passage passage(Entry entry, int offset, int from, int length, int distance) {
    double seconds = seconds(length);
    double start = from * SECONDS;
    double there = (from + offset) * SECONDS;
    return new Passage(
        entry.row(),
        distance,
        start,
        start + seconds,
        there,
        there + seconds,
        1,
        1,
        Evidence.CHROMA);
  }
}
