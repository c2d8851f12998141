package dev.cordon.matcher.pdq;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The PDQ hashes of one picture.
 *
 * @param byTurn for each way to turn the picture, the hash of the picture so turned
 * @param quality 0 to 100; under 50 the picture has too little structure for a perceptual match
 */
public record PdqHashes(Map<Dihedral, PdqHash> byTurn, int quality) {
  public PdqHashes {
    byTurn = Collections.unmodifiableMap(new EnumMap<>(byTurn));
  }

  /** The hash of the picture as it is. */
  public PdqHash upright() {
    return Objects.requireNonNull(byTurn.get(Dihedral.NONE));
  }
}
