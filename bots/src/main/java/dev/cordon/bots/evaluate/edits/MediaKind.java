package dev.cordon.bots.evaluate.edits;

import java.util.Locale;

/** What an edit is applied to; reports keep the kinds apart. */
public enum MediaKind {
  PICTURE("pictures"),
  VIDEO("films"),
  AUDIO("sounds");

  private final String words;

  MediaKind(String words) {
    this.words = words;
  }

  /** Several, for people. */
  public String words() {
    return words;
  }

  /** As files and tables write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
