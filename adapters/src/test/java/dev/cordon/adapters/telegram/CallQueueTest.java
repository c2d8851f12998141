package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.telegram.CallQueue.Turn;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallQueueTest {
  private static final Answer OK = new Answer.Ok(Json.MAPPER.getNodeFactory().booleanNode(true));

  private final List<String> called = new ArrayList<>();
  private final Map<String, Limit> groups = new HashMap<>();
  private final Limit all = new Limit();
  private final Hand hand = new Hand();
  private final CallQueue queue =
      new CallQueue(
          all,
          group -> groups.computeIfAbsent(group, g -> new Limit()),
          Duration.ofSeconds(1),
          hand,
          hand::later);

  private Future<Answer> submit(String name, Turn turn) {
    return submit(name, turn, OK);
  }

  private Future<Answer> submit(String name, Turn turn, Answer answer) {
    return queue.submit(
        turn,
        () -> {
          called.add(name);
          return Future.succeededFuture(answer);
        });
  }

  @Test
  void deletionsBeforeBansBeforeNotices() {
    all.left = 0;
    submit("notice 1", Turn.send("-1"));
    submit("ban 1", Turn.BAN);
    submit("notice 2", Turn.send("-1"));
    submit("remove 1", Turn.REMOVE);
    submit("remove 2", Turn.REMOVE);
    assertThat(called).isEmpty();
    all.left = 2;
    hand.pass(Duration.ofMillis(100));
    assertThat(called).containsExactly("remove 1", "remove 2");
    all.left = 10;
    hand.pass(Duration.ofMillis(100));
    assertThat(called).containsExactly("remove 1", "remove 2", "ban 1", "notice 1", "notice 2");
    assertThat(all.left).isEqualTo(7);
  }

  @Test
  void oneGroupsLimitHoldsUpNeitherOthersNorDeletions() {
    groups.computeIfAbsent("-1", g -> new Limit()).left = 0;
    submit("full group", Turn.send("-1"));
    submit("other group", Turn.send("-2"));
    submit("private", Turn.send("5"));
    submit("remove", Turn.REMOVE);
    assertThat(called).containsExactly("other group", "private", "remove");
  }

  @Test
  void whatHasNoTurnInTimeIsGivenBack() {
    all.left = 0;
    Future<Answer> answer = submit("ban", Turn.BAN);
    hand.pass(Duration.ofMillis(900));
    assertThat(answer.isComplete()).isFalse();
    hand.pass(Duration.ofMillis(200));
    assertThat(answer.result()).isInstanceOf(Answer.Held.class);
    all.left = 5;
    hand.pass(Duration.ofSeconds(1));
    assertThat(called).isEmpty();
  }

  @Test
  void afterA429EverythingRests() {
    submit("first", Turn.REMOVE, tooMany(10));
    Future<Answer> second = submit("second", Turn.REMOVE);
    assertThat(((Answer.Held) second.result()).retryAfter()).isEqualTo(Duration.ofSeconds(10));
    hand.pass(Duration.ofMillis(9_500));
    Future<Answer> third = submit("third", Turn.REMOVE);
    assertThat(third.isComplete()).isFalse();
    hand.pass(Duration.ofMillis(600));
    assertThat(third.result()).isEqualTo(OK);
    assertThat(called).containsExactly("first", "third");
  }

  @Test
  void aRefusedNoticeRestsItsGroupOnly() {
    submit("notice", Turn.send("-1"), tooMany(10));
    submit("remove", Turn.REMOVE);
    submit("other", Turn.send("-2"));
    assertThat(submit("again", Turn.send("-1")).result()).isInstanceOf(Answer.Held.class);
    assertThat(called).containsExactly("notice", "remove", "other");
  }

  private static Answer tooMany(int seconds) {
    return new Answer.Failed(
        429, "Too Many Requests", Optional.of(Duration.ofSeconds(seconds)), Optional.empty());
  }

  @Test
  void theRealLimitIsResilience4js() {
    Permits permits = Permits.of("test", 2, Duration.ofHours(1));
    assertThat(permits.available()).isTrue();
    permits.take();
    permits.take();
    assertThat(permits.available()).isFalse();
  }

  private static final class Limit implements Permits {
    private int left = 100;

    @Override
    public boolean available() {
      return left > 0;
    }

    @Override
    public void take() {
      left--;
    }
  }

  /** A clock with timers, moved by hand. */
  private static final class Hand extends Clock {
    private record Timer(Instant at, Runnable task) {}

    private final List<Timer> timers = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    void later(Duration delay, Runnable task) {
      timers.add(new Timer(now.plus(delay), task));
    }

    void pass(Duration time) {
      Instant end = now.plus(time);
      Optional<Timer> due = due(end);
      while (due.isPresent()) {
        timers.remove(due.get());
        now = due.get().at();
        due.get().task().run();
        due = due(end);
      }
      now = end;
    }

    private Optional<Timer> due(Instant end) {
      return timers.stream()
          .filter(timer -> !timer.at().isAfter(end))
          .min(java.util.Comparator.comparing(Timer::at));
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
