package dev.cordon.adapters;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Optional;

/** What came of an {@link Action}. A failure is a value; an exception is a bug. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "receipt")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Receipt.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Receipt.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Receipt.Deferred.class, name = "deferred")
})
public sealed interface Receipt {

  /**
   * The platform is now as the action wants it.
   *
   * @param alreadySo nothing had to be changed (the message was gone, the account was banned)
   * @param posted the message that a {@link Action.PostNotice} made
   */
  record Done(boolean alreadySo, Optional<MessageRef> posted) implements Receipt {
    /** Done, with nothing posted. */
    public static Done of(boolean alreadySo) {
      return new Done(alreadySo, Optional.empty());
    }
  }

  /**
   * The platform will not do it, now or later: missing right, too old, an owner.
   *
   * @param reason one line for a moderator, without any secret
   */
  record Refused(Reason code, String reason) implements Receipt {}

  /** Not done yet and worth another try: rate limit, server error, no connection. */
  record Deferred(Duration retryAfter, String reason) implements Receipt {}

  /** Why a platform refuses. */
  enum Reason {
    MISSING_RIGHT,
    TOO_OLD,
    PROTECTED_ACCOUNT,
    NOT_FOUND,
    CHAT_MOVED,
    UNSUPPORTED,
    INVALID
  }
}
