package dev.cordon.adapters.telegram;

import dev.cordon.adapters.Sender.Standing;
import java.util.Optional;
import java.util.Set;

/**
 * Who runs a chat.
 *
 * @param known false when Telegram could not be asked
 * @param linkedChat the channel whose discussion group this is
 */
record Staff(
    boolean known, Set<String> owners, Set<String> administrators, Optional<String> linkedChat) {

  static final Staff UNKNOWN = new Staff(false, Set.of(), Set.of(), Optional.empty());

  /** A chat without administrators: a private one. */
  static final Staff NONE = new Staff(true, Set.of(), Set.of(), Optional.empty());

  Staff {
    owners = Set.copyOf(owners);
    administrators = Set.copyOf(administrators);
  }

  Standing standingOf(String account) {
    if (!known) {
      return Standing.UNKNOWN;
    }
    if (owners.contains(account)) {
      return Standing.OWNER;
    }
    boolean runs =
        administrators.contains(account) || linkedChat.filter(account::equals).isPresent();
    return runs ? Standing.ADMINISTRATOR : Standing.MEMBER;
  }
}
