package dev.cordon.matcher.bank;

import java.util.Map;

/**
 * A named collection of entries.
 *
 * @param name 1 to 64 of {@code a-z 0-9 - _}
 * @param description one line
 * @param enabled whether its entries match
 * @param thresholds the greatest distance that matches, by signal type; PDQ 0 to 31, default 31
 * @param policy the name of a policy in the settings that overrides the chat's; empty for the
 *     chat's
 */
public record Bank(
    String name,
    String description,
    boolean enabled,
    Map<String, Integer> thresholds,
    String policy) {
  /** The greatest PDQ distance that is ever searched. */
  public static final int MAX_PDQ_DISTANCE = 31;

  public Bank {
    if (!name.matches("[a-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "name must be 1 to 64 of a-z, 0-9, - and _, was \"" + name + "\"");
    }
    thresholds = Map.copyOf(thresholds);
    Integer pdq = thresholds.get("PDQ");
    if (pdq != null && (pdq < 0 || pdq > MAX_PDQ_DISTANCE)) {
      throw new IllegalArgumentException(
          "thresholds.PDQ must be between 0 and " + MAX_PDQ_DISTANCE + ", was " + pdq);
    }
  }

  /** An enabled bank with default thresholds. */
  public static Bank named(String name) {
    return new Bank(name, "", true, Map.of(), "");
  }
}
