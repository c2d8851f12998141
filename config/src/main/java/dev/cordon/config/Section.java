package dev.cordon.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one section by type and bound. Problems are collected and a harmless value is
 * returned in place of a wrong one, so that all of them can be told at once.
 */
final class Section {
  private final Tree tree;
  private final ObjectNode node;
  private final String key;
  private final String path;
  private final List<String> problems;
  private final Set<String> known = new LinkedHashSet<>();

  /** The section of all keys. */
  static Section root(Tree tree, List<String> problems) {
    return new Section(tree, tree.root(), "", "", problems);
  }

  private Section(Tree tree, ObjectNode node, String key, String path, List<String> problems) {
    this.tree = tree;
    this.key = key;
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** This section's own name. */
  String key() {
    return key;
  }

  /** A problem with the section as a whole. */
  void here(String what) {
    problems.add(path + " " + what + " (" + tree.origin(path) + ")");
  }

  /** The text of a key; empty when it is absent or has no value. */
  String text(String key) {
    JsonNode value = known(key);
    if (value != null && value.isContainerNode()) {
      problem(key, "must be one value, was a " + (value.isArray() ? "list" : "section"));
      return "";
    }
    return value == null ? "" : value.asText().strip();
  }

  Optional<String> optional(String key) {
    return Optional.of(text(key)).filter(text -> !text.isEmpty());
  }

  /** Fails unless the text, when there is one, has a form; {@code must} says which. */
  <T> Optional<T> parsed(String key, String must, Function<String, Optional<T>> parse) {
    Optional<T> value = optional(key).flatMap(parse);
    if (value.isEmpty() && optional(key).isPresent()) {
      problem(key, "must be " + must + ", was " + shown(key));
    }
    return value;
  }

  long whole(String key, long min, long max) {
    return bounded(key, text(key), "a whole number between " + min + " and " + max, min, max);
  }

  Duration duration(String key, Duration min, Duration max) {
    String bounds = "a time between " + Units.show(min) + " and " + Units.show(max);
    Optional<Duration> value = Units.duration(text(key));
    if (value.isEmpty() || value.get().compareTo(min) < 0 || value.get().compareTo(max) > 0) {
      problem(key, "must be " + bounds + " (such as \"30 s\", \"2 h\"), was " + shown(key));
    }
    return value.orElse(min);
  }

  long bytes(String key, String least, String most) {
    long min = Units.bytes(least).orElseThrow();
    long max = Units.bytes(most).orElseThrow();
    Optional<Long> value = Units.bytes(text(key));
    if (value.isEmpty() || value.get() < min || value.get() > max) {
      problem(key, "must be a size between " + least + " and " + most + ", was " + shown(key));
    }
    return value.orElse(min);
  }

  boolean flag(String key) {
    String text = text(key);
    if (!text.equals("true") && !text.equals("false")) {
      problem(key, "must be true or false, was " + shown(key));
    }
    return text.equals("true");
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    return word(key, text(key), type);
  }

  /** One of an enum's constants, written in lower case. */
  <E extends Enum<E>> E word(String key, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return constant;
      }
    }
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    problem(key, "must be one of " + String.join(", ", words) + ", was \"" + text + "\"");
    return type.getEnumConstants()[0];
  }

  /** A list of texts; one text is a list of one. */
  List<String> texts(String key) {
    JsonNode value = known(key);
    if (value == null || value.isTextual()) {
      return optional(key).map(List::of).orElse(List.of());
    }
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(item.asText().strip()));
    if (!value.isArray() || texts.contains("")) {
      problem(key, "must be a list of texts");
    }
    return texts;
  }

  /** The sections of a list. */
  List<Section> sections(String key) {
    JsonNode value = known(key);
    List<Section> sections = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(item -> sections.add(below(key + "[" + sections.size() + "]", item)));
    } else if (value != null && !text(key).isEmpty()) {
      problem(key, "must be a list");
    }
    return sections;
  }

  Section section(String key) {
    JsonNode value = known(key);
    return below(key, value == null ? JsonNodeFactory.instance.objectNode() : value);
  }

  /** Reads every key of a section that users name themselves. */
  <T> Map<String, T> each(Function<Section, T> read) {
    Map<String, T> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              Section named = section(entry.getKey());
              values.put(entry.getKey(), read.apply(named));
              named.end();
            });
    return values;
  }

  /** The keys that somebody else understands, as text. */
  Map<String, String> free() {
    Map<String, String> values = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> values.put(entry.getKey(), String.join(",", texts(entry.getKey()))));
    return values;
  }

  /** Fails for every key that was not asked for. */
  void end() {
    node.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !known.contains(key))
        .forEach(
            key -> {
              String hint = Nearest.hint(key, known);
              problem(key, "is not a key" + hint);
            });
  }

  void problem(String key, String what) {
    String full = Paths.join(path, key);
    problems.add(full + " " + what + " (" + tree.origin(full) + ")");
  }

  private Section below(String key, JsonNode value) {
    String full = Paths.join(path, key);
    if (value instanceof ObjectNode section) {
      return new Section(tree, section, key, full, problems);
    }
    if (!value.asText().isEmpty() || value.isArray()) {
      problem(key, "must be a section of keys");
    }
    return new Section(tree, JsonNodeFactory.instance.objectNode(), key, full, problems);
  }

  private long bounded(String key, String text, String must, long min, long max) {
    try {
      long value = Long.parseLong(text.replace("_", ""));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the bound
    }
    problem(key, "must be " + must + ", was " + shown(key));
    return min;
  }

  private String shown(String key) {
    String text = text(key);
    String full = Paths.join(path, key);
    return text.isEmpty() ? "empty" : '"' + Secrets.shown(full, text, any -> false) + '"';
  }

  private @Nullable JsonNode known(String key) {
    known.add(key);
    return node.get(key);
  }
}
