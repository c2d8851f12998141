package dev.cordon.bots.policy;

import dev.cordon.adapters.Action;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done about one message, and why.
 *
 * @param rule the rule of the policy that fired, for example {@code default/band-20}, {@code
 *     unscannable}, {@code none}
 * @param mode whether it is carried out or only simulated
 * @param actions in the order in which they are to be carried out; empty for a clean message
 * @param escalation why people must look at it, when they must
 * @param evidence the findings that led to it: those that matched or could not be judged
 */
public record Decision(
    String rule,
    Mode mode,
    List<Action> actions,
    Optional<String> escalation,
    List<Finding> evidence) {
  public Decision {
    actions = List.copyOf(actions);
    evidence = List.copyOf(evidence);
  }

  /** How far decisions of a chat go. */
  public enum Mode {
    /** The chat is not looked at. */
    OFF,
    /** Everything is decided and recorded, actions are simulated. */
    OBSERVE,
    /** Actions are carried out. */
    ENFORCE
  }
}
