package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Action;
import java.util.Locale;

/** By what urgency actions wait: the first lane is always served first. */
public enum Lane {
  REMOVALS,
  ACCOUNTS,
  /** Cordon's own words; the kill switch does not hold them. */
  NOTICES;

  /** The lane of an action. */
  public static Lane of(Action action) {
    if (action instanceof Action.RemoveMessages) {
      return REMOVALS;
    }
    boolean notice =
        action instanceof Action.PostNotice
            || action instanceof Action.EditNotice
            || action instanceof Action.AnswerPress;
    return notice ? NOTICES : ACCOUNTS;
  }

  /** The lane's name in the queue. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
