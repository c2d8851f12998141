package dev.cordon.bots.evaluate.edits;

import java.util.Locale;

/** What an edit is applied to; reports keep the kinds apart. */
public enum MediaKind {
  PICTURE,
  VIDEO,
  AUDIO;

  /** As files and tables write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
