package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Receipt;
import java.util.concurrent.CompletionStage;

/** Carries actions out, or only says what would come of it: each mode has its own. */
@FunctionalInterface
public interface ActionExecutor {
  /** Carries an action out. */
  CompletionStage<Receipt> execute(Action action);
}
