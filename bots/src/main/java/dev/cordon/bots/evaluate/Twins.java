package dev.cordon.bots.evaluate;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.pdq.PdqHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Media that a corpus holds more than once. Left in, a match with the other copy would be taken for
 * an error.
 *
 * @param distinct each picture once, the first of its files
 * @param copies names of files that were left out, to the names of those that they are copies of
 */
public record Twins(List<Media> distinct, Map<String, String> copies) {
  /**
   * Unrelated pictures of some detail do not come that near; half of all re-encoded copies are
   * nearer.
   */
  private static final int NEAR = 10;

  /** Below, PDQ's authors hold a hash for too little to go by. */
  private static final int DETAILED = 50;

  /** Finds copies by digest and by PDQ. */
  public static Twins in(List<Media> corpus) {
    List<Media> distinct = new ArrayList<>();
    Map<String, String> copies = new LinkedHashMap<>();
    for (Media media : corpus) {
      distinct.stream()
          .filter(other -> same(media, other))
          .findFirst()
          .ifPresentOrElse(
              other -> copies.put(media.name(), other.name()), () -> distinct.add(media));
    }
    return new Twins(List.copyOf(distinct), copies);
  }

  private static boolean same(Media media, Media other) {
    Optional<Signal> digest = signal(media, Signal.SHA256);
    return (digest.isPresent() && digest.equals(signal(other, Signal.SHA256)))
        || (detailed(media).isPresent() && detailed(other).isPresent() && near(media, other));
  }

  private static boolean near(Media media, Media other) {
    return detailed(media).orElseThrow().distance(detailed(other).orElseThrow()) <= NEAR;
  }

  private static Optional<PdqHash> detailed(Media media) {
    return signal(media, Signal.PDQ)
        .filter(signal -> signal.quality() >= DETAILED)
        .map(signal -> PdqHash.parse(signal.value()));
  }

  private static Optional<Signal> signal(Media media, String type) {
    return media.signals().stream().filter(signal -> signal.type().equals(type)).findFirst();
  }
}
