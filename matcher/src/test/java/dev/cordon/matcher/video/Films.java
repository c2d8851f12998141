package dev.cordon.matcher.video;

import dev.cordon.matcher.pdq.PdqHash;
import java.util.Random;

/** Films that are nothing but hashes, made by code. */
final class Films {
  private Films() {}

  /** A still of a scene a second; two seeds never look alike. */
  static VideoFeatures film(long seed, int seconds) {
    Random random = new Random(seed);
    Stills.Builder stills = new Stills.Builder();
    for (int second = 0; second < seconds; second++) {
      stills.add(second * 100, second * 100, hash(random));
    }
    return features(stills, seconds * 100);
  }

  /** Films one after the other. */
  static VideoFeatures joined(VideoFeatures... films) {
    Stills.Builder stills = new Stills.Builder();
    int at = 0;
    for (VideoFeatures film : films) {
      for (int i = 0; i < film.size(); i++) {
        Timeline times = film.stills.times();
        stills.add(at + times.from()[i], at + times.to()[i], film.stills.hash()[i]);
      }
      at += film.length;
    }
    return features(stills, at);
  }

  /** Some seconds of a film, re-encoded so that some bits of each hash differ, at another speed. */
  static VideoFeatures copy(VideoFeatures film, int from, int to, int bits, double speed) {
    Random random = new Random(from + 31L * to);
    Stills.Builder stills = new Stills.Builder();
    for (int i = 0; i < film.size(); i++) {
      int time = film.stills.times().from()[i];
      if (time >= from * 100 && time < to * 100) {
        int at = (int) Math.round((time - from * 100) / speed);
        stills.add(at, at, changed(film.stills.hash()[i], bits, random));
      }
    }
    return features(stills, (int) Math.round((to - from) * 100 / speed));
  }

  private static VideoFeatures features(Stills.Builder stills, int length) {
    return new VideoFeatures(length, stills.build(), Shots.none());
  }

  private static PdqHash hash(Random random) {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  private static PdqHash changed(PdqHash hash, int bits, Random random) {
    long[] words = hash.toLongs();
    for (int i = 0; i < bits; i++) {
      words[random.nextInt(4)] ^= 1L << random.nextInt(64);
    }
    return new PdqHash(words[0], words[1], words[2], words[3]);
  }
}
