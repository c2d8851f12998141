package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a bot wants to post from its call. */
final class Outgoing {
  private static final int MAX_TEXT = 4096;
  private static final int MAX_CAPTION = 1024;
  private static final int MAX_BUTTON_DATA = 64;
  private static final long MAX_PHOTO = 10L << 20;
  private static final List<String> PARSE_MODES = List.of("HTML", "MarkdownV2", "Markdown");

  private final World world;

  Outgoing(World world) {
    this.world = world;
  }

  void requireMaySend(Call call, Chat chat, String what) {
    Member me = call.me(chat);
    if (chat.type() == Chat.Type.CHANNEL && !me.may(Right.POST_MESSAGES)) {
      throw ApiError.badRequest("need administrator rights in the channel chat");
    }
    if (me.status() == Member.Status.RESTRICTED) {
      throw ApiError.badRequest("not enough rights to send " + what + " to the chat");
    }
  }

  /** Text or caption; marks of HTML are taken off, those of Markdown are left in. */
  void words(ObjectNode content, Call call, String field) {
    String text = call.text(field);
    boolean caption = field.equals("caption");
    String mode = call.text("parse_mode");
    if (!mode.isEmpty() && !PARSE_MODES.contains(mode)) {
      throw ApiError.badRequest("unsupported parse_mode");
    }
    String plain = mode.equals("HTML") ? Html.plain(text) : text;
    if (plain.length() > (caption ? MAX_CAPTION : MAX_TEXT)) {
      throw ApiError.badRequest(caption ? "message caption is too long" : "message is too long");
    }
    if (!plain.isEmpty()) {
      content.put(field, plain);
      JsonNode entities = Entities.of(plain, List.of());
      if (!entities.isEmpty()) {
        content.set(caption ? "caption_entities" : "entities", entities);
      }
    }
  }

  ObjectNode photo(Call call) {
    ObjectNode content = Json.object();
    Params.@Nullable Upload upload = call.upload("photo");
    if (upload != null) {
      if (upload.bytes().length > MAX_PHOTO) {
        throw ApiError.of(413, "Request Entity Too Large");
      }
      content.set("photo", world.uploads().photo(upload.bytes()));
      return content;
    }
    if (call.text("photo").isEmpty()) {
      throw ApiError.badRequest("there is no photo in the request");
    }
    Files.Stored known =
        world
            .files()
            .byId(call.text("photo"))
            .orElseThrow(() -> ApiError.badRequest("wrong file identifier/HTTP URL specified"));
    content.putArray("photo").add(known.json().put("width", 320).put("height", 320));
    return content;
  }

  void markup(ObjectNode content, Call call) {
    call.json("reply_markup")
        .ifPresent(
            markup -> {
              requireButtons(markup);
              if (markup.path("inline_keyboard").size() > 0) {
                content.set("reply_markup", markup);
              }
            });
  }

  private static void requireButtons(JsonNode markup) {
    for (JsonNode row : markup.path("inline_keyboard")) {
      for (JsonNode button : row) {
        if (button.path("text").asText().isEmpty()) {
          throw ApiError.badRequest(
              "can't parse inline keyboard button: Field \"text\" must be of type String");
        }
        requireData(button);
      }
    }
  }

  private static void requireData(JsonNode button) {
    byte[] data = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8);
    if (data.length > MAX_BUTTON_DATA || (data.length == 0 && !button.has("url"))) {
      throw ApiError.badRequest("BUTTON_DATA_INVALID");
    }
  }

  void reply(ObjectNode content, Call call, Chat chat) {
    JsonNode how = call.json("reply_parameters").orElse(Json.object());
    int id = how.path("message_id").asInt((int) call.number("reply_to_message_id", 0));
    if (id == 0) {
      return;
    }
    boolean optional =
        how.path("allow_sending_without_reply").asBoolean(call.flag("allow_sending_without_reply"));
    var replied = Call.standing(chat, id).flatMap(Message::json);
    if (replied.isEmpty() && !optional) {
      throw ApiError.badRequest("message to be replied not found");
    }
    replied.ifPresent(m -> content.set("reply_to_message", MessageJson.flat(m)));
  }
}
