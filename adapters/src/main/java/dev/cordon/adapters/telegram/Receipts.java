package dev.cordon.adapters.telegram;

import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Receipt.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns answers into receipts. Telegram tells its reasons apart only by their wording, so this is
 * the one place that knows the wordings, as the public Bot API server sends them.
 */
final class Receipts {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofSeconds(5);

  /** The token is refused until an operator changes it; the action is kept for that. */
  private static final Duration UNTIL_REPAIRED = Duration.ofMinutes(1);

  private static final Map<String, Reason> WORDINGS = wordings();

  private Receipts() {}

  private static Map<String, Reason> wordings() {
    Map<String, Reason> words = new LinkedHashMap<>();
    words.put("user is an administrator of the chat", Reason.PROTECTED_ACCOUNT);
    words.put("can't remove chat owner", Reason.PROTECTED_ACCOUNT);
    words.put("can't restrict chat owner", Reason.PROTECTED_ACCOUNT);
    words.put("can't restrict self", Reason.PROTECTED_ACCOUNT);
    words.put("user_admin_invalid", Reason.PROTECTED_ACCOUNT);
    words.put("not enough rights", Reason.MISSING_RIGHT);
    words.put("have no rights", Reason.MISSING_RIGHT);
    words.put("need administrator rights", Reason.MISSING_RIGHT);
    words.put("must be an administrator", Reason.MISSING_RIGHT);
    words.put("chat_admin_required", Reason.MISSING_RIGHT);
    words.put("message_delete_forbidden", Reason.MISSING_RIGHT);
    words.put("not found", Reason.NOT_FOUND);
    words.put("participant_id_invalid", Reason.NOT_FOUND);
    words.put("user_id_invalid", Reason.NOT_FOUND);
    words.put("invalid user_id", Reason.NOT_FOUND);
    words.put("user_already_participant", Reason.NOT_FOUND);
    words.put("method is available", Reason.UNSUPPORTED);
    return words;
  }

  /** The receipt for an answer that is not in need of a special reading. */
  static Receipt of(Answer answer) {
    if (answer instanceof Answer.Ok) {
      return Receipt.Done.of(false);
    }
    if (answer instanceof Answer.Held held) {
      return new Receipt.Deferred(held.retryAfter(), held.reason());
    }
    return answer instanceof Answer.Failed failed
        ? of(failed)
        : new Receipt.Deferred(SOON, answer.reason());
  }

  private static Receipt of(Answer.Failed failed) {
    if (failed.code() == 429) {
      return new Receipt.Deferred(failed.retryAfter().orElse(A_SECOND), failed.reason());
    }
    if (failed.code() == 401 || failed.code() == 404) {
      return new Receipt.Deferred(UNTIL_REPAIRED, failed.reason() + "; check the key token");
    }
    if (failed.code() >= 500) {
      return new Receipt.Deferred(SOON, failed.reason());
    }
    return new Receipt.Refused(reason(failed), failed.reason());
  }

  private static Reason reason(Answer.Failed failed) {
    if (failed.movedTo().isPresent()) {
      return Reason.CHAT_MOVED;
    }
    return WORDINGS.entrySet().stream()
        .filter(wording -> failed.says(wording.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(failed.code() == 403 ? Reason.MISSING_RIGHT : Reason.INVALID);
  }

  /** Done and already so when the answer says one of the words, else as usual. */
  static Receipt alreadySoOn(Answer answer, String... words) {
    if (answer instanceof Answer.Failed failed) {
      for (String word : words) {
        if (failed.says(word)) {
          return Receipt.Done.of(true);
        }
      }
    }
    return of(answer);
  }
}
