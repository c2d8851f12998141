package dev.cordon.adapters;

/**
 * A chat, channel, group or room.
 *
 * @param platform the name of the configured connection, for example {@code telegram}
 * @param id the platform's own id of the chat, as text
 */
public record ChatRef(String platform, String id) {
  @Override
  public String toString() {
    return platform + "/" + id;
  }
}
