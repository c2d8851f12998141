package dev.cordon.bots.intake;

import dev.cordon.adapters.PlatformEvent;
import java.util.concurrent.CompletionStage;

/**
 * Takes part in what happens to an event beside judging: presses of buttons, commands in a chat.
 *
 * <p>Called at least once an event, and again when it fails or the process dies before the event is
 * done; so it must be idempotent by {@link PlatformEvent#eventId()} or by what it does.
 */
@FunctionalInterface
public interface EventHandler {

  /** Handles an event, or completes at once when it is not for this handler. */
  CompletionStage<Void> handle(PlatformEvent event);
}
