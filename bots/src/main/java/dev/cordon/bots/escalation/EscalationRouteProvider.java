package dev.cordon.bots.escalation;

import java.util.Map;
import java.util.Set;

/** Makes escalation routes; found through {@link java.util.ServiceLoader}. */
public interface EscalationRouteProvider {

  /** The word in the settings that asks for this kind of route. */
  String type();

  /** Every setting it understands; another one is a settings error. */
  Set<String> settingKeys();

  /** The settings whose values are secret and never shown. */
  Set<String> secretKeys();

  /**
   * Makes a route, without I/O.
   *
   * @throws IllegalArgumentException naming the key, the bound and the value it got
   */
  EscalationRoute create(String name, Map<String, String> settings);
}
