package dev.cordon.bots.policy;

import dev.cordon.adapters.IncomingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that policy may look at: the message, what the matcher said of its parts, and the sender's
 * record.
 *
 * @param occasion why the message is looked at
 * @param at the time of judging, from which punishments run
 * @param albumSiblings ids of other messages of the same album seen so far
 * @param albumMatch how far the decision went by which an earlier item of the album, and the album
 *     with it, was removed; empty when there was none
 * @param offencesBefore earlier messages of this sender that were removed in this deployment and
 *     not overturned
 * @param bankPolicies the policy name of every bank that overrides the chat's
 */
public record Judgement(
    IncomingMessage message,
    Occasion occasion,
    Instant at,
    List<Finding> findings,
    List<String> albumSiblings,
    Optional<Decision.Mode> albumMatch,
    int offencesBefore,
    Map<String, String> bankPolicies) {
  public Judgement {
    findings = List.copyOf(findings);
    albumSiblings = List.copyOf(albumSiblings);
    bankPolicies = Map.copyOf(bankPolicies);
  }

  /** The same, with what is known of the sender. */
  public Judgement bySender(IncomingMessage known, int offences) {
    return new Judgement(
        known, occasion, at, findings, albumSiblings, albumMatch, offences, bankPolicies);
  }

  /** The same, with the banks' policies. */
  public Judgement withBankPolicies(Map<String, String> policies) {
    return new Judgement(
        message, occasion, at, findings, albumSiblings, albumMatch, offencesBefore, policies);
  }

  /** The same, with what is known of the album by now. */
  public Judgement withAlbum(List<String> siblings, Optional<Decision.Mode> match) {
    return new Judgement(
        message, occasion, at, findings, siblings, match, offencesBefore, bankPolicies);
  }

  /** Why a message is looked at. */
  public enum Occasion {
    /** It was posted or edited. */
    POSTED,
    /** It stands for the profile pictures of a member who joined. */
    JOINED,
    /** It stands for the profile pictures of somebody who asks to join. */
    JOIN_REQUESTED
  }
}
