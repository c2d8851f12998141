package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of a Bot API method, with access to what its parameters mean in the world. */
record Call(World world, Bot bot, Params params) {
  private static final int MAX_MESSAGE_IDS = 100;

  String text(String name) {
    return params.texts().getOrDefault(name, "");
  }

  boolean flag(String name) {
    return text(name).equals("true");
  }

  boolean has(String name) {
    return params.texts().containsKey(name);
  }

  long number(String name, long fallback) {
    try {
      return has(name) ? Long.parseLong(text(name)) : fallback;
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  int within(String name, int fallback, int min, int max) {
    return (int) Math.max(min, Math.min(max, number(name, fallback)));
  }

  Optional<JsonNode> json(String name) {
    return has(name) ? Json.parse(text(name)) : Optional.empty();
  }

  /** The chat that a parameter names, whether or not the bot is in it. */
  Chat anyChat(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      throw ApiError.badRequest(name + " is empty");
    }
    Optional<Chat> chat =
        value.startsWith("@") ? world.chat(value.substring(1)) : world.chat(number(name, 0));
    return chat.orElseThrow(() -> ApiError.badRequest("chat not found"));
  }

  /** The chat that the call is about; the bot must be in it. */
  Chat chat() {
    Chat chat = anyChat("chat_id");
    chat.migratedTo()
        .ifPresent(
            big -> {
              throw ApiError.migrated(big.id());
            });
    Member.Status status = me(chat).status();
    if (chat.type() == Chat.Type.PRIVATE) {
      return privately(chat, status);
    }
    String place = " the " + (chat.type() == Chat.Type.CHANNEL ? "channel" : word(chat)) + " chat";
    if (status == Member.Status.KICKED) {
      throw ApiError.forbidden("bot was kicked from" + place);
    }
    if (status == Member.Status.LEFT) {
      throw ApiError.forbidden("bot is not a member of" + place);
    }
    return chat;
  }

  private static String word(Chat chat) {
    return chat.type().name().toLowerCase(Locale.ROOT);
  }

  private static Chat privately(Chat chat, Member.Status status) {
    if (status == Member.Status.KICKED) {
      throw ApiError.forbidden("bot was blocked by the user");
    }
    if (status == Member.Status.LEFT) {
      throw ApiError.badRequest("chat not found");
    }
    return chat;
  }

  /** The bot's own place in a chat. */
  Member me(Chat chat) {
    return chat.member(bot.user());
  }

  /** The person that the call is about. */
  User user() {
    long id = number("user_id", 0);
    if (id <= 0) {
      throw ApiError.badRequest("invalid user_id specified");
    }
    return world.user(id).orElseThrow(() -> ApiError.badRequest("PARTICIPANT_ID_INVALID"));
  }

  /** A standing message of the chat. */
  Message message(Chat chat, String role) {
    int id = (int) number("message_id", 0);
    return standing(chat, id).orElseThrow(() -> ApiError.badRequest(role + " not found"));
  }

  static Optional<Message> standing(Chat chat, int id) {
    return chat.message(id).filter(m -> m.removal().isEmpty());
  }

  /** The ids in {@code message_ids}. */
  List<Integer> messageIds() {
    JsonNode ids = json("message_ids").orElse(null);
    if (ids == null || ids.isEmpty()) {
      throw ApiError.badRequest("message identifiers are not specified");
    }
    if (ids.size() > MAX_MESSAGE_IDS) {
      throw ApiError.badRequest("too many message identifiers specified");
    }
    List<Integer> read = new ArrayList<>();
    ids.forEach(id -> read.add(messageId(id)));
    return read;
  }

  private static int messageId(JsonNode id) {
    if (!id.isNumber() && !id.isTextual()) {
      throw ApiError.badRequest("message identifier must be a Number");
    }
    int value = id.asInt(0);
    if (value <= 0) {
      throw ApiError.badRequest("invalid message identifier specified");
    }
    return value;
  }

  /** The uploaded file that a parameter is or points to with {@code attach://}. */
  Params.@Nullable Upload upload(String name) {
    String value = text(name);
    boolean attached = value.startsWith("attach://");
    return params.files().get(attached ? value.substring("attach://".length()) : name);
  }
}
