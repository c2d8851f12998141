package dev.cordon.bots.escalation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Entry ids made from what asked for the entry: tried again after a crash, the same order makes the
 * same entry and not a second one.
 */
final class EntryIds {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int BYTES = 16;

  private EntryIds() {}

  /** 26 characters of Crockford base 32, like a ULID: 128 bits of the SHA-256 of the origin. */
  static String of(String origin) {
    BigInteger rest = new BigInteger(1, Arrays.copyOf(sha256(origin), BYTES));
    char[] id = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      id[i] = DIGITS.charAt(rest.intValue() & 31);
      rest = rest.shiftRight(5);
    }
    return new String(id);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
