package dev.cordon.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.IntFunction;

/** Reads a YAML file into a {@link Tree} that knows the line of every key. */
final class YamlFile {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final IntFunction<String> origin;
  private final Tree tree = new Tree();

  /**
   * A reader of one file.
   *
   * @param name for messages
   * @param origin what the origin of a key on a line is called
   */
  YamlFile(String name, IntFunction<String> origin) {
    this.name = name;
    this.origin = origin;
  }

  Tree read(Reader text) throws IOException {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        object(parser, tree.root(), "");
      } else if (first != null && first != JsonToken.VALUE_NULL && !parser.getText().isBlank()) {
        throw problem(parser, "must hold keys and values, such as \"redis: redis://host\"");
      }
    } catch (JsonProcessingException e) {
      throw new SettingsException(List.of(notYaml(e)));
    }
    return tree;
  }

  /** Without the parser's excerpt of the source, which could hold a secret. */
  private String notYaml(JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return name + ":" + line + ": is not YAML; check indentation, colons and quotes near this line";
  }

  private void object(YAMLParser parser, ObjectNode into, String path) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String below = Paths.join(path, key);
      String from = origin.apply(line(parser));
      if (into.has(key)) {
        throw problem(parser, "the key " + below + " is there twice");
      }
      parser.nextToken();
      tree.put(into, key, value(parser, below), below, from);
    }
  }

  private JsonNode value(YAMLParser parser, String path) throws IOException {
    if (parser.isCurrentAlias()) {
      throw problem(parser, "aliases (*name) are not supported");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      ObjectNode section = NODES.objectNode();
      object(parser, section, path);
      return section;
    }
    if (token == JsonToken.START_ARRAY) {
      return list(parser, path);
    }
    return NODES.textNode(token == JsonToken.VALUE_NULL ? "" : parser.getText());
  }

  private ArrayNode list(YAMLParser parser, String path) throws IOException {
    ArrayNode list = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String item = path + "[" + list.size() + "]";
      tree.origin(item, origin.apply(line(parser)));
      list.add(value(parser, item));
    }
    return list;
  }

  private SettingsException problem(YAMLParser parser, String what) {
    return new SettingsException(List.of(name + ":" + line(parser) + ": " + what));
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
