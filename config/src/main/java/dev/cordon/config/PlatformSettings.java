package dev.cordon.config;

import java.util.Map;

/**
 * A connection to a messaging platform.
 *
 * @param adapter which adapter, as its provider names it
 * @param settings values for the adapter, some of them secret
 */
public record PlatformSettings(String adapter, Enabled enabled, Map<String, String> settings) {
  public PlatformSettings {
    settings = Map.copyOf(settings);
  }

  /** Whether {@code run} connects: as said, or for AUTO when any of its settings has a value. */
  public boolean active() {
    return switch (enabled) {
      case TRUE -> true;
      case FALSE -> false;
      case AUTO -> settings.values().stream().anyMatch(value -> !value.isBlank());
    };
  }

  @Override
  public String toString() {
    return "PlatformSettings[adapter=" + adapter + ", enabled=" + enabled + "]";
  }

  /** Whether a connection is made. */
  public enum Enabled {
    AUTO,
    TRUE,
    FALSE
  }
}
