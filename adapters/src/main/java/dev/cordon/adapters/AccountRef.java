package dev.cordon.adapters;

/**
 * An identity that posts: a person, a bot, or a channel that posts under its own name.
 *
 * @param platform the name of the configured connection
 * @param id the platform's own id of the account, as text
 */
public record AccountRef(String platform, String id) {
  @Override
  public String toString() {
    return platform + "/" + id;
  }
}
