package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.Receipt;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ActionQueue.Order;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.policy.Decision;
import dev.cordon.bots.work.WorkQueue.Handler;
import dev.cordon.bots.work.WorkQueue.Item;
import dev.cordon.bots.work.WorkQueue.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Carries queued orders out: waits while the kill switch is engaged, hands the action to the
 * executor of its mode, and puts the receipt on the ledger before the order is done with.
 *
 * <p>An order that was carried out just before a crash is carried out again; actions are idempotent
 * in effect and the ledger keeps one receipt an order.
 */
public final class Enforcer implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Enforcer.class);
  private static final Duration HELD = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration REFUSED_NOTICE = Duration.ofMinutes(1);
  private static final Duration MOVED = Duration.ofSeconds(1);
  private static final int MOST_FAILURES = 5;
  private static final Set<Receipt.Reason> MENDABLE =
      Set.of(Receipt.Reason.MISSING_RIGHT, Receipt.Reason.NOT_FOUND, Receipt.Reason.CHAT_MOVED);

  private final ActionExecutor platforms;
  private final Map<Decision.Mode, ActionExecutor> executors;
  private final KillSwitch killSwitch;
  private final Ledger ledger;
  private final ChatMoves moves;
  private final Refusals refusals;
  private final EnforcementMeters meters;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Makes one, without I/O.
   *
   * @param platforms carries out what is decided in {@link Decision.Mode#ENFORCE}
   */
  public Enforcer(
      ActionExecutor platforms,
      KillSwitch killSwitch,
      Ledger ledger,
      ChatMoves moves,
      Refusals refusals,
      EnforcementMeters meters,
      Clock clock,
      RandomGenerator random) {
    ActionExecutor simulated = new SimulatedExecutor();
    this.platforms = platforms;
    this.executors =
        Map.of(
            Decision.Mode.ENFORCE, new BatchingExecutor(this::unlessHeld),
            Decision.Mode.OBSERVE, simulated,
            Decision.Mode.OFF, simulated);
    this.killSwitch = killSwitch;
    this.ledger = ledger;
    this.moves = moves;
    this.refusals = refusals;
    this.meters = meters;
    this.clock = clock;
    this.random = random;
  }

  /** Whether orders of a lane may be read now. */
  public boolean open(String lane) {
    return lane.equals(Lane.NOTICES.key()) || !killSwitch.engaged();
  }

  @Override
  public CompletionStage<Outcome> handle(Item item) {
    if (!open(item.lane())) {
      return CompletableFuture.completedFuture(new Outcome.Later(HELD));
    }
    Order order = Json.read(item.body(), Order.class);
    if (item.failures() >= MOST_FAILURES && Lane.of(order.action()) == Lane.NOTICES) {
      return CompletableFuture.completedFuture(new Outcome.Dead("failed too often"));
    }
    if (item.failures() >= MOST_FAILURES) {
      return refusals.gaveUp(order).thenApply(told -> new Outcome.Dead("failed too often"));
    }
    return overruled(order)
        .thenCompose(
            overruled ->
                overruled
                    ? CompletableFuture.completedFuture(Receipt.Done.of(true))
                    : current(order.action())
                        .thenCompose(action -> executor(order).execute(action)))
        .thenCompose(receipt -> settle(item, order, receipt));
  }

  /** What policy ordered is not done any more once a moderator has undone the decision. */
  private CompletionStage<Boolean> overruled(Order order) {
    return order
        .since()
        .map(since -> overruled(order.subject(), since))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  private CompletionStage<Boolean> overruled(String subject, Instant since) {
    return ledger
        .find(Ledger.overruled(subject))
        .thenApply(entry -> entry.filter(undone -> since.isBefore(undone.at())).isPresent());
  }

  /** A removal may have waited in a batch since the switch was looked at. */
  private CompletionStage<Receipt> unlessHeld(Action action) {
    return Lane.of(action) != Lane.NOTICES && killSwitch.engaged()
        ? CompletableFuture.completedFuture(new Receipt.Deferred(HELD, "actions are held"))
        : platforms.execute(action);
  }

  private ActionExecutor executor(Order order) {
    return Objects.requireNonNull(executors.get(order.mode()));
  }

  /**
   * Follows an account or a notice to the chat's new id; a removal stays, because message ids are
   * counted anew there and would name other messages.
   */
  private CompletionStage<Action> current(Action action) {
    return Lane.of(action) == Lane.ACCOUNTS || action instanceof Action.PostNotice
        ? moves.now(action.chat()).thenApply(chat -> in(chat, action))
        : CompletableFuture.completedFuture(action);
  }

  private static Action in(ChatRef chat, Action action) {
    if (action instanceof Action.RestrictAccount restrict) {
      return new Action.RestrictAccount(chat, restrict.account(), restrict.until());
    } else if (action instanceof Action.BanAccount ban) {
      return new Action.BanAccount(chat, ban.account(), ban.until());
    } else if (action instanceof Action.BanSenderChat ban) {
      return new Action.BanSenderChat(chat, ban.senderChat());
    } else if (action instanceof Action.DeclineJoin decline) {
      return new Action.DeclineJoin(chat, decline.account());
    } else if (action instanceof Action.Reinstate reinstate) {
      return new Action.Reinstate(chat, reinstate.account(), reinstate.senderChat());
    } else if (action instanceof Action.PostNotice notice) {
      return new Action.PostNotice(
          chat, notice.text(), notice.picture(), notice.buttons(), notice.replyTo());
    }
    return action;
  }

  private CompletionStage<Outcome> settle(Item item, Order order, Receipt receipt) {
    meters.count(order, receipt, clock.instant());
    if (receipt instanceof Receipt.Deferred deferred) {
      about(LOG.atInfo(), order).log("Put off: {}: {}", order.key(), deferred.reason());
      return CompletableFuture.completedFuture(new Outcome.Later(pause(item, deferred)));
    }
    if (Lane.of(order.action()) == Lane.NOTICES) {
      return CompletableFuture.completedFuture(noticed(order, receipt));
    }
    if (receipt instanceof Receipt.Refused refused
        && refused.code() == Receipt.Reason.CHAT_MOVED
        && Lane.of(order.action()) == Lane.ACCOUNTS) {
      return CompletableFuture.completedFuture(new Outcome.Later(MOVED));
    }
    CompletionStage<?> told = record(order, receipt);
    if (receipt instanceof Receipt.Refused refused) {
      about(LOG.atWarn(), order)
          .log("Refused: {}: {} ({})", order.key(), refused.reason(), refused.code());
      told = told.thenCompose(recorded -> refusals.refused(order, refused));
    }
    if (receipt instanceof Receipt.Done done) {
      about(LOG.atInfo(), order)
          .log("{}: {}", done.alreadySo() ? "Was so already" : "Done", order.key());
    }
    return told.thenApply(all -> new Outcome.Done());
  }

  private static LoggingEventBuilder about(LoggingEventBuilder line, Order order) {
    LoggingEventBuilder named = line.addKeyValue("messageId", order.subject());
    return order.caseId().isEmpty() ? named : named.addKeyValue("caseId", order.caseId());
  }

  /**
   * A refused notice is not told by another notice, which would be refused too. What an operator
   * can mend (a wrong moderators' chat, a bot that was thrown out of it) is kept and tried again.
   */
  private Outcome noticed(Order order, Receipt receipt) {
    if (!(receipt instanceof Receipt.Refused refused)) {
      return new Outcome.Done();
    }
    about(LOG.atError(), order)
        .log("Notice {} was refused: {}; check moderators.chat", order.key(), refused.reason());
    boolean mendable =
        order.action() instanceof Action.PostNotice && MENDABLE.contains(refused.code());
    return mendable ? new Outcome.Later(REFUSED_NOTICE) : new Outcome.Done();
  }

  /** As long as the platform asks, and longer the longer it has not worked; never all at once. */
  private Duration pause(Item item, Receipt.Deferred deferred) {
    long age = Duration.between(item.since(), clock.instant()).toMillis();
    long byAge = Math.min(Math.max(age, 0) / 4, LONGEST_PAUSE.toMillis());
    long base = Math.max(deferred.retryAfter().toMillis(), byAge);
    return Duration.ofMillis(base + random.nextLong(base / 5 + 50));
  }

  private CompletionStage<?> record(Order order, Receipt receipt) {
    var body = Json.mapper().createObjectNode();
    body.set("action", Json.tree(order.action()));
    body.set("receipt", Json.tree(receipt));
    body.put("mode", order.mode().name());
    body.put("case", order.caseId());
    return ledger.append("enforced:" + order.key(), Ledger.Kind.ENFORCED, order.subject(), body);
  }
}
