package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An account in the sandbox, of a person or a bot.
 *
 * @param id Telegram's id, positive
 * @param bot whether a program is behind it
 * @param firstName the shown name
 * @param username the public name, without {@code @}
 */
public record User(long id, boolean bot, String firstName, Optional<String> username) {

  /** Who Telegram says has posted when an administrator hides behind the group. */
  static final User GROUP_ANONYMOUS_BOT =
      new User(1087968824L, true, "Group", Optional.of("GroupAnonymousBot"));

  /** Who Telegram says has posted when somebody posts as a channel. */
  static final User CHANNEL_BOT = new User(136817688L, true, "Channel", Optional.of("Channel_Bot"));

  /** Who Telegram says has forwarded a linked channel's post into the group. */
  static final User TELEGRAM = new User(777000L, false, "Telegram", Optional.empty());

  ObjectNode json() {
    ObjectNode node = Json.object().put("id", id).put("is_bot", bot).put("first_name", firstName);
    username.ifPresent(name -> node.put("username", name));
    return node;
  }
}
