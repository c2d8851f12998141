package dev.cordon.matcher.bank;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;

/**
 * An entry's id as the 128 bits that it stands for: 48 bits of milliseconds, 80 random ones,
 * written as 26 characters of Crockford's base 32 (<a
 * href="https://github.com/ulid/spec">ULID</a>).
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Ulid(long high, long low) implements Comparable<Ulid> {
  private static final int LENGTH = 26;
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final byte[] VALUES = values();
  private static final Random RANDOM = new SecureRandom();

  /**
   * A new id.
   *
   * @param millis since 1970
   */
  public static Ulid at(long millis) {
    return new Ulid(millis << 16 | RANDOM.nextInt(1 << 16), RANDOM.nextLong());
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException when the text is not an id
   */
  public static Ulid parse(String text) {
    if (text.length() != LENGTH || text.charAt(0) > '7') {
      throw malformed(text);
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      int value = c < VALUES.length ? VALUES[c] : -1;
      if (value < 0) {
        throw malformed(text);
      }
      high = high << 5 | low >>> 59;
      low = low << 5 | value;
    }
    return new Ulid(high, low);
  }

  @Override
  public int compareTo(Ulid other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    char[] text = new char[LENGTH];
    long upper = high;
    long lower = low;
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = DIGITS[(int) lower & 31];
      lower = lower >>> 5 | upper << 59;
      upper >>>= 5;
    }
    return new String(text);
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "id must be a ULID, 26 characters of 0-9 and A-Z without I, L, O and U, was \""
            + text
            + "\"");
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < DIGITS.length; i++) {
      values[DIGITS[i]] = (byte) i;
    }
    return values;
  }
}
