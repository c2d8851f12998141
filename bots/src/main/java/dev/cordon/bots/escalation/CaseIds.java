package dev.cordon.bots.escalation;

import java.util.random.RandomGenerator;

/**
 * Makes case ids that can be read out on the telephone: {@code C-} and seven digits of Crockford's
 * base 32 (no I, L, O, U), 2^35 of them.
 */
public final class CaseIds {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 7;

  private final RandomGenerator random;

  public CaseIds(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    StringBuilder id = new StringBuilder("C-");
    random.ints(LENGTH, 0, DIGITS.length()).forEach(digit -> id.append(DIGITS.charAt(digit)));
    return id.toString();
  }
}
