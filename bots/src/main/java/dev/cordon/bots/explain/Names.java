package dev.cordon.bots.explain;

/** Names of files that strangers chose. */
public final class Names {
  private static final int MOST = 400;
  private static final String UNSEEN = "\uFFFD";

  /** Letters of some scripts, and some emoji, are joined or kept apart by these. */
  private static final String JOINERS = "\u200C\u200D";

  private Names() {}

  /**
   * A name without what moves a terminal's cursor, turns the order of letters around or cannot be
   * seen: each such character is shown as one that stands for the unknown.
   */
  public static String safe(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints()
        .limit(MOST)
        .forEach(
            c -> {
              if (isSeen(c)) {
                safe.appendCodePoint(c);
              } else {
                safe.append(UNSEEN);
              }
            });
    return safe.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> JOINERS.indexOf(c) >= 0;
      default -> true;
    };
  }
}
