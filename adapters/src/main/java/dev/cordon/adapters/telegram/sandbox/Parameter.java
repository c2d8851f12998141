package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the values of the Bot API's parameters must look like; a name means one thing all over. */
enum Parameter {
  INTEGER("an Integer", v -> v.matches("-?\\d{1,18}")),
  BOOLEAN("a Boolean", v -> v.equals("true") || v.equals("false")),
  ARRAY("an Array", v -> json(v).filter(JsonNode::isArray).isPresent()),
  OBJECT("an Object", v -> json(v).filter(JsonNode::isObject).isPresent()),
  TEXT("a String", v -> true);

  private static final Map<String, Parameter> BY_NAME =
      Map.ofEntries(
          Map.entry("offset", INTEGER),
          Map.entry("limit", INTEGER),
          Map.entry("timeout", INTEGER),
          Map.entry("user_id", INTEGER),
          Map.entry("message_id", INTEGER),
          Map.entry("until_date", INTEGER),
          Map.entry("message_thread_id", INTEGER),
          Map.entry("reply_to_message_id", INTEGER),
          Map.entry("max_connections", INTEGER),
          Map.entry("cache_time", INTEGER),
          Map.entry("revoke_messages", BOOLEAN),
          Map.entry("only_if_banned", BOOLEAN),
          Map.entry("use_independent_chat_permissions", BOOLEAN),
          Map.entry("disable_notification", BOOLEAN),
          Map.entry("disable_web_page_preview", BOOLEAN),
          Map.entry("protect_content", BOOLEAN),
          Map.entry("allow_paid_broadcast", BOOLEAN),
          Map.entry("allow_sending_without_reply", BOOLEAN),
          Map.entry("has_spoiler", BOOLEAN),
          Map.entry("show_caption_above_media", BOOLEAN),
          Map.entry("show_alert", BOOLEAN),
          Map.entry("drop_pending_updates", BOOLEAN),
          Map.entry("allowed_updates", ARRAY),
          Map.entry("message_ids", ARRAY),
          Map.entry("entities", ARRAY),
          Map.entry("caption_entities", ARRAY),
          Map.entry("commands", ARRAY),
          Map.entry("permissions", OBJECT),
          Map.entry("reply_markup", OBJECT),
          Map.entry("reply_parameters", OBJECT),
          Map.entry("link_preview_options", OBJECT),
          Map.entry("scope", OBJECT));

  private final String description;
  private final Predicate<String> test;

  Parameter(String description, Predicate<String> test) {
    this.description = description;
    this.test = test;
  }

  static void check(String name, String value) {
    Parameter type = BY_NAME.getOrDefault(name, TEXT);
    if (!type.test.test(value)) {
      throw ApiError.badRequest("parameter \"" + name + "\" must be " + type.description);
    }
  }

  private static Optional<JsonNode> json(String value) {
    return Json.parse(value);
  }
}
