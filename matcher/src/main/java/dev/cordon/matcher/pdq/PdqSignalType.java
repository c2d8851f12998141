package dev.cordon.matcher.pdq;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.SignalType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * PDQ as a signal type. A picture gives two signals: {@link Signal#PDQ}, its hash, which banks
 * keep; and {@link #DIHEDRAL}, the hashes of its seven turned copies, which only queries use, so
 * that one hash in a bank is found however a copy was turned.
 */
public final class PdqSignalType implements SignalType {
  /**
   * Type of the signal that holds the hashes of the turned copies: seven times 64 digits joined by
   * commas, in the order of {@link Dihedral} from {@link Dihedral#ROTATE90} on.
   */
  public static final String DIHEDRAL = "PDQ_DIHEDRAL";

  /**
   * Up to 31 of 256 bits is the same picture; recommended with the algorithm ("The TMK+PDQF
   * Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", 2019).
   */
  private static final int THRESHOLD = 31;

  @Override
  public String name() {
    return Signal.PDQ;
  }

  @Override
  public List<Signal> signals(Picture picture) {
    return Pdq.hash(picture).map(PdqSignalType::signals).orElse(List.of());
  }

  private static List<Signal> signals(PdqHashes hashes) {
    String turned =
        hashes.byTurn().entrySet().stream()
            .filter(entry -> entry.getKey() != Dihedral.NONE)
            .map(entry -> entry.getValue().toString())
            .collect(Collectors.joining(","));
    return List.of(
        new Signal(Signal.PDQ, hashes.upright().toString(), hashes.quality()),
        new Signal(DIHEDRAL, turned, hashes.quality()));
  }

  /**
   * Reads the value of a {@link #DIHEDRAL} signal.
   *
   * @throws IllegalArgumentException when it is not seven hashes
   */
  public static Map<Dihedral, PdqHash> turned(String value) {
    String[] hashes = value.split(",", -1);
    Dihedral[] turns = Dihedral.values();
    if (hashes.length != turns.length - 1) {
      throw new IllegalArgumentException(
          DIHEDRAL + " is seven hashes joined by commas, got " + hashes.length);
    }
    Map<Dihedral, PdqHash> turned = new EnumMap<>(Dihedral.class);
    for (int i = 0; i < hashes.length; i++) {
      turned.put(turns[i + 1], PdqHash.parse(hashes[i]));
    }
    return turned;
  }

  @Override
  public int distance(String value, String other) {
    return PdqHash.parse(value).distance(PdqHash.parse(other));
  }

  @Override
  public double chance(int distance, int quality) {
    return PdqOdds.chance(distance, quality);
  }

  @Override
  public int defaultThreshold() {
    return THRESHOLD;
  }
}
