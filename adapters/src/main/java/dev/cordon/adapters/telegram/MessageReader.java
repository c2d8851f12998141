package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.IncomingMessage.ChatKind;
import dev.cordon.adapters.MessageRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns Telegram's message into ours. */
final class MessageReader {
  private final String platform;
  private final SenderReader senders;
  private final Optional<String> ownName;
  private final OriginReader origins;

  MessageReader(String platform, SenderReader senders, Optional<String> ownName) {
    this.platform = platform;
    this.ownName = ownName;
    this.senders = senders;
    this.origins = new OriginReader(platform);
  }

  /** The message with the one it answers. */
  IncomingMessage read(JsonNode message, Staff staff, boolean edited) {
    JsonNode answered = message.path("reply_to_message");
    Optional<IncomingMessage> replyTo =
        answered.has("message_id")
            ? Optional.of(read(answered, staff, Optional.empty(), false))
            : Optional.empty();
    return read(message, staff, replyTo, edited);
  }

  private IncomingMessage read(
      JsonNode message, Staff staff, Optional<IncomingMessage> replyTo, boolean edited) {
    JsonNode chat = message.path("chat");
    return new IncomingMessage(
        ref(message),
        SenderReader.name(chat),
        chatKind(chat),
        senders.ofMessage(message, staff),
        time(message, edited),
        Json.text(message, "media_group_id"),
        text(message),
        MediaReader.read(message),
        LinkReader.read(message),
        origins.read(message),
        replyTo,
        edited);
  }

  MessageRef ref(JsonNode message) {
    return new MessageRef(chat(message.path("chat")), message.path("message_id").asText());
  }

  ChatRef chat(JsonNode chat) {
    return new ChatRef(platform, chat.path("id").asText());
  }

  static ChatKind chatKind(JsonNode chat) {
    return switch (chat.path("type").asText()) {
      case "channel" -> ChatKind.CHANNEL;
      case "private" -> ChatKind.PRIVATE;
      default -> ChatKind.GROUP;
    };
  }

  private static Instant time(JsonNode message, boolean edited) {
    long posted = message.path("date").asLong();
    return Instant.ofEpochSecond(edited ? message.path("edit_date").asLong(posted) : posted);
  }

  private String text(JsonNode message) {
    return Json.text(message, "text")
        .map(this::saidToUs)
        .or(() -> Json.text(message, "caption"))
        .orElseGet(() -> richText(message));
  }

  /** {@code /report@OurName} is {@code /report}; what is said to another bot stays as it is. */
  private String saidToUs(String text) {
    String address = ownName.map(name -> "@" + name).orElse("");
    int at = text.indexOf('@');
    boolean ours =
        text.startsWith("/")
            && !address.isEmpty()
            && at > 0
            && text.substring(1, at).matches("\\w+")
            && text.regionMatches(true, at, address, 0, address.length());
    return ours ? text.substring(0, at) + text.substring(at + address.length()) : text;
  }

  /** A rich message or a poll has its words in parts. */
  private static String richText(JsonNode message) {
    List<String> parts = new ArrayList<>();
    words(message.path("rich_message"), parts);
    words(message.path("poll"), parts);
    return String.join("\n", parts);
  }

  private static void words(JsonNode node, List<String> parts) {
    if (node.isArray()) {
      node.forEach(child -> words(child, parts));
    }
    node.properties()
        .forEach(
            field -> {
              boolean worded = field.getKey().equals("text") || field.getKey().equals("question");
              if (worded && field.getValue().isTextual()) {
                parts.add(field.getValue().asText());
              } else {
                words(field.getValue(), parts);
              }
            });
  }
}
