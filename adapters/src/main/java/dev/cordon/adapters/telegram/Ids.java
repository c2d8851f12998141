package dev.cordon.adapters.telegram;

/** Ids travel as text in our types and as numbers in Telegram's. */
final class Ids {
  private Ids() {}

  /** A number, or the text as it is: Telegram also takes {@code @name} for a public chat. */
  static Object of(String id) {
    return id.matches("-?\\d{1,18}") ? (Object) Long.valueOf(id) : id;
  }
}
