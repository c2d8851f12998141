package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Receipt;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ActionQueue.Order;
import dev.cordon.bots.policy.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** Counts what came of orders and times removals from the message's arrival. */
public final class EnforcementMeters {
  private final MeterRegistry registry;
  private final Timer toRemoval;

  public EnforcementMeters(MeterRegistry registry) {
    this.registry = registry;
    this.toRemoval =
        Timer.builder("cordon.removal.time")
            .description("From a message's arrival to its removal")
            .publishPercentileHistogram()
            .publishPercentiles(0.5, 0.99)
            .register(registry);
  }

  void count(Order order, Receipt receipt, Instant now) {
    registry
        .counter(
            "cordon.actions",
            "action",
            name(order.action()),
            "mode",
            Decision.Mode.ENFORCE == order.mode() ? "enforce" : "observe",
            "outcome",
            Json.tree(receipt).path("receipt").asText())
        .increment();
    if (order.action() instanceof Action.RemoveMessages
        && order.mode() == Decision.Mode.ENFORCE
        && receipt instanceof Receipt.Done) {
      order.since().ifPresent(since -> toRemoval.record(Duration.between(since, now)));
    }
  }

  private static String name(Action action) {
    return Json.tree(action).path("action").asText();
  }
}
