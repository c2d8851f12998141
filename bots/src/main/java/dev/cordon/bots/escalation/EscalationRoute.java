package dev.cordon.bots.escalation;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A way by which cases reach people; made by an {@link EscalationRouteProvider}. */
public interface EscalationRoute extends AutoCloseable {

  /** The route's name in the settings. */
  String name();

  /**
   * Takes a case to people. Called again with the same case until it completes normally, so it must
   * not tell people twice where it can know that it did.
   *
   * @param preview a blurred grey PNG of the media, when one could be made
   */
  CompletionStage<Void> escalate(Case opened, Optional<byte[]> preview);

  /** Tells the same people how a case was settled. */
  CompletionStage<Void> settled(Case settled);

  /** Tells people of what concerns no message: lost rights, a connection that is down. */
  CompletionStage<Void> alert(Alert alert);

  @Override
  default void close() {}
}
