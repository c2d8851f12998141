package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.MediaKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A corpus in two halves, by nothing but its order and a seed.
 *
 * @param known to be enrolled, by name; the larger half
 * @param unknown never enrolled, by name: whatever of it matches, matches falsely
 */
public record Split(List<Media> known, List<Media> unknown) {

  /** Splits media in their given order. */
  public static Split of(List<Media> corpus, long seed) {
    List<Media> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, new Random(seed));
    int half = (corpus.size() + 1) / 2;
    return new Split(
        byName(shuffled.subList(0, half)), byName(shuffled.subList(half, shuffled.size())));
  }

  private static List<Media> byName(List<Media> half) {
    return half.stream().sorted(Comparator.comparing(Media::name)).toList();
  }

  /** Splits each kind of media by itself, so that either half has as much of each. */
  public static Split of(List<Media> corpus, Function<Media, MediaKind> kind, long seed) {
    List<Split> splits =
        Arrays.stream(MediaKind.values())
            .map(each -> corpus.stream().filter(media -> kind.apply(media) == each).toList())
            .map(media -> of(media, seed))
            .toList();
    return new Split(
        splits.stream().flatMap(split -> split.known().stream()).toList(),
        splits.stream().flatMap(split -> split.unknown().stream()).toList());
  }
}
