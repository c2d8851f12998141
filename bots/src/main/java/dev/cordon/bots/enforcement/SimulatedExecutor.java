package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Receipt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The twin that touches nothing: every action succeeds on paper. */
public final class SimulatedExecutor implements ActionExecutor {
  @Override
  public CompletionStage<Receipt> execute(Action action) {
    return CompletableFuture.completedFuture(Receipt.Done.of(false));
  }
}
