package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds every link of a message: entities of text, caption, quote, poll or list, hidden links,
 * button targets, link previews, stories. Walks the whole message, as {@link MediaReader} does.
 */
final class LinkReader {
  private LinkReader() {}

  /** The links as written, each once. */
  static List<String> read(JsonNode message) {
    Set<String> links = new LinkedHashSet<>();
    walk(message, links);
    return List.copyOf(links);
  }

  private static void walk(JsonNode node, Set<String> links) {
    if (node.isArray()) {
      node.forEach(child -> walk(child, links));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey();
      if (name.equals("url") && field.getValue().isTextual()) {
        add(field.getValue().asText(), links);
      } else if (name.equals("entities") || name.endsWith("_entities")) {
        entities(textOf(node, name), field.getValue(), links);
      } else if (name.equals("story") || name.equals("reply_to_story")) {
        story(field.getValue()).ifPresent(links::add);
      }
      if (!MediaReader.isOtherMessage(name)) {
        walk(field.getValue(), links);
      }
    }
  }

  /** {@code entities} belongs to {@code text}, {@code caption_entities} to {@code caption}. */
  private static String textOf(JsonNode node, String entities) {
    String field =
        entities.equals("entities")
            ? "text"
            : entities.substring(0, entities.length() - "_entities".length());
    return node.path(field).asText();
  }

  private static void entities(String text, JsonNode entities, Set<String> links) {
    for (JsonNode entity : entities) {
      String type = entity.path("type").asText();
      if (type.equals("url")) {
        part(text, entity).ifPresent(url -> add(url, links));
      } else if (type.equals("mention")) {
        part(text, entity).ifPresent(name -> add("https://t.me/" + name.substring(1), links));
      }
    }
  }

  /** Offsets count UTF-16 units, as Java does; a wrong one is passed over. */
  private static Optional<String> part(String text, JsonNode entity) {
    long from = entity.path("offset").asLong(-1);
    long to = from + entity.path("length").asLong();
    return from >= 0 && from < to && to <= text.length()
        ? Optional.of(text.substring((int) from, (int) to))
        : Optional.empty();
  }

  /** Bots cannot read stories; a link is all that can be judged of one. */
  private static Optional<String> story(JsonNode story) {
    return Json.text(story.path("chat"), "username")
        .flatMap(name -> Json.text(story, "id").map(id -> "https://t.me/" + name + "/s/" + id));
  }

  private static void add(String link, Set<String> links) {
    if (!link.isBlank()) {
      links.add(link);
    }
  }
}
