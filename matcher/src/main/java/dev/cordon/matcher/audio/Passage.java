package dev.cordon.matcher.audio;

/**
 * A stretch of sound that is a stretch of an entry.
 *
 * @param row of the entry
 * @param distance 0 for certain to 100
 * @param start where it begins, in seconds
 * @param end where it ends, in seconds
 * @param entryStart where it begins in the entry
 * @param entryEnd where it ends in the entry
 * @param speed how many seconds of the entry a second is; above 1 when it is played faster
 * @param pitch its frequencies over the entry's
 * @param evidence what tells
 */
public record Passage(
    int row,
    int distance,
    double start,
    double end,
    double entryStart,
    double entryEnd,
    double speed,
    double pitch,
    Evidence evidence) {

  /** What told that two stretches are the same. */
  public enum Evidence {
    /** Spectral peaks in the same places. */
    PEAKS,
    /** Chroma words with few bits of difference. */
    CHROMA
  }
}
