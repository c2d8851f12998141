package dev.cordon.bots.escalation;

import dev.cordon.adapters.ChatRef;
import java.util.Optional;

/**
 * Who decides, and where.
 *
 * @param chat the moderators' own chat; its owner and administrators are the moderators
 * @param bank the bank that moderators add to, by {@code /known} and by allowing media; made when
 *     needed
 * @param reportsPerHour how many reports one member may make in an hour, 1 or more
 */
public record ModeratorSettings(Optional<ChatRef> chat, String bank, int reportsPerHour) {}
