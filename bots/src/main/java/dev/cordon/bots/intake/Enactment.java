package dev.cordon.bots.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ActedMessages;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.enforcement.ActionQueue.Order;
import dev.cordon.bots.escalation.Desk;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.ledger.LedgerEntry;
import dev.cordon.bots.policy.Decision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a decision durable and sets it going: ledger, then orders, offence, case. Every step is
 * idempotent under the message and its version, so that after a crash all are taken again, with the
 * decision that is on the ledger already.
 */
public final class Enactment {
  private static final Logger LOG = LoggerFactory.getLogger(Enactment.class);

  private final Ledger ledger;
  private final ActionQueue actions;
  private final ActedMessages acted;
  private final Offences offences;
  private final Desk desk;
  private final IntakeMeters meters;

  public Enactment(
      Ledger ledger,
      ActionQueue actions,
      ActedMessages acted,
      Offences offences,
      Desk desk,
      IntakeMeters meters) {
    this.ledger = ledger;
    this.actions = actions;
    this.acted = acted;
    this.offences = offences;
    this.desk = desk;
    this.meters = meters;
  }

  /**
   * What is to be made durable.
   *
   * @param offence whether it counts against the sender
   * @param since when the message was received
   */
  record Ruling(
      IncomingMessage message, String version, Decision decision, boolean offence, Instant since) {

    String key() {
      return "decided:" + message.ref() + ":" + version;
    }
  }

  /** Goes on with a decision made before; false when there is none. */
  CompletionStage<Boolean> resume(IncomingMessage message, String version, Instant since) {
    return ledger
        .find("decided:" + message.ref() + ":" + version)
        .thenCompose(
            entry ->
                entry.isEmpty()
                    ? CompletableFuture.completedFuture(false)
                    : carryOn(message, version, entry.get(), since, Optional.empty())
                        .thenApply(done -> true));
  }

  /** Makes a decision durable and sets it going; one without any evidence is only counted. */
  CompletionStage<Void> enact(Ruling ruling, Optional<Path> media) {
    Decision decision = ruling.decision;
    meters.decision(decision);
    if (decision.evidence().isEmpty() && decision.actions().isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return ledger
        .append(ruling.key(), Ledger.Kind.DECIDED, ruling.message.ref().toString(), body(ruling))
        .thenCompose(
            entry -> {
              LOG.atInfo()
                  .addKeyValue("messageId", ruling.message.ref())
                  .log("Decided by {}: {}", decision.rule(), decision.mode());
              return carryOn(ruling.message, ruling.version, entry, ruling.since, media);
            });
  }

  /** The ledger names the message and its sender and quotes neither. */
  private static ObjectNode body(Ruling ruling) {
    IncomingMessage message = ruling.message;
    ObjectNode body = Json.mapper().createObjectNode();
    body.set("message", Json.tree(message.ref()));
    body.set("sender", Json.tree(message.sender().account()));
    body.put("kind", message.sender().kind().name());
    body.put("standing", message.sender().standing().name());
    body.put("sentAt", message.sentAt().toString());
    body.put("offence", ruling.offence);
    body.set("decision", Json.tree(ruling.decision));
    return body;
  }

  private CompletionStage<Void> carryOn(
      IncomingMessage message,
      String version,
      LedgerEntry entry,
      Instant since,
      Optional<Path> media) {
    Decision decision = Json.read(entry.body().path("decision"), Decision.class);
    boolean offence = entry.body().path("offence").asBoolean();
    Ruling ruling = new Ruling(message, version, decision, offence, since);
    return order(ruling)
        .thenCompose(ordered -> keepRecord(ruling, entry.at()))
        .thenCompose(recorded -> escalate(ruling, media));
  }

  private CompletionStage<?> order(Ruling ruling) {
    if (ruling.decision.actions().isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return acted
        .keep(ruling.message)
        .thenCompose(
            kept -> {
              List<CompletableFuture<Boolean>> queued = new ArrayList<>();
              for (Order order : orders(ruling)) {
                queued.add(actions.enqueue(order).toCompletableFuture());
              }
              return CompletableFuture.allOf(queued.toArray(CompletableFuture[]::new));
            });
  }

  /** One order a message and action; removals of several messages become one each. */
  private static List<Order> orders(Ruling ruling) {
    List<Order> orders = new ArrayList<>();
    for (Action action : ruling.decision.actions()) {
      if (action instanceof Action.RemoveMessages removal) {
        for (String id : removal.messageIds()) {
          Action one = new Action.RemoveMessages(removal.chat(), List.of(id));
          orders.add(order(ruling, one, new MessageRef(removal.chat(), id)));
        }
      } else {
        orders.add(order(ruling, action, ruling.message.ref()));
      }
    }
    return orders;
  }

  private static Order order(Ruling ruling, Action action, MessageRef about) {
    Decision.Mode mode = ruling.decision.mode();
    String key =
        String.join(
            ":",
            mode.name().toLowerCase(Locale.ROOT),
            about.toString(),
            Json.tree(action).path("action").asText());
    return new Order(
        key, action, mode, ruling.message.ref().toString(), "", Optional.of(ruling.since));
  }

  private CompletionStage<Void> keepRecord(Ruling ruling, Instant at) {
    return ruling.offence
        ? offences.record(
            ruling.decision.mode(), ruling.message.sender().account(), ruling.message.ref(), at)
        : CompletableFuture.completedFuture(null);
  }

  private CompletionStage<Void> escalate(Ruling ruling, Optional<Path> media) {
    Optional<String> why = ruling.decision.escalation();
    return why.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : desk.open(ruling.key(), why.get(), ruling.message, Optional.of(ruling.decision), media)
            .thenApply(opened -> null);
  }
}
