package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.PlatformEvent.ChatMoved;
import dev.cordon.adapters.PlatformEvent.Joined;
import dev.cordon.adapters.PlatformEvent.Posted;
import dev.cordon.adapters.PlatformEvent.Pressed;
import dev.cordon.adapters.PlatformEvent.RightsChanged;
import dev.cordon.adapters.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns updates into events. */
final class UpdateReader {
  /**
   * The kinds asked for, explicitly: {@code chat_member} is never sent unless named, and kinds that
   * nothing here reads stay away.
   */
  static final List<String> KINDS =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "callback_query",
          "my_chat_member",
          "chat_member",
          "chat_join_request");

  private final String platform;
  private final SenderReader senders;
  private final MessageReader messages;

  UpdateReader(String platform, String ownId, Optional<String> ownName) {
    this.platform = platform;
    this.senders = new SenderReader(platform, ownId);
    this.messages = new MessageReader(platform, senders, ownName);
  }

  /** The kind of an update, {@code other} when it is none of ours. */
  static String kind(JsonNode update) {
    return KINDS.stream().filter(update::has).findFirst().orElse("other");
  }

  /** The group whose administrators must be known to read the update. */
  static Optional<JsonNode> group(JsonNode update) {
    JsonNode body = update.path(kind(update));
    JsonNode chat = body.has("chat") ? body.get("chat") : body.path("message").path("chat");
    return MessageReader.chatKind(chat) != IncomingMessage.ChatKind.PRIVATE && chat.has("id")
        ? Optional.of(chat)
        : Optional.empty();
  }

  /** The events of an update, in order; their ids are the update's, numbered when several. */
  List<PlatformEvent> read(JsonNode update, Staff staff) {
    String id = update.path("update_id").asText();
    String kind = kind(update);
    JsonNode body = update.path(kind);
    return switch (kind) {
      case "message", "channel_post" -> message(id, body, staff, false);
      case "edited_message", "edited_channel_post" -> message(id, body, staff, true);
      case "callback_query" -> pressed(id, body, staff);
      case "my_chat_member" -> List.of(rightsChanged(id, body));
      case "chat_member" -> memberChanged(id, body, staff);
      case "chat_join_request" ->
          List.of(joined(id, body.path("chat"), body.path("from"), staff, true));
      default -> List.of();
    };
  }

  private List<PlatformEvent> message(String id, JsonNode message, Staff staff, boolean edited) {
    List<PlatformEvent> events = new ArrayList<>();
    moved(id, message).ifPresent(events::add);
    message
        .path("new_chat_members")
        .forEach(
            user ->
                events.add(joined(id + suffix(events), message.path("chat"), user, staff, false)));
    IncomingMessage read = messages.read(message, staff, edited);
    if (showsSomething(read)) {
      events.add(new Posted(id + suffix(events), read));
    }
    return events;
  }

  /** One update is one event nearly always; further ones need ids of their own. */
  private static String suffix(List<PlatformEvent> before) {
    return before.isEmpty() ? "" : "." + before.size();
  }

  /** Notes of the platform about who came, left or pinned show nothing that could be judged. */
  private static boolean showsSomething(IncomingMessage message) {
    return !message.text().isEmpty()
        || !message.attachments().isEmpty()
        || !message.links().isEmpty();
  }

  /** Said twice, in the old group and in the new one. */
  private Optional<PlatformEvent> moved(String id, JsonNode message) {
    ChatRef chat = messages.chat(message.path("chat"));
    Optional<PlatformEvent> to =
        Json.text(message, "migrate_to_chat_id")
            .map(newId -> new ChatMoved(id, chat, new ChatRef(platform, newId)));
    return to.or(
        () ->
            Json.text(message, "migrate_from_chat_id")
                .map(oldId -> new ChatMoved(id, new ChatRef(platform, oldId), chat)));
  }

  private PlatformEvent joined(
      String id, JsonNode chat, JsonNode user, Staff staff, boolean request) {
    return new Joined(id, messages.chat(chat), senders.ofUser(user, staff), request);
  }

  private List<PlatformEvent> memberChanged(String id, JsonNode change, Staff staff) {
    JsonNode now = change.path("new_chat_member");
    boolean came = !Members.present(change.path("old_chat_member")) && Members.present(now);
    return came
        ? List.of(joined(id, change.path("chat"), now.path("user"), staff, false))
        : List.of();
  }

  private PlatformEvent rightsChanged(String id, JsonNode change) {
    JsonNode chat = change.path("chat");
    return new RightsChanged(
        id,
        messages.chat(chat),
        SenderReader.name(chat),
        Members.rights(change.path("new_chat_member")));
  }

  /** A press under an inline message, which has no chat, is none of ours. */
  private List<PlatformEvent> pressed(String id, JsonNode query, Staff staff) {
    JsonNode notice = query.path("message");
    if (!notice.has("message_id")) {
      return List.of();
    }
    MessageRef ref = messages.ref(notice);
    Sender presser = senders.ofUser(query.path("from"), staff);
    AccountRef account = presser.account();
    String data = query.path("data").asText();
    return List.of(
        new Pressed(id, query.path("id").asText(), ref, account, presser.standing(), data));
  }
}
