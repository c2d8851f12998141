package dev.cordon.adapters.telegram.sandbox;

import java.util.Optional;

/**
 * Under which identity somebody posts.
 *
 * @param user who really posts; absent for a channel's own posts
 * @param identity the chat whose name is shown in place of the person
 */
public record Author(Optional<User> user, Optional<Chat> identity) {

  /** A person or bot under its own name. */
  public static Author of(User user) {
    return new Author(Optional.of(user), Optional.empty());
  }

  /** An administrator hidden behind the group. */
  public static Author anonymous(User admin, Chat group) {
    return new Author(Optional.of(admin), Optional.of(group));
  }

  /** A channel: in itself an ordinary channel post, in a group an identity of somebody. */
  public static Author channel(Chat channel) {
    return new Author(Optional.empty(), Optional.of(channel));
  }

  /** The name that members see. */
  public String displayName() {
    return identity.map(Chat::title).or(() -> user.map(User::firstName)).orElse("nobody");
  }
}
