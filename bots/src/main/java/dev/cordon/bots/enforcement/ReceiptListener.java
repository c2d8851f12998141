package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Receipt;
import java.util.concurrent.CompletionStage;

/** Is told what came of orders, at least once each, before an order is done with. */
@FunctionalInterface
public interface ReceiptListener {
  /**
   * Takes a final receipt.
   *
   * @param receipt {@link Receipt.Done} or {@link Receipt.Refused}
   */
  CompletionStage<Void> received(ActionQueue.Order order, Receipt receipt);
}
