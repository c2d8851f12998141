package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Methods that post, change and remove messages. */
final class MessageMethods {
  /** "A message can only be deleted if it was sent less than 48 hours ago." */
  private static final Duration DELETABLE_FOR = Duration.ofHours(48);

  private static final String SENDING =
      "chat_id business_connection_id message_thread_id direct_messages_topic_id parse_mode"
          + " disable_notification protect_content allow_paid_broadcast message_effect_id"
          + " suggested_post_parameters reply_parameters reply_markup reply_to_message_id"
          + " allow_sending_without_reply ";
  private static final String EDITING =
      "business_connection_id chat_id message_id inline_message_id reply_markup ";

  private final World world;
  private final Posts posts;
  private final Outgoing outgoing;

  MessageMethods(World world, Posts posts) {
    this.world = world;
    this.posts = posts;
    this.outgoing = new Outgoing(world);
  }

  List<Method> all() {
    return List.of(
        Method.of("deleteMessage", "chat_id message_id", this::deleteMessage),
        Method.of("deleteMessages", "chat_id message_ids", this::deleteMessages),
        Method.of(
            "sendMessage",
            SENDING + "text entities link_preview_options disable_web_page_preview",
            this::sendMessage),
        Method.of(
            "sendPhoto",
            SENDING + "photo caption caption_entities show_caption_above_media has_spoiler",
            this::sendPhoto),
        Method.of(
            "editMessageText",
            EDITING + "text parse_mode entities link_preview_options disable_web_page_preview",
            this::editText),
        Method.of(
            "editMessageCaption",
            EDITING + "caption parse_mode caption_entities show_caption_above_media",
            this::editCaption),
        Method.of("editMessageReplyMarkup", EDITING.trim(), this::editMarkup),
        Method.of(
            "answerCallbackQuery",
            "callback_query_id text show_alert url cache_time",
            this::answerPress));
  }

  private JsonNode deleteMessage(Call call) {
    Chat chat = call.chat();
    int id = (int) call.number("message_id", 0);
    if (id <= 0) {
      throw ApiError.badRequest("message identifier is not specified");
    }
    synchronized (world) {
      Optional<Message> message = Call.standing(chat, id);
      if (message.isEmpty()) {
        world.journal().deleted(false);
        throw ApiError.badRequest("message to delete not found");
      }
      requireDeletable(call, message.get());
      delete(message.get(), "deleteMessage");
    }
    return BooleanNode.TRUE;
  }

  private JsonNode deleteMessages(Call call) {
    Chat chat = call.chat();
    List<Integer> ids = call.messageIds();
    synchronized (world) {
      List<Message> found = ids.stream().flatMap(id -> Call.standing(chat, id).stream()).toList();
      found.forEach(message -> requireDeletable(call, message));
      ids.stream()
          .filter(id -> Call.standing(chat, id).isEmpty())
          .forEach(id -> world.journal().deleted(false));
      found.forEach(message -> delete(message, "deleteMessages"));
    }
    return BooleanNode.TRUE;
  }

  private void requireDeletable(Call call, Message message) {
    boolean own = message.author().user().filter(call.bot().user()::equals).isPresent();
    boolean group = message.chat().type() == Chat.Type.GROUP;
    Member me = call.me(message.chat());
    boolean may = own || me.may(Right.DELETE_MESSAGES) || (group && me.isAdmin());
    if (!may) {
      throw ApiError.badRequest("message can't be deleted");
    }
    Instant tooOld = world.clock().instant().minus(DELETABLE_FOR);
    if (message.postedAt().isBefore(tooOld)) {
      throw ApiError.badRequest("message can't be deleted for everyone");
    }
  }

  private void delete(Message message, String method) {
    boolean effective = message.remove(world.clock().instant(), method);
    world.journal().deleted(effective);
    message.removal().ifPresent(r -> world.event(new SandboxEvent.Removed(message, r)));
  }

  private JsonNode sendMessage(Call call) {
    Chat chat = call.chat();
    if (call.text("text").isEmpty()) {
      throw ApiError.badRequest("message text is empty");
    }
    outgoing.requireMaySend(call, chat, "text messages");
    ObjectNode content = Json.object();
    outgoing.words(content, call, "text");
    return send(call, chat, content);
  }

  private JsonNode sendPhoto(Call call) {
    Chat chat = call.chat();
    outgoing.requireMaySend(call, chat, "photos");
    ObjectNode content = outgoing.photo(call);
    outgoing.words(content, call, "caption");
    if (call.flag("has_spoiler")) {
      content.put("has_media_spoiler", true);
    }
    return send(call, chat, content);
  }

  private JsonNode send(Call call, Chat chat, ObjectNode content) {
    outgoing.markup(content, call);
    outgoing.reply(content, call, chat);
    return shown(posts.byBot(chat, call.bot(), content));
  }

  private JsonNode editText(Call call) {
    if (call.text("text").isEmpty()) {
      throw ApiError.badRequest("message text is empty");
    }
    return edit(call, "text");
  }

  private JsonNode editCaption(Call call) {
    return edit(call, "caption");
  }

  private JsonNode editMarkup(Call call) {
    return edit(call, "");
  }

  /** Replaces words (unless only the buttons are meant) and buttons of a message of the bot's. */
  private JsonNode edit(Call call, String words) {
    Chat chat = call.chat();
    Message message = call.message(chat, "message to edit");
    if (message.author().user().filter(call.bot().user()::equals).isEmpty()) {
      throw ApiError.badRequest("message can't be edited");
    }
    synchronized (world) {
      ObjectNode before = message.json().orElseThrow(() -> gone("message to edit"));
      ObjectNode after = edited(call, before, words);
      if (sameToSee(after, before)) {
        throw ApiError.badRequest(
            "message is not modified: specified new message content and reply markup are exactly"
                + " the same as a current content and reply markup of the message");
      }
      after.put("edit_date", world.clock().instant().getEpochSecond());
      message.changeTo(after);
    }
    world.event(new SandboxEvent.Edited(message));
    return shown(message);
  }

  private ObjectNode edited(Call call, ObjectNode before, String words) {
    ObjectNode after = before.deepCopy();
    if (words.equals("text") && MessageJson.hasMedia(before)) {
      throw ApiError.badRequest("there is no text in the message to edit");
    }
    if (words.equals("caption") && !MessageJson.hasMedia(before)) {
      throw ApiError.badRequest("there is no caption in the message to edit");
    }
    if (!words.isEmpty()) {
      after.remove(List.of("text", "caption", "entities", "caption_entities"));
      outgoing.words(after, call, words);
    }
    after.remove("reply_markup");
    outgoing.markup(after, call);
    return after;
  }

  private static boolean sameToSee(ObjectNode after, ObjectNode before) {
    return after.equals(before);
  }

  private JsonNode answerPress(Call call) {
    String id = call.text("callback_query_id");
    World.Press press =
        world
            .takePress(id)
            .orElseThrow(
                () ->
                    ApiError.badRequest(
                        "query is too old and response timeout expired or query ID is invalid"));
    world.event(new SandboxEvent.PressAnswered(press.chat(), id, call.text("text")));
    return BooleanNode.TRUE;
  }

  private static ObjectNode shown(Message message) {
    return message.json().orElseThrow(() -> gone("message"));
  }

  private static ApiError gone(String what) {
    return ApiError.badRequest(what + " not found");
  }
}
