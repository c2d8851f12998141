package dev.cordon.matcher.pdq;

import java.util.HexFormat;

/**
 * A PDQ hash: 256 bits, the first of its 64 hexadecimal digits on top of the first long.
 *
 * @param a bits 255 to 192
 * @param b bits 191 to 128
 * @param c bits 127 to 64
 * @param d bits 63 to 0
 */
public record PdqHash(long a, long b, long c, long d) {
  private static final HexFormat HEX = HexFormat.of();
  private static final int DIGITS = 64;

  /**
   * Reads 64 hexadecimal digits of either case.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static PdqHash parse(String hex) {
    if (hex.length() != DIGITS) {
      throw new IllegalArgumentException(
          "A PDQ hash is " + DIGITS + " hexadecimal digits, got " + hex.length() + " characters");
    }
    return new PdqHash(word(hex, 0), word(hex, 16), word(hex, 32), word(hex, 48));
  }

  private static long word(String hex, int from) {
    return HexFormat.fromHexDigitsToLong(hex, from, from + 16);
  }

  /** How many bits differ, 0 to 256. */
  public int distance(PdqHash other) {
    return Long.bitCount(a ^ other.a)
        + Long.bitCount(b ^ other.b)
        + Long.bitCount(c ^ other.c)
        + Long.bitCount(d ^ other.d);
  }

  /**
   * About the hash of the turned picture: a turn moves frequencies and changes signs, but the
   * median that bits are made by is not known here, so that a few bits are wrong. Where the picture
   * is at hand, {@link Pdq#hash} gives the exact one.
   */
  public PdqHash turned(Dihedral turn) {
    long[] words = new long[4];
    for (int row = 0; row < Cosines.SIDE; row++) {
      for (int column = 0; column < Cosines.SIDE; column++) {
        boolean negated =
            (turn.rowsNegated && (row & 1) == 0) != (turn.columnsNegated && (column & 1) == 0);
        if (bit(row * Cosines.SIDE + column) != negated) {
          int to = turn.transposed ? column * Cosines.SIDE + row : row * Cosines.SIDE + column;
          words[3 - (to >> 6)] |= 1L << to;
        }
      }
    }
    return new PdqHash(words[0], words[1], words[2], words[3]);
  }

  /** One of the 256 bits; bit 16 i + j is of i + 1 half waves down and j + 1 across. */
  public boolean bit(int number) {
    long word = number < 128 ? (number < 64 ? d : c) : (number < 192 ? b : a);
    return (word >>> number & 1) != 0;
  }

  /** Four longs, the first holding the first 64 bits; as the index takes it. */
  public long[] toLongs() {
    return new long[] {a, b, c, d};
  }

  /** 64 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HEX.toHexDigits(a) + HEX.toHexDigits(b) + HEX.toHexDigits(c) + HEX.toHexDigits(d);
  }
}
