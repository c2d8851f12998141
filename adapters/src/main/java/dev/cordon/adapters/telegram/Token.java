package dev.cordon.adapters.telegram;

import java.util.regex.Pattern;

/**
 * A bot token. Shows itself to nobody but {@link #value()}'s callers, who build request addresses.
 */
record Token(String value) {
  private static final Pattern SHAPE = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{8,}");

  Token {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "token must be what BotFather gave, digits, a colon and at least 8 of A-Z a-z 0-9 _ -,"
              + " but was something else of "
              + value.length()
              + " characters (not shown)");
    }
  }

  /** The bot's own account id: Telegram puts it in front of the colon. */
  String botId() {
    return value.substring(0, value.indexOf(':'));
  }

  /** The text without the secret, wherever it came from. */
  String scrub(String text) {
    return text.replace(secret(), "(hidden)");
  }

  /** Alone, because the colon may come percent-encoded. */
  private String secret() {
    return value.substring(value.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return botId() + ":(hidden)";
  }
}
