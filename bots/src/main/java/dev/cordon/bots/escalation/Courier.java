package dev.cordon.bots.escalation;

import dev.cordon.bots.Json;
import dev.cordon.bots.ledger.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is on the outbox to every route, again and again until the route has it. Each opening
 * is on the ledger before anybody is told.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final Outbox outbox;
  private final Cases cases;
  private final Ledger ledger;
  private final List<EscalationRoute> routes;
  private final AtomicBoolean closing = new AtomicBoolean();
  private @Nullable Thread thread;

  public Courier(Outbox outbox, Cases cases, Ledger ledger, List<EscalationRoute> routes) {
    this.outbox = outbox;
    this.cases = cases;
    this.ledger = ledger;
    this.routes = List.copyOf(routes);
  }

  /** Begins to deliver, on a thread of its own. */
  public synchronized void start() {
    Thread started = new Thread(this::deliverAll, "courier");
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  @Override
  public synchronized void close() {
    closing.set(true);
    if (thread != null) {
      thread.interrupt();
    }
    routes.forEach(EscalationRoute::close);
  }

  private void deliverAll() {
    while (!closing.get()) {
      try {
        outbox.take(WAIT, RETRY_AFTER).forEach(this::deliver);
      } catch (RuntimeException e) {
        pauseAfter(e);
      }
    }
  }

  private void pauseAfter(RuntimeException failure) {
    if (closing.get()) {
      return;
    }
    LOG.warn("Escalations wait: the outbox cannot be read ({})", failure.toString());
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE.toMillis());
    } catch (InterruptedException e) {
      closing.set(true);
    }
  }

  /** Several items may be under way at once; a slow route holds up nobody else's. */
  private void deliver(Outbox.Item item) {
    deliverToAll(item)
        .whenComplete(
            (done, failure) -> {
              if (failure != null && !closing.get()) {
                LOG.warn(
                    "Escalation {} {} waits and is tried again: {}",
                    item.kind(),
                    item.caseId(),
                    failure.toString());
              }
            });
  }

  private CompletionStage<Void> deliverToAll(Outbox.Item item) {
    return outbox
        .taken(item)
        .thenCompose(taken -> record(item).thenCompose(recorded -> toOthers(item, taken)))
        .thenCompose(delivered -> outbox.done(item));
  }

  private CompletionStage<Void> toOthers(Outbox.Item item, Set<String> taken) {
    return telling(item)
        .thenCompose(
            telling ->
                CompletableFuture.allOf(
                    routes.stream()
                        .filter(route -> !taken.contains(route.name()))
                        .map(route -> tell(item, telling, route).toCompletableFuture())
                        .toArray(CompletableFuture[]::new)));
  }

  private CompletionStage<Void> tell(Outbox.Item item, Telling telling, EscalationRoute route) {
    return telling.to(route).thenCompose(told -> outbox.taken(item, route.name()));
  }

  private CompletionStage<Void> record(Outbox.Item item) {
    if (item.alert().isPresent()) {
      Alert alert = item.alert().get();
      return record("alert:" + alert.key(), alert.chat().toString(), Map.of("why", alert.why()));
    }
    if (item.kind() != Outbox.Item.Kind.OPENED) {
      return CompletableFuture.completedFuture(null);
    }
    return cases
        .find(item.caseId())
        .thenCompose(found -> found.map(this::recordOpened).orElseGet(Courier::nothing));
  }

  private CompletionStage<Void> recordOpened(Case opened) {
    return record(
        "escalated:" + opened.id(),
        opened.message().ref().toString(),
        Map.of("case", opened.id(), "why", opened.why()));
  }

  private CompletionStage<Void> record(String key, String subject, Map<String, String> body) {
    return ledger
        .append(key, Ledger.Kind.ESCALATED, subject, Json.tree(body))
        .thenAccept(entry -> {});
  }

  private CompletionStage<Telling> telling(Outbox.Item item) {
    if (item.alert().isPresent()) {
      Alert alert = item.alert().get();
      return CompletableFuture.completedFuture(route -> route.alert(alert));
    }
    return cases
        .find(item.caseId())
        .thenCombine(cases.preview(item.caseId()), (found, preview) -> of(item, found, preview));
  }

  private static Telling of(Outbox.Item item, Optional<Case> found, Optional<byte[]> preview) {
    if (found.isEmpty()) {
      LOG.error("Case {} is on the outbox but not in the store; nobody is told", item.caseId());
      return route -> nothing();
    }
    return item.kind() == Outbox.Item.Kind.OPENED
        ? route -> route.escalate(found.get(), preview)
        : route -> route.settled(found.get());
  }

  private static CompletionStage<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  private interface Telling {
    CompletionStage<Void> to(EscalationRoute route);
  }
}
