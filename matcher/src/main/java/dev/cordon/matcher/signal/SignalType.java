package dev.cordon.matcher.signal;

/**
 * Computes one type of perceptual fingerprint from a picture and compares two of them; found
 * through {@link java.util.ServiceLoader}.
 *
 * <p>PDQ has an index of its own; other types are compared entry by entry, which suits banks of
 * some thousand entries.
 */
public interface SignalType extends Extractor {

  /** The {@link dev.cordon.matcher.Signal#type()} that it makes; upper-case, unique. */
  @Override
  String name();

  /** How far apart two values are, 0 for the same. */
  int distance(String value, String other);

  /**
   * The chance that two unrelated pictures are at most so far apart, which a match's confidence and
   * the false positives of its bank are computed with; one in a million unless the type knows.
   *
   * @param quality of the query's signal, 0 to 100
   * @return 0 to 1
   */
  default double chance(int distance, int quality) {
    return 1e-6;
  }

  /** The greatest distance that is a match unless the bank says otherwise. */
  int defaultThreshold();
}
