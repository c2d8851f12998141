package dev.cordon.adapters;

import java.util.Optional;

/**
 * Where a forwarded message came from, as far as the platform tells.
 *
 * @param kind what the platform calls the source
 * @param account the first sender, when not hidden
 * @param message the first message, when it was a channel's
 * @param name the shown name of the source; hostile text
 */
public record Origin(
    Kind kind, Optional<AccountRef> account, Optional<MessageRef> message, Optional<String> name) {

  /** What sort of source a forward has. */
  public enum Kind {
    ACCOUNT,
    HIDDEN_ACCOUNT,
    CHAT,
    CHANNEL
  }
}
