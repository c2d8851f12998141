package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The place of an account in a chat.
 *
 * @param user who
 * @param status what it is there
 * @param rights what an administrator may do; empty for others
 * @param anonymous whether an administrator or owner hides behind the group
 * @param until when a restriction or ban ends; absent means never
 */
public record Member(
    User user, Status status, Set<Right> rights, boolean anonymous, Optional<Instant> until) {

  /** Telegram's words for it. */
  public enum Status {
    CREATOR,
    ADMINISTRATOR,
    MEMBER,
    RESTRICTED,
    LEFT,
    KICKED
  }

  public Member {
    rights = Set.copyOf(rights);
  }

  static Member of(User user, Status status) {
    return new Member(user, status, Set.of(), false, Optional.empty());
  }

  static Member admin(User user, Set<Right> rights) {
    return new Member(user, Status.ADMINISTRATOR, rights, false, Optional.empty());
  }

  static Member limited(User user, Status status, Optional<Instant> until) {
    return new Member(user, status, Set.of(), false, until);
  }

  /** Whether the account is in the chat at all. */
  public boolean present() {
    return status != Status.LEFT && status != Status.KICKED;
  }

  boolean isAdmin() {
    return status == Status.CREATOR || status == Status.ADMINISTRATOR;
  }

  boolean may(Right right) {
    return status == Status.CREATOR || rights.contains(right);
  }

  ObjectNode json() {
    ObjectNode node = Json.object().put("status", status.name().toLowerCase(Locale.ROOT));
    node.set("user", user.json());
    if (isAdmin()) {
      node.put("is_anonymous", anonymous);
    }
    if (status == Status.ADMINISTRATOR) {
      node.put("can_be_edited", false);
      EnumSet.allOf(Right.class).forEach(r -> node.put(r.field(), rights.contains(r)));
    }
    if (status == Status.RESTRICTED) {
      node.put("is_member", true);
      Permissions.NAMES.forEach(name -> node.put(name, false));
    }
    if (status == Status.RESTRICTED || status == Status.KICKED) {
      node.put("until_date", until.map(Instant::getEpochSecond).orElse(0L));
    }
    return node;
  }
}
