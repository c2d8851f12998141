package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Sender;
import dev.cordon.adapters.Sender.Kind;
import dev.cordon.adapters.Sender.Standing;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who posted.
 *
 * @param platform the connection's name
 * @param ownId the bot's own account id
 */
record SenderReader(String platform, String ownId) {

  /** The sender of a message; a sender chat goes before the account that Telegram fills in. */
  Sender ofMessage(JsonNode message, Staff staff) {
    JsonNode chat = message.path("chat");
    JsonNode senderChat = message.path("sender_chat");
    if (chat.path("type").asText().equals("channel")) {
      return identity(chat, Kind.CHANNEL_POST, Standing.ADMINISTRATOR);
    }
    if (message.path("is_automatic_forward").asBoolean()) {
      return identity(senderChat, Kind.AUTOMATIC_FORWARD, Standing.ADMINISTRATOR);
    }
    if (senderChat.has("id")) {
      String id = senderChat.get("id").asText();
      return id.equals(chat.path("id").asText())
          ? identity(chat, Kind.ANONYMOUS_ADMIN, Standing.ADMINISTRATOR)
          : identity(senderChat, Kind.CHANNEL_IDENTITY, staff.standingOf(id));
    }
    return ofUser(message.path("from"), staff);
  }

  /** An account; without an id it is nobody that could be banned. */
  Sender ofUser(JsonNode user, Staff staff) {
    String id = user.path("id").asText();
    if (id.isEmpty()) {
      return new Sender(account("unknown"), Kind.PERSON, Standing.UNKNOWN, "");
    }
    return new Sender(account(id), kind(user, id), standing(user, id, staff), name(user));
  }

  private Kind kind(JsonNode user, String id) {
    if (id.equals(ownId)) {
      return Kind.SELF;
    }
    return user.path("is_bot").asBoolean() ? Kind.BOT : Kind.PERSON;
  }

  /** Lists of administrators leave bots out, so a bot that is not on one may yet be one. */
  private static Standing standing(JsonNode user, String id, Staff staff) {
    Standing standing = staff.standingOf(id);
    return standing == Standing.MEMBER && user.path("is_bot").asBoolean()
        ? Standing.UNKNOWN
        : standing;
  }

  private Sender identity(JsonNode chat, Kind kind, Standing standing) {
    return new Sender(account(chat.path("id").asText()), kind, standing, name(chat));
  }

  private AccountRef account(String id) {
    return new AccountRef(platform, id);
  }

  /** The shown name of a user or chat. */
  static String name(JsonNode userOrChat) {
    return Json.text(userOrChat, "title")
        .orElseGet(
            () ->
                Stream.of("first_name", "last_name")
                    .flatMap(field -> Json.text(userOrChat, field).stream())
                    .collect(Collectors.joining(" ")));
  }
}
