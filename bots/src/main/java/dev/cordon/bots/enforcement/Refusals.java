package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Receipt;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ActionQueue.Order;
import dev.cordon.bots.escalation.Desk;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Puts before people what could not be carried out. */
public final class Refusals {
  private final Desk desk;
  private final ActedMessages messages;

  public Refusals(Desk desk, ActedMessages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  CompletionStage<?> refused(Order order, Receipt.Refused refused) {
    return tell(order, "could not " + verb(order) + ": " + refused.reason());
  }

  CompletionStage<?> gaveUp(Order order) {
    return tell(
        order, "could not " + verb(order) + ": Cordon failed at it again and again; see its log");
  }

  private CompletionStage<?> tell(Order order, String why) {
    String key = "refused:" + order.key();
    return messages
        .find(order.subject())
        .thenCompose(
            message ->
                message.isPresent()
                    ? desk.open(key, why, message.get(), Optional.empty(), Optional.empty())
                        .thenApply(opened -> true)
                    : desk.alert(key, order.action().chat(), why).thenApply(told -> true));
  }

  private static String verb(Order order) {
    return Json.tree(order.action()).path("action").asText().replace('-', ' ');
  }
}
