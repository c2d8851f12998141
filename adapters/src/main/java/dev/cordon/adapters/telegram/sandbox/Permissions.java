package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The rights of ordinary members, as {@code restrictChatMember} takes them. */
final class Permissions {
  static final List<String> NAMES =
      List.of(
          "can_send_messages",
          "can_send_audios",
          "can_send_documents",
          "can_send_photos",
          "can_send_videos",
          "can_send_video_notes",
          "can_send_voice_notes",
          "can_send_polls",
          "can_send_other_messages",
          "can_add_web_page_previews",
          "can_change_info",
          "can_invite_users",
          "can_pin_messages",
          "can_manage_topics");

  /** Whether these permissions leave a member free to post pictures and text. */
  static boolean allowPosting(JsonNode permissions) {
    return permissions.path("can_send_messages").asBoolean()
        && (permissions.path("can_send_photos").asBoolean()
            || permissions.path("can_send_other_messages").asBoolean()
            || permissions.path("can_send_media_messages").asBoolean());
  }

  /** The first field that is no permission, or is not true or false; empty when all is well. */
  static String firstWrong(JsonNode permissions) {
    for (var field : permissions.properties()) {
      boolean known = NAMES.contains(field.getKey()) || isOld(field.getKey());
      if (!known || !field.getValue().isBoolean()) {
        return field.getKey();
      }
    }
    return "";
  }

  private static boolean isOld(String name) {
    return name.equals("can_send_media_messages");
  }

  private Permissions() {}
}
