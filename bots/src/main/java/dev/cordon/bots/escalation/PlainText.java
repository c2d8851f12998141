package dev.cordon.bots.escalation;

/** Makes hostile text fit to be shown in one line of a notice. */
final class PlainText {
  private PlainText() {}

  /**
   * Without control, formatting (zero-width, bidi) and surrogate leftovers, white space folded, cut
   * to a length.
   */
  static String line(String hostile, int maxLength) {
    String plain =
        hostile
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ")
            .replaceAll("\\s+", " ")
            .strip();
    int end =
        plain.offsetByCodePoints(0, Math.min(maxLength, plain.codePointCount(0, plain.length())));
    return end < plain.length() ? plain.substring(0, end) + "…" : plain;
  }
}
