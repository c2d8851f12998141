package dev.cordon.matcher.pdq;

import java.util.Locale;

/** The eight ways to turn and mirror a picture so that its sides stay parallel to the axes. */
public enum Dihedral {
  /** As it is. */
  NONE(false, false, false),
  /** A quarter turn counter-clockwise. */
  ROTATE90(true, false, true),
  /** Upside down. */
  ROTATE180(false, true, true),
  /** A quarter turn clockwise. */
  ROTATE270(true, true, false),
  /** Top and bottom exchanged. */
  FLIPX(false, true, false),
  /** Left and right exchanged. */
  FLIPY(false, false, true),
  /** Mirrored on the diagonal from the top left. */
  TRANSPOSE(true, false, false),
  /** Mirrored on the diagonal from the top right. */
  TRANSVERSE(true, true, true);

  /** Whether rows become columns. */
  final boolean transposed;

  /** Whether the source's row frequencies change sign: those with an odd number of half waves. */
  final boolean rowsNegated;

  /** Whether the source's column frequencies change sign. */
  final boolean columnsNegated;

  Dihedral(boolean transposed, boolean rowsNegated, boolean columnsNegated) {
    this.transposed = transposed;
    this.rowsNegated = rowsNegated;
    this.columnsNegated = columnsNegated;
  }

  /** As it stands in a match: {@code none}, {@code rotate90}, … */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
