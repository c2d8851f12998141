package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what Telegram marks in a text: addresses, mentions, commands. Offsets are UTF-16 units. */
final class Entities {
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<url>(?:https?://|tg://)\\S+|(?:t\\.me|telegram\\.me|www\\.[\\w-]+\\.\\w+)/\\S*"
              + "|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|me|io|example|test)\\b(?:/\\S*)?)"
              + "|(?<mention>(?<=^|\\s)@\\w{5,32})"
              + "|(?<command>(?<=^|\\s)/\\w{1,32}(?:@\\w+)?)"
              + "|(?<hashtag>(?<=^|\\s)#\\w+)");
  private static final List<String> NAMES = List.of("url", "mention", "command", "hashtag");

  static ArrayNode of(String text, List<String> hiddenLinks) {
    ArrayNode entities = Json.array();
    for (String url : hiddenLinks) {
      add(entities, "text_link", 0, text.length()).put("url", url);
    }
    Matcher matcher = MARKED.matcher(text);
    while (matcher.find()) {
      NAMES.stream().filter(n -> matcher.group(n) != null).forEach(n -> mark(entities, n, matcher));
    }
    return entities;
  }

  private static void mark(ArrayNode entities, String name, Matcher matcher) {
    String type = name.equals("command") ? "bot_command" : name;
    add(entities, type, matcher.start(), matcher.end() - matcher.start());
  }

  private static ObjectNode add(ArrayNode entities, String type, int offset, int length) {
    return entities.addObject().put("type", type).put("offset", offset).put("length", length);
  }

  private Entities() {}
}
