package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Methods about the bot itself, chats as a whole, and files. */
final class BasicMethods {
  private final World world;

  BasicMethods(World world) {
    this.world = world;
  }

  List<Method> all() {
    return List.of(
        Method.of("getMe", "", this::me),
        Method.of("getChat", "chat_id", this::chat),
        Method.of("getFile", "file_id", this::file),
        Method.of("getUserProfilePhotos", "user_id offset limit", this::profilePhotos),
        Method.of("setMyCommands", "commands scope language_code", this::commands));
  }

  private JsonNode me(Call call) {
    return call.bot()
        .user()
        .json()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", true)
        .put("supports_inline_queries", false)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false);
  }

  private JsonNode chat(Call call) {
    Chat chat = call.chat();
    ObjectNode node = chat.json();
    node.put("accent_color_id", 0).put("max_reaction_count", 11);
    chat.linked().ifPresent(linked -> node.put("linked_chat_id", linked.id()));
    return node;
  }

  private JsonNode file(Call call) {
    if (call.text("file_id").isEmpty()) {
      throw ApiError.badRequest("file_id not specified");
    }
    Files.Stored file =
        world
            .files()
            .byId(call.text("file_id"))
            .orElseThrow(
                () -> ApiError.badRequest("wrong file_id or the file is temporarily unavailable"));
    if (file.size() > Files.MAX_DOWNLOAD) {
      throw ApiError.badRequest("file is too big");
    }
    return file.json().put("file_path", file.path());
  }

  private JsonNode profilePhotos(Call call) {
    User user =
        world
            .user(call.number("user_id", 0))
            .orElseThrow(() -> ApiError.badRequest("user not found"));
    List<ObjectNode> all = world.profilePhotos().getOrDefault(user.id(), List.of());
    ArrayNode photos = Json.array();
    all.stream()
        .skip(Math.max(0, call.number("offset", 0)))
        .limit(call.within("limit", 100, 1, 100))
        .forEach(photo -> photos.add(photo.get("sizes")));
    ObjectNode answer = Json.object().put("total_count", all.size());
    answer.set("photos", photos);
    return answer;
  }

  private JsonNode commands(Call call) {
    JsonNode commands =
        call.json("commands")
            .orElseThrow(() -> ApiError.badRequest("can't parse commands JSON object"));
    for (JsonNode command : commands) {
      if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")) {
        throw ApiError.badRequest("BOT_COMMAND_INVALID");
      }
      if (command.path("description").asText().isEmpty()) {
        throw ApiError.badRequest("command description must be non-empty");
      }
    }
    return BooleanNode.TRUE;
  }
}
