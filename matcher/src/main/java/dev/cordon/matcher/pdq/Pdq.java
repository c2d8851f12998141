package dev.cordon.matcher.pdq;

import dev.cordon.matcher.signal.Picture;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Computes PDQ hashes: nearest-neighbour sampling to 512 × 512 of anything larger, a tent filter
 * down to 64 × 64, the 16 × 16 lowest frequencies of its cosine transform, one bit for each that
 * lies above their median.
 */
public final class Pdq {
  /** The shortest side, in pixels, that gives a hash. */
  public static final int MIN_SIDE = 5;

  private static final int MAX_SIDE = 512;

  private Pdq() {}

  /** The hashes of a picture and its seven turned copies; empty when a side is under 5 pixels. */
  public static Optional<PdqHashes> hash(Picture picture) {
    if (Math.min(picture.width(), picture.height()) < MIN_SIDE) {
      return Optional.empty();
    }
    int width = picture.storedWidth();
    int height = picture.storedHeight();
    boolean large = Math.max(width, height) > MAX_SIDE;
    float[][] small =
        TentFilter.reduce(picture, large ? MAX_SIDE : width, large ? MAX_SIDE : height);
    return Optional.of(new PdqHashes(turns(Cosines.of(small)), Quality.of(small)));
  }

  /**
   * A turn of the picture only moves its frequencies and changes signs. The median is another one
   * each time, which is why the eight cannot be had from the bits of one.
   */
  private static Map<Dihedral, PdqHash> turns(float[][] frequencies) {
    Map<Dihedral, PdqHash> turns = new EnumMap<>(Dihedral.class);
    for (Dihedral turn : Dihedral.values()) {
      turns.put(turn, Bits.aboveMedian(Cosines.turn(frequencies, turn)));
    }
    return turns;
  }
}
