package dev.cordon.bots.explain;

import dev.cordon.matcher.pdq.PdqHash;
import java.awt.Color;
import java.awt.Graphics2D;

/** The 256 bits of a PDQ hash, coarse structure at the top left, fine at the bottom right. */
final class BitGrid {
  static final int CELL = 11;
  private static final int ROWS = 16;
  static final int SIDE = ROWS * CELL;

  private BitGrid() {}

  /** Draws a hash, marking the bits that another has otherwise. */
  static void draw(Graphics2D pen, PdqHash hash, PdqHash other, int left, int top) {
    pen.setColor(Colours.LINE);
    pen.fillRect(left - 1, top - 1, SIDE + 1, SIDE + 1);
    for (int bit = 0; bit < ROWS * ROWS; bit++) {
      boolean set = isSet(hash, bit);
      pen.setColor(colour(set, set != isSet(other, bit)));
      pen.fillRect(left + bit % ROWS * CELL, top + bit / ROWS * CELL, CELL - 1, CELL - 1);
    }
  }

  private static Color colour(boolean set, boolean differing) {
    if (differing) {
      return set ? Colours.DIFFERING_SET : Colours.DIFFERING;
    }
    return set ? Colours.BIT : Colours.BLANK;
  }

  /** Bit 0 is the last of the hash. */
  static boolean isSet(PdqHash hash, int bit) {
    return (hash.toLongs()[3 - bit / Long.SIZE] >>> bit % Long.SIZE & 1) == 1;
  }
}
