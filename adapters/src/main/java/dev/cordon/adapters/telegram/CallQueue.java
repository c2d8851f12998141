package dev.cordon.adapters.telegram;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets calls out at Telegram's pace, deletions before bans before notices. A call whose turn does
 * not come within {@code patience} is given back as held rather than kept: the caller has a durable
 * queue, and a kill switch must not wait for what lies here.
 */
final class CallQueue {
  /** What goes first. */
  enum Priority {
    REMOVE,
    BAN,
    NOTICE
  }

  /**
   * A call's claim.
   *
   * @param sendTo the group that it posts a message to; those have a limit of their own
   */
  record Turn(Priority priority, Optional<String> sendTo) {
    static final Turn REMOVE = new Turn(Priority.REMOVE, Optional.empty());
    static final Turn BAN = new Turn(Priority.BAN, Optional.empty());
    static final Turn NOTICE = new Turn(Priority.NOTICE, Optional.empty());

    /** Posting a message; Telegram's ids of groups and channels are negative. */
    static Turn send(String chat) {
      return new Turn(Priority.NOTICE, Optional.of(chat).filter(id -> id.startsWith("-")));
    }
  }

  /** Runs a task later. */
  interface Timers {
    void after(Duration delay, Runnable task);
  }

  private record Waiting(
      Turn turn, long number, Instant until, Supplier<Future<Answer>> call, Promise<Answer> promise)
      implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      int byPriority = turn.priority().compareTo(other.turn.priority());
      return byPriority != 0 ? byPriority : Long.compare(number, other.number);
    }
  }

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final Permits all;
  private final Function<String, Permits> limitOfGroup;
  private final Duration patience;
  private final Clock clock;
  private final Timers timers;

  private final Object lock = new Object();
  private final TreeSet<Waiting> waiting = new TreeSet<>();
  private final Map<String, Permits> groups = new HashMap<>();
  private final Map<String, Instant> groupRests = new HashMap<>();
  private Instant rest = Instant.MIN;
  private long numbers;
  private boolean alarmSet;

  CallQueue(
      Permits all,
      Function<String, Permits> limitOfGroup,
      Duration patience,
      Clock clock,
      Timers timers) {
    this.all = all;
    this.limitOfGroup = limitOfGroup;
    this.patience = patience;
    this.clock = clock;
    this.timers = timers;
  }

  /** Calls when it is the call's turn, or answers {@link Answer.Held}. */
  Future<Answer> submit(Turn turn, Supplier<Future<Answer>> call) {
    Promise<Answer> promise = Promise.promise();
    synchronized (lock) {
      Instant until = clock.instant().plus(patience);
      waiting.add(new Waiting(turn, numbers++, until, call, promise));
    }
    letGo();
    return promise.future();
  }

  private void letGo() {
    List<Waiting> turned = new ArrayList<>();
    Map<Waiting, Duration> held = new HashMap<>();
    synchronized (lock) {
      Instant now = clock.instant();
      for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
        Waiting next = each.next();
        Duration resting = resting(next.turn, now);
        if (resting.isZero() && takePermits(next.turn)) {
          turned.add(next);
          each.remove();
        } else if (now.plus(resting).isAfter(next.until) || !now.isBefore(next.until)) {
          held.put(next, resting.isZero() ? A_SECOND : resting);
          each.remove();
        }
      }
      setAlarm();
    }
    turned.forEach(this::run);
    held.forEach(
        (call, wait) ->
            call.promise.complete(new Answer.Held(wait, "held back to keep Telegram's limits")));
  }

  private Duration resting(Turn turn, Instant now) {
    Instant until =
        turn.sendTo()
            .map(chat -> groupRests.getOrDefault(chat, Instant.MIN))
            .filter(groupRest -> groupRest.isAfter(rest))
            .orElse(rest);
    return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
  }

  private boolean takePermits(Turn turn) {
    Optional<Permits> group = turn.sendTo().map(chat -> groups.computeIfAbsent(chat, limitOfGroup));
    if (!all.available() || !group.map(Permits::available).orElse(true)) {
      return false;
    }
    group.ifPresent(Permits::take);
    all.take();
    return true;
  }

  private void setAlarm() {
    if (!waiting.isEmpty() && !alarmSet) {
      alarmSet = true;
      timers.after(LOOK_AGAIN, this::alarm);
    }
  }

  private void alarm() {
    synchronized (lock) {
      alarmSet = false;
    }
    letGo();
  }

  private void run(Waiting call) {
    call.call
        .get()
        .onComplete(
            done -> {
              if (done.result() instanceof Answer.Failed failed && failed.code() == 429) {
                restAfter(call.turn, failed.retryAfter().orElse(A_SECOND));
              }
              call.promise.handle(done);
            });
  }

  /**
   * A refused message stops messages to its own group alone, because Telegram limits those by group
   * and deletions must go on; were it the overall limit, the next deletion is told and stops all.
   */
  private void restAfter(Turn turn, Duration retryAfter) {
    synchronized (lock) {
      Instant until = clock.instant().plus(retryAfter);
      if (turn.sendTo().isPresent()) {
        groupRests.merge(turn.sendTo().get(), until, CallQueue::later);
      } else {
        rest = later(rest, until);
      }
      groupRests.values().removeIf(past -> past.isBefore(clock.instant()));
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
