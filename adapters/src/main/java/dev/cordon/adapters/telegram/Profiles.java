package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Attachment.Role;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/** Pictures that accounts show of themselves. */
final class Profiles {
  /** More than this a member who joins is not asked for; each is a download. */
  private static final int NEWEST = 5;

  private final Calls calls;

  Profiles(Calls calls) {
    this.calls = calls;
  }

  /** The pictures, newest first; a channel, whose id is negative, shows its current one alone. */
  Future<Answer> photos(String account) {
    return isChat(account)
        ? calls.read("getChat", Map.of("chat_id", Ids.of(account)))
        : calls.read("getUserProfilePhotos", Map.of("user_id", Ids.of(account), "limit", NEWEST));
  }

  static List<Attachment> read(String account, JsonNode result) {
    return MediaReader.photos(
        isChat(account) ? asSizes(result.path("photo")) : result.path("photos"),
        Role.PROFILE_PHOTO);
  }

  /** A chat's picture comes in other words; the big one is 640 pixels wide. */
  private static JsonNode asSizes(JsonNode chatPhoto) {
    ArrayNode lists = Json.MAPPER.createArrayNode();
    if (chatPhoto.has("big_file_id")) {
      lists
          .addArray()
          .addObject()
          .put("file_id", chatPhoto.path("big_file_id").asText())
          .put("file_unique_id", chatPhoto.path("big_file_unique_id").asText())
          .put("width", 640)
          .put("height", 640);
    }
    return lists;
  }

  private static boolean isChat(String account) {
    return account.startsWith("-");
  }
}
