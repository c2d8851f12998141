package dev.cordon.bots.cli;

import dev.cordon.config.LoadedSettings;
import dev.cordon.config.Nearest;
import dev.cordon.config.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with the settings of adapters and routes. */
final class ProviderCheck {
  private final LoadedSettings loaded;
  private final List<String> problems = new ArrayList<>();

  ProviderCheck(LoadedSettings loaded) {
    this.loaded = loaded;
  }

  /** The word that asks for a provider must be known. */
  void type(String section, String key, String word, Set<String> known) {
    if (!known.contains(word)) {
      String must = " must be one of " + String.join(", ", known) + ", was \"" + word + "\"";
      problem(section + "." + key, must + Nearest.hint(word, known));
    }
  }

  /** Every key must be one that the provider understands. */
  void keys(String section, Map<String, String> settings, Set<String> known) {
    settings.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(
            key ->
                problem(section + ".settings." + key, " is not a key" + Nearest.hint(key, known)));
  }

  private void problem(String path, String what) {
    problems.add(path + what + " (" + loaded.origin(path) + ")");
  }

  /**
   * Ends the check.
   *
   * @throws SettingsException when there was a problem
   */
  void end() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }
}
