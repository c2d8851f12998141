package dev.cordon.bots.policy;

import dev.cordon.adapters.IncomingMessage;
import java.util.List;
import java.util.Map;

/**
 * All that policy may look at: the message, what the matcher said of its parts, and the sender's
 * record.
 *
 * @param albumSiblings ids of other messages of the same album seen so far
 * @param offencesBefore earlier messages of this sender that were removed in this deployment and
 *     not overturned
 * @param bankPolicies the policy name of every bank that overrides the chat's
 */
public record Judgement(
    IncomingMessage message,
    List<Finding> findings,
    List<String> albumSiblings,
    int offencesBefore,
    Map<String, String> bankPolicies) {
  public Judgement {
    findings = List.copyOf(findings);
    albumSiblings = List.copyOf(albumSiblings);
    bankPolicies = Map.copyOf(bankPolicies);
  }
}
