package dev.cordon.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Validated settings together with where each came from. */
public final class LoadedSettings {
  private final Settings settings;
  private final Tree tree;
  private final List<String> warnings;

  LoadedSettings(Settings settings, Tree tree, List<String> warnings) {
    this.settings = settings;
    this.tree = tree;
    this.warnings = List.copyOf(warnings);
  }

  /** The settings. */
  public Settings settings() {
    return settings;
  }

  /** What was ignored and probably meant otherwise: {@code CORDON_…} variables that set no key. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Every key in force.
   *
   * @param secret which paths hold secrets, beside those whose name says so
   */
  public List<Setting> print(Predicate<String> secret) {
    List<Setting> lines = new ArrayList<>();
    tree.leaves(
        (path, value) ->
            lines.add(
                new Setting(
                    path, Secrets.shown(path, inOneLine(value), secret), tree.origin(path))));
    return lines;
  }

  /** Where the value of a key came from, as {@link Setting#origin()}. */
  public String origin(String key) {
    return tree.origin(key);
  }

  /** The keys that differ from another state of the settings, in words that hold no value. */
  public List<String> changedKeys(LoadedSettings before) {
    List<String> changed = new ArrayList<>();
    tree.leaves((path, value) -> note(changed, path, value, before.tree.at(path)));
    before.tree.leaves((path, value) -> note(changed, path, value, tree.at(path)));
    return changed.stream().distinct().toList();
  }

  private static void note(
      List<String> changed, String path, JsonNode value, @Nullable JsonNode other) {
    if (!value.equals(other)) {
      changed.add(path);
    }
  }

  private static String inOneLine(JsonNode value) {
    if (value instanceof ObjectNode section) {
      StringJoiner keys = new StringJoiner(", ", "{", "}");
      section.properties().forEach(e -> keys.add(e.getKey() + ": " + inOneLine(e.getValue())));
      return keys.toString();
    }
    if (value.isArray()) {
      StringJoiner items = new StringJoiner(", ", "[", "]");
      value.forEach(item -> items.add(inOneLine(item)));
      return items.toString();
    }
    return value.asText();
  }
}
