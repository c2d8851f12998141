package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Writes messages as the Bot API shows them. */
final class MessageJson {

  /** What every message has: id, date, chat and who it is from. */
  static ObjectNode head(Chat chat, int id, Author author, Instant at) {
    ObjectNode node = Json.object().put("message_id", id);
    from(node, chat, author);
    node.put("date", at.getEpochSecond());
    node.set("chat", chat.json());
    return node;
  }

  private static void from(ObjectNode node, Chat chat, Author author) {
    author.identity().ifPresent(identity -> node.set("sender_chat", identity.json()));
    if (author.identity().isEmpty()) {
      author.user().ifPresent(user -> node.set("from", user.json()));
    } else if (author.identity().get().equals(chat) && chat.type() != Chat.Type.CHANNEL) {
      node.set("from", User.GROUP_ANONYMOUS_BOT.json());
    } else if (!author.identity().get().equals(chat)) {
      node.set("from", User.CHANNEL_BOT.json());
    }
  }

  /** Adds what the post shows. */
  static void content(ObjectNode node, Post post, ObjectNode media) {
    node.setAll(media);
    words(node, post.text(), post.links());
    if (post.spoiler()) {
      node.put("has_media_spoiler", true);
    }
    post.replyTo().flatMap(Message::json).ifPresent(m -> node.set("reply_to_message", flat(m)));
    post.quotes().ifPresent(quoted -> quote(node, quoted));
  }

  /** Adds text or caption, with what Telegram finds in it. */
  static void words(ObjectNode node, String text, List<String> hiddenLinks) {
    if (text.isEmpty()) {
      return;
    }
    boolean caption = hasMedia(node);
    node.put(caption ? "caption" : "text", text);
    ArrayNode entities = Entities.of(text, hiddenLinks);
    if (!entities.isEmpty()) {
      node.set(caption ? "caption_entities" : "entities", entities);
    }
  }

  static boolean hasMedia(ObjectNode node) {
    return node.has("photo")
        || node.has("document")
        || node.has("video")
        || node.has("animation")
        || node.has("sticker");
  }

  /** Where a forwarded copy of the message says it comes from. */
  static ObjectNode origin(Message message) {
    ObjectNode origin = Json.object().put("date", message.postedAt().getEpochSecond());
    Author author = message.author();
    if (message.chat().type() == Chat.Type.CHANNEL) {
      origin.put("type", "channel").put("message_id", message.id());
      origin.set("chat", message.chat().json());
    } else if (author.identity().isPresent()) {
      origin.put("type", "chat").set("sender_chat", author.identity().get().json());
    } else {
      origin.put("type", "user");
      author.user().ifPresent(user -> origin.set("sender_user", user.json()));
    }
    return origin;
  }

  private static void quote(ObjectNode node, Message quoted) {
    ObjectNode reply = Json.object();
    reply.set("origin", origin(quoted));
    reply.set("chat", quoted.chat().json());
    reply.put("message_id", quoted.id());
    quoted.json().ifPresent(json -> copyMedia(json, reply));
    node.set("external_reply", reply);
  }

  private static void copyMedia(ObjectNode from, ObjectNode to) {
    for (String field : List.of("photo", "document", "video", "animation", "sticker")) {
      if (from.has(field)) {
        to.set(field, from.get(field));
      }
    }
  }

  /** A replied-to message, which itself shows no reply: one level deep, as on Telegram. */
  static ObjectNode flat(ObjectNode message) {
    message.remove("reply_to_message");
    return message;
  }

  private MessageJson() {}
}
