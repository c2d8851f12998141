package dev.cordon.bots.escalation;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.ChatRef;
import java.util.Optional;
import java.util.Set;

/**
 * Who decides, and where.
 *
 * @param chat the moderators' own chat; its owner and administrators are moderators
 * @param accounts further moderators
 * @param knownBank the bank that {@code /known} adds to; made when needed
 * @param allowedBank the bank for media that moderators allow; made when needed
 * @param reportsPerHour how many reports one member may make in an hour, 1 or more
 */
public record ModeratorSettings(
    Optional<ChatRef> chat,
    Set<AccountRef> accounts,
    String knownBank,
    String allowedBank,
    int reportsPerHour) {
  public ModeratorSettings {
    accounts = Set.copyOf(accounts);
  }
}
