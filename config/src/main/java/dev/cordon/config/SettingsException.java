package dev.cordon.config;

import java.util.List;

/**
 * The settings cannot be used; every problem is one line that names key, place, bound and value.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final List<String> problems;

  public SettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, at least one line. */
  public List<String> problems() {
    return problems;
  }
}
