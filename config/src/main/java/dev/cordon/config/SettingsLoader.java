package dev.cordon.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads settings: the packaged defaults, overlaid by a file, overlaid by the environment.
 *
 * <p>{@code CORDON_REDIS} and the like set any key that takes one value and is in the defaults or
 * in the file: the key's path in capitals, everything else than letters and digits as {@code _}.
 * {@code TELEGRAM_BOT_TOKEN} sets {@code platforms.telegram.settings.token}.
 */
public final class SettingsLoader {
  private static final String DEFAULTS = "/dev/cordon/config/cordon.yaml";
  private static final Map<String, String> OTHER_NAMES =
      Map.of("platforms.telegram.settings.token", "TELEGRAM_BOT_TOKEN");
  private static final Map<String, String> PLATFORM =
      Map.of("adapter", "telegram", "enabled", "true");

  private final Optional<Path> file;
  private final Map<String, String> environment;

  /**
   * A loader; nothing is read yet.
   *
   * @param file the settings file; empty for none
   */
  public SettingsLoader(Optional<Path> file, Map<String, String> environment) {
    this.file = file;
    this.environment = Map.copyOf(environment);
  }

  /** The file that {@code --config} names, else {@code cordon.yaml} here when there is one. */
  public static Optional<Path> file(Optional<Path> named) {
    return named.or(() -> Optional.of(Path.of("cordon.yaml")).filter(Files::isRegularFile));
  }

  /** The packaged, annotated defaults as they are written. */
  public static String reference() {
    try (InputStream in = defaults()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that is read. */
  public Optional<Path> file() {
    return file;
  }

  /**
   * Reads and validates.
   *
   * @throws SettingsException naming every problem
   */
  public LoadedSettings load() {
    Tree tree = merged();
    List<String> problems = new ArrayList<>();
    inherit(tree);
    Settings settings = SettingsReader.read(Section.root(tree, problems));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new LoadedSettings(settings, tree, unknownVariables(tree));
  }

  private Tree merged() {
    Tree tree = packaged();
    file.ifPresent(path -> tree.overlay(read(path)));
    overlayEnvironment(tree);
    return tree;
  }

  private static Tree packaged() {
    try (Reader reader = new InputStreamReader(defaults(), StandardCharsets.UTF_8)) {
      return new YamlFile("defaults", line -> "default").read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream defaults() {
    return Objects.requireNonNull(SettingsLoader.class.getResourceAsStream(DEFAULTS), DEFAULTS);
  }

  private static Tree read(Path path) {
    try (Reader reader = Files.newBufferedReader(path)) {
      return new YamlFile(path.toString(), line -> path + ":" + line).read(reader);
    } catch (IOException e) {
      String reason = Files.exists(path) ? "cannot be read: " + e : "does not exist";
      throw new SettingsException(List.of("The settings file " + path + " " + reason));
    }
  }

  private void overlayEnvironment(Tree tree) {
    Map<String, String> variables = variables(tree);
    variables.forEach(
        (path, variable) -> {
          String value = environment.get(variable);
          if (value != null) {
            tree.replace(path, value, "environment " + variable);
          }
        });
  }

  /** The variable of every key with one value; a name of its own wins over the general rule. */
  private Map<String, String> variables(Tree tree) {
    Map<String, String> variables = new LinkedHashMap<>();
    tree.leaves(
        (path, value) -> {
          String own = OTHER_NAMES.getOrDefault(path, "");
          if (value.isTextual()) {
            variables.put(path, environment.containsKey(own) ? own : Paths.variable(path));
          }
        });
    return variables;
  }

  /** A named policy lacks nothing: what it does not say is as in the default policy. */
  private static void inherit(Tree tree) {
    ObjectNode defaultPolicy = tree.root().withObject("/policies/" + Settings.DEFAULT_POLICY);
    each(
        tree,
        "policies",
        (path, policy) -> {
          if (policy != defaultPolicy) {
            tree.inherit(policy, path, defaultPolicy, "policies.default");
          }
        });
    ObjectNode platform = JsonNodeFactory.instance.objectNode();
    PLATFORM.forEach(platform::put);
    each(tree, "platforms", (path, node) -> tree.inherit(node, path, platform, "default"));
  }

  private static void each(Tree tree, String section, BiConsumer<String, ObjectNode> consumer) {
    JsonNode parent = tree.root().path(section);
    parent
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue() instanceof ObjectNode node) {
                consumer.accept(Paths.join(section, entry.getKey()), node);
              }
            });
  }

  private List<String> unknownVariables(Tree tree) {
    var known = variables(tree).values();
    return environment.keySet().stream()
        .filter(name -> name.startsWith("CORDON_") && !name.startsWith("CORDON_JAVA"))
        .filter(name -> !known.contains(name))
        .sorted()
        .map(name -> name + " sets no key" + Nearest.hint(name, known))
        .toList();
  }
}
