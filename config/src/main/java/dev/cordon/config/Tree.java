package dev.cordon.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Nested keys with the place that each value came from. All scalars are text; a list is a leaf. */
final class Tree {
  private final ObjectNode root;
  private final Map<String, String> origins;

  Tree() {
    this(JsonNodeFactory.instance.objectNode(), new LinkedHashMap<>());
  }

  Tree(ObjectNode root, Map<String, String> origins) {
    this.root = root;
    this.origins = origins;
  }

  ObjectNode root() {
    return root;
  }

  /** Where the value at a path, or at the nearest path above it, came from. */
  String origin(String path) {
    String at = path;
    while (!origins.containsKey(at) && at.lastIndexOf('.') > 0) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    return origins.getOrDefault(at, "default");
  }

  /** Notes where the value at a path came from. */
  void origin(String path, String origin) {
    origins.put(path, origin);
  }

  void put(ObjectNode parent, String key, JsonNode value, String path, String origin) {
    parent.set(key, value);
    origins.put(path, origin);
  }

  /** Lays another tree over this one: sections merge, scalars and lists replace. */
  void overlay(Tree above) {
    origins.putAll(above.origins);
    merge(root, above.root);
  }

  /** Fills what a section lacks from another; what is filled in comes from {@code origin}. */
  void inherit(ObjectNode section, String path, ObjectNode from, String origin) {
    from.properties()
        .forEach(
            entry -> {
              if (!section.has(entry.getKey())) {
                String target = Paths.join(path, entry.getKey());
                put(section, entry.getKey(), entry.getValue().deepCopy(), target, origin);
              }
            });
  }

  /** Passes every leaf on, in the order of the files. */
  void leaves(BiConsumer<String, JsonNode> consumer) {
    leaves("", root, consumer);
  }

  /** Gives the leaf at a path, as {@link #leaves} names it, another text. */
  void replace(String path, String value, String origin) {
    replace("", root, path, value);
    origins.put(path, origin);
  }

  /** The leaf at a path. */
  @Nullable JsonNode at(String path) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    leaves(found::put);
    return found.get(path);
  }

  private static void replace(String at, ObjectNode node, String path, String value) {
    for (var entry : node.properties()) {
      String below = Paths.join(at, entry.getKey());
      if (below.equals(path)) {
        node.put(entry.getKey(), value);
      } else if (entry.getValue() instanceof ObjectNode section) {
        replace(below, section, path, value);
      }
    }
  }

  private static void leaves(String path, ObjectNode node, BiConsumer<String, JsonNode> consumer) {
    node.properties()
        .forEach(
            entry -> {
              String below = Paths.join(path, entry.getKey());
              if (entry.getValue() instanceof ObjectNode section) {
                leaves(below, section, consumer);
              } else {
                consumer.accept(below, entry.getValue());
              }
            });
  }

  private static void merge(ObjectNode below, ObjectNode above) {
    above
        .properties()
        .forEach(
            entry -> {
              JsonNode old = below.get(entry.getKey());
              if (old instanceof ObjectNode section
                  && entry.getValue() instanceof ObjectNode more) {
                merge(section, more);
              } else if (!(old instanceof ObjectNode && isEmpty(entry.getValue()))) {
                below.set(entry.getKey(), entry.getValue());
              }
            });
  }

  /** A section's name with nothing under it: {@code matcher:}. */
  private static boolean isEmpty(JsonNode value) {
    return value.isTextual() && value.asText().isEmpty();
  }
}
