package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * How many files of either half each edit is tried on at the most.
 *
 * @param others films, and sounds: their copies take seconds to make
 */
public record PerEdit(int pictures, int others) {
  /** Every file. */
  public static final PerEdit ALL = new PerEdit(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static final PerEdit USUAL = new PerEdit(20, 5);

  /** What was asked for; the usual when nothing was. */
  public static PerEdit of(@Nullable Integer wished) {
    return wished == null ? USUAL : new PerEdit(wished, wished);
  }

  /** Of one kind. */
  public int of(MediaKind kind) {
    return kind == MediaKind.PICTURE ? pictures : others;
  }

  @Override
  public String toString() {
    return pictures == others ? Integer.toString(pictures) : pictures + " or " + others;
  }
}
