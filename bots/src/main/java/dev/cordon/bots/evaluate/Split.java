package dev.cordon.bots.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A corpus in two halves, by nothing but its files' order and a seed.
 *
 * @param known to be enrolled, sorted; the larger half
 * @param unknown never enrolled, sorted: whatever of it matches, matches falsely
 */
public record Split(List<Path> known, List<Path> unknown) {

  /** Splits files in their given order. */
  public static Split of(List<Path> files, long seed) {
    List<Path> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(seed));
    int half = (files.size() + 1) / 2;
    return new Split(
        shuffled.subList(0, half).stream().sorted().toList(),
        shuffled.subList(half, shuffled.size()).stream().sorted().toList());
  }
}
