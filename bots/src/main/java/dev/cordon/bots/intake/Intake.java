package dev.cordon.bots.intake;

import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.PlatformEvent.ChatMoved;
import dev.cordon.adapters.PlatformEvent.Joined;
import dev.cordon.adapters.PlatformEvent.Posted;
import dev.cordon.adapters.PlatformEvent.RightsChanged;
import dev.cordon.adapters.Rights;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ChatMoves;
import dev.cordon.bots.escalation.Desk;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.policy.Decision;
import dev.cordon.bots.policy.Judgement.Occasion;
import dev.cordon.bots.work.WorkQueue.Handler;
import dev.cordon.bots.work.WorkQueue.Item;
import dev.cordon.bots.work.WorkQueue.Outcome;
import dev.cordon.matcher.IndexNotReadyException;
import dev.cordon.matcher.MatcherUnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles every event that was stored: messages are moderated, moves and lost rights taken note of,
 * and whatever {@link EventHandler}s are there are told.
 *
 * <p>While the matcher is away an event waits; it is never dropped and never taken for clean. An
 * event that fails again and again by a bug, or whose media the platform withholds for an hour, is
 * put before people as not judged, and aside.
 */
public final class Intake implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int MOST_FAILURES = 5;
  private static final int MOST_PROFILE_PHOTOS = 3;
  private static final Duration MATCHER_PAUSE = Duration.ofMillis(250);
  private static final Duration NOT_CONNECTED = Duration.ofMinutes(1);

  /** A platform that answers "not now" for this long means "never". */
  private static final Duration MEDIA_PATIENCE = Duration.ofHours(1);

  private final Map<String, Connection> connections;
  private final Moderation moderation;
  private final ChatMoves moves;
  private final Desk desk;
  private final Ledger ledger;
  private final List<EventHandler> handlers;
  private final Path scratch;
  private final IntakeMeters meters;
  private final Clock clock;

  /** Since when the platform has withheld an event's media, as this process knows. */
  private final Map<String, Instant> withheld = new ConcurrentHashMap<>();

  /**
   * Makes one; the scratch folder is made, and cleared of what dead processes left.
   *
   * @param connections by the names in the settings
   * @param scratch a folder for files that are being judged
   */
  public Intake(
      Map<String, Connection> connections,
      Moderation moderation,
      ChatMoves moves,
      Desk desk,
      Ledger ledger,
      List<EventHandler> handlers,
      Path scratch,
      IntakeMeters meters,
      Clock clock) {
    this.connections = Map.copyOf(connections);
    this.moderation = moderation;
    this.moves = moves;
    this.desk = desk;
    this.ledger = ledger;
    this.handlers = List.copyOf(handlers);
    this.scratch = Scratch.room(scratch);
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Outcome> handle(Item item) {
    PlatformEvent event = Json.read(item.body(), PlatformEvent.class);
    if (item.failures() >= MOST_FAILURES) {
      return giveUp(
          event, "could not be judged: Cordon failed at it " + item.failures() + " times");
    }
    Connection connection = connections.get(event.chat().platform());
    if (connection == null) {
      return CompletableFuture.completedFuture(new Outcome.Later(NOT_CONNECTED));
    }
    return attempt(event, connection, item, item.again());
  }

  private CompletionStage<Outcome> attempt(
      PlatformEvent event, Connection connection, Item item, boolean again) {
    Scratch files = new Scratch(scratch);
    CompletionStage<Outcome> outcome =
        CompletableFuture.completedFuture(event)
            .thenCompose(one -> react(one, connection, item, again, files))
            .thenCompose(done -> tellHandlers(event))
            .thenApply(
                done -> {
                  withheld.remove(name(event));
                  meters.event(event);
                  return new Outcome.Done();
                });
    return outcome
        .whenComplete((done, failure) -> files.close())
        .<CompletionStage<Outcome>>handle(
            (done, failure) ->
                failure == null
                    ? CompletableFuture.completedFuture(done)
                    : afterFailure(event, connection, item, failure))
        .thenCompose(stage -> stage);
  }

  private CompletionStage<Outcome> afterFailure(
      PlatformEvent event, Connection connection, Item item, Throwable failure) {
    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
    if (cause instanceof MediaDeferredException deferred) {
      Instant first = withheld.computeIfAbsent(name(event), unseen -> clock.instant());
      if (first.plus(MEDIA_PATIENCE).isBefore(clock.instant())) {
        withheld.remove(name(event));
        return giveUp(event, "could not be judged: " + deferred.getMessage());
      }
      LOG.info("{} waits: {}", name(event), deferred.getMessage());
      return CompletableFuture.completedFuture(new Outcome.Later(deferred.retryAfter()));
    }
    if (cause instanceof IndexNotReadyException || cause instanceof MatcherUnavailableException) {
      LOG.debug("{} waits for the matcher: {}", name(event), cause.getMessage());
      return CompletableFuture.completedFuture(true)
          .thenApplyAsync(
              pause -> pause,
              CompletableFuture.delayedExecutor(MATCHER_PAUSE.toMillis(), TimeUnit.MILLISECONDS))
          .thenCompose(over -> attempt(event, connection, item, true));
    }
    return CompletableFuture.failedFuture(failure);
  }

  private CompletionStage<?> react(
      PlatformEvent event, Connection connection, Item item, boolean again, Scratch files) {
    if (event instanceof Posted posted) {
      return moderation.moderate(
          new Moderation.Passage(
              posted.message(), Occasion.POSTED, connection, item.since(), again),
          files);
    } else if (event instanceof Joined joined) {
      return joined(joined, connection, item, again, files);
    } else if (event instanceof ChatMoved moved) {
      return moved(moved);
    } else if (event instanceof RightsChanged changed) {
      return rightsChanged(changed);
    }
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<?> tellHandlers(PlatformEvent event) {
    CompletionStage<?> told = CompletableFuture.completedFuture(null);
    for (EventHandler handler : handlers) {
      told = told.thenCompose(before -> handler.handle(event));
    }
    return told;
  }

  private CompletionStage<?> joined(
      Joined joined, Connection connection, Item item, boolean again, Scratch files) {
    Platform platform = connection.platform();
    return moderation
        .policyOf(joined.chat())
        .thenCompose(
            rules ->
                rules.checkProfilePhotos()
                    ? platform.profilePhotos(joined.member().account())
                    : CompletableFuture.completedFuture(List.of()))
        .thenCompose(
            photos ->
                moderation.moderate(
                    new Moderation.Passage(
                        Messages.joining(
                            joined,
                            photos.stream().limit(MOST_PROFILE_PHOTOS).toList(),
                            item.since()),
                        joined.request() ? Occasion.JOIN_REQUESTED : Occasion.JOINED,
                        connection,
                        item.since(),
                        again),
                    files));
  }

  private CompletionStage<?> moved(ChatMoved moved) {
    LOG.info("The chat {} goes on as {}", moved.chat(), moved.newChat());
    return moves
        .moved(moved.chat(), moved.newChat())
        .thenCompose(
            done ->
                ledger.append(
                    "moved:" + moved.chat() + ":" + moved.newChat(),
                    Ledger.Kind.OPERATED,
                    moved.chat().toString(),
                    Json.tree(
                        Map.of("operation", "chat moved", "to", moved.newChat().toString()))));
  }

  private CompletionStage<?> rightsChanged(RightsChanged changed) {
    Rights rights = changed.rights();
    if (rights.present() && rights.remove() && rights.restrict()) {
      return CompletableFuture.completedFuture(null);
    }
    return moderation
        .policyOf(changed.chat())
        .thenCompose(
            rules ->
                rules.mode() == Decision.Mode.ENFORCE
                    ? desk.alert(rightsKey(changed), changed.chat(), missing(changed))
                    : CompletableFuture.completedFuture(null));
  }

  private static String rightsKey(RightsChanged changed) {
    return "rights:" + changed.chat() + ":" + changed.eventId();
  }

  private static String missing(RightsChanged changed) {
    Rights rights = changed.rights();
    if (!rights.present()) {
      return "Cordon is no longer in the chat " + changed.chat() + " and cannot guard it";
    }
    String what =
        !rights.remove() && !rights.restrict()
            ? "remove messages or restrict members"
            : rights.remove() ? "restrict members" : "remove messages";
    return "Cordon may no longer " + what + " in " + changed.chat() + "; give it the right again";
  }

  private CompletionStage<Outcome> giveUp(PlatformEvent event, String why) {
    LOG.error("{} {}; it is put aside and before people", name(event), why);
    meters.failed("given up");
    String key = "unjudged:" + event.chat().platform() + ":" + event.eventId();
    CompletionStage<?> told =
        event instanceof Posted posted
            ? desk.open(key, why, posted.message(), Optional.empty(), Optional.empty())
            : desk.alert(key, event.chat(), why);
    return told.thenApply(done -> new Outcome.Dead(why));
  }

  private static String name(PlatformEvent event) {
    return event instanceof Posted posted
        ? "Message " + posted.message().ref()
        : "Event " + event.eventId() + " of " + event.chat();
  }
}
