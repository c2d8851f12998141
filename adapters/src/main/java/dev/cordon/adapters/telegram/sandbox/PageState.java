package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;

/**
 * What the page shows of the world, as JSON; all names and texts in it are as people wrote them.
 */
final class PageState {
  private static final int NOTES = 12;

  private final World world;
  private final ArrayDeque<String> notes = new ArrayDeque<>();

  PageState(World world) {
    this.world = world;
    world.onEvent(this::note);
  }

  ObjectNode json() {
    ObjectNode state = Json.object().put("version", world.version());
    ArrayNode chats = state.putArray("chats");
    world.chats().stream()
        .filter(c -> c.type() != Chat.Type.PRIVATE && c.migratedTo().isEmpty())
        .sorted(Comparator.comparing(Chat::id).reversed())
        .forEach(chat -> chats.add(chat(chat)));
    synchronized (notes) {
      notes.forEach(state.putArray("notes")::add);
    }
    Journal journal = world.journal();
    state.put("deletions", journal.deletions()).put("bans", journal.bans());
    return state.put("repeated", journal.repeatedDeletions() + journal.repeatedBans());
  }

  private ObjectNode chat(Chat chat) {
    List<Member> members = chat.members();
    ObjectNode node = Json.object().put("id", Long.toString(chat.id()));
    node.put("title", chat.title()).put("type", chat.type().word());
    node.put("members", members.size());
    ArrayNode banned = node.putArray("banned");
    chat.banned().forEach(user -> banned.add(user.firstName()));
    chat.bannedChats().forEach(id -> world.chat(id).ifPresent(c -> banned.add(c.title())));
    node.set("identities", identities(chat, members));
    ArrayNode messages = node.putArray("messages");
    chat.latest().forEach(message -> messages.add(message(message)));
    return node;
  }

  /** As whom one may post here. */
  private ArrayNode identities(Chat chat, List<Member> members) {
    ArrayNode identities = Json.array();
    if (chat.type() == Chat.Type.CHANNEL) {
      return identities.add(identity("channel:" + chat.id(), chat.title() + " (the channel)"));
    }
    identities.add(identity("new:0", "A new member"));
    for (Member member : members) {
      User user = member.user();
      if (!user.bot()) {
        String role = member.isAdmin() ? " (administrator)" : "";
        identities.add(identity("user:" + user.id(), user.firstName() + role));
      }
    }
    members.stream()
        .filter(m -> m.isAdmin() && !m.user().bot())
        .findFirst()
        .ifPresent(
            m -> identities.add(identity("anonymous:" + m.user().id(), "Anonymous administrator")));
    return identities;
  }

  private static ObjectNode identity(String value, String label) {
    return Json.object().put("value", value).put("label", label);
  }

  private ObjectNode message(Message message) {
    ObjectNode node = Json.object().put("id", message.id());
    node.put("author", message.author().displayName()).put("role", role(message));
    node.put("at", message.postedAt().toEpochMilli());
    message.removal().ifPresent(r -> removal(node, r));
    message.json().ifPresent(json -> show(node, json));
    return node;
  }

  private static String role(Message message) {
    if (message.author().identity().isPresent()) {
      return "channel";
    }
    return message.author().user().filter(User::bot).isPresent() ? "bot" : "person";
  }

  private static void removal(ObjectNode node, Message.Removal removal) {
    ObjectNode gone = node.putObject("removed");
    gone.put("millis", removal.after().toMillis()).put("call", removal.call());
  }

  private static void show(ObjectNode node, ObjectNode json) {
    node.put("text", json.path("text").asText(json.path("caption").asText("")));
    node.put("edited", json.has("edit_date"));
    node.put("forward", json.has("forward_origin"));
    node.put("automatic", json.path("is_automatic_forward").asBoolean());
    node.put("covered", json.path("has_media_spoiler").asBoolean());
    node.put("joined", json.at("/new_chat_members/0/first_name").asText(""));
    node.put("picture", picture(json));
    node.put("file", file(json));
    node.put("album", json.path("media_group_id").asText(""));
    node.put("reply", json.at("/reply_to_message/message_id").asInt(0));
    if (json.at("/reply_markup/inline_keyboard").isArray()) {
      node.set("buttons", json.at("/reply_markup/inline_keyboard"));
    }
  }

  /** The file to show: the picture of at most 800 pixels, or what stands for the media. */
  private static String picture(ObjectNode json) {
    JsonNode sizes = json.has("photo") ? json.get("photo") : json.path("new_chat_photo");
    if (!sizes.isEmpty()) {
      return sizes.get(Math.min(2, sizes.size() - 1)).path("file_id").asText();
    }
    for (String kind : List.of("document", "video", "animation", "sticker")) {
      JsonNode media = json.path(kind);
      String thumbnail = media.at("/thumbnail/file_id").asText("");
      boolean image = media.path("mime_type").asText("").startsWith("image/");
      if (!thumbnail.isEmpty() || image || kind.equals("sticker") && json.has(kind)) {
        return thumbnail.isEmpty() ? media.path("file_id").asText() : thumbnail;
      }
    }
    return "";
  }

  private static String file(ObjectNode json) {
    String document = json.at("/document/file_name").asText("");
    return document.isEmpty() ? json.at("/video/file_name").asText("") : document;
  }

  private void note(SandboxEvent event) {
    String text = describe(event);
    if (!text.isEmpty()) {
      synchronized (notes) {
        notes.addFirst(text);
        while (notes.size() > NOTES) {
          notes.removeLast();
        }
      }
    }
  }

  private static String describe(SandboxEvent event) {
    if (event instanceof SandboxEvent.MemberChanged changed) {
      return memberNote(changed);
    }
    if (event instanceof SandboxEvent.SenderChatChanged changed) {
      String what = changed.banned() ? " was banned from " : " may post again in ";
      return changed.senderChat().title() + what + changed.chat().title();
    }
    if (event instanceof SandboxEvent.PressAnswered answered && !answered.text().isEmpty()) {
      return "Answer to the button: " + answered.text();
    }
    return "";
  }

  private static String memberNote(SandboxEvent.MemberChanged changed) {
    Member.Status before = changed.before().status();
    Member.Status after = changed.after().status();
    String name = changed.after().user().firstName() + " ";
    String place = changed.chat().title();
    return switch (after) {
      case KICKED -> name + "was banned from " + place;
      case RESTRICTED -> name + "may only read in " + place;
      case LEFT -> before == Member.Status.KICKED ? name + "is no longer banned from " + place : "";
      default -> "";
    };
  }
}
