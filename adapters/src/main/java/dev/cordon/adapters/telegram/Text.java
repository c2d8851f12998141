package dev.cordon.adapters.telegram;

/** Handles text of others. */
final class Text {
  private static final int LINE = 300;

  private Text() {}

  /** One short line without control characters, fit for a log. */
  static String line(String text) {
    return cut(text.replaceAll("\\p{Cntrl}+", " ").strip(), LINE);
  }

  /** At most {@code limit} UTF-16 units, ending in an ellipsis when cut, no character torn. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
