package dev.cordon.bots.redis;

import static dev.cordon.bots.flow.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.work.WorkQueue.Consumption;
import dev.cordon.bots.work.WorkQueue.Item;
import dev.cordon.bots.work.WorkQueue.Outcome;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class WorkQueueTest {
  private static final QueueKeys KEYS = new QueueKeys("test", List.of("first", "second"));
  private static final Outcome DONE = new Outcome.Done();

  private final Queue<Item> handled = new ConcurrentLinkedQueue<>();
  private RedisLink redis;
  private RedisWorkQueue queue;

  @BeforeEach
  void open(RedisLink link) {
    redis = link;
    queue = new RedisWorkQueue(link, KEYS, Duration.ofMillis(200));
  }

  @Test
  void handsOutEveryItemOnceToManyWorkers() throws Exception {
    try (Consumption one = consume(5);
        Consumption other = consume(5)) {
      for (int i = 0; i < 300; i++) {
        add(i % 2 == 0 ? "first" : "second", "item-" + i);
      }
      eventually("empty", this::empty);
    }
    assertThat(handled).hasSize(300).extracting(Item::body).doesNotHaveDuplicates();
  }

  @Test
  void keepsNoLaneWaitingForAnother() throws Exception {
    Set<CompletableFuture<Outcome>> open = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 10; i++) {
      add("second", "slow");
      add("first", "urgent");
    }
    try (Consumption one =
        queue.consume(
            2,
            lane -> true,
            item -> {
              if (item.lane().equals("first")) {
                return done(item);
              }
              CompletableFuture<Outcome> never = new CompletableFuture<>();
              open.add(never);
              return never;
            })) {
      eventually("all urgent ones", () -> handled.size() == 10);
    }
    assertThat(open).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void keepsToItsConcurrency() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Set<CompletableFuture<Outcome>> open = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 20; i++) {
      add("first", "item");
    }
    try (Consumption one =
        queue.consume(
            3,
            lane -> true,
            item -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              CompletableFuture<Outcome> answer = new CompletableFuture<>();
              open.add(answer);
              return answer.whenComplete((outcome, failure) -> running.decrementAndGet());
            })) {
      eventually("empty", () -> finishAll(open) && empty());
    }
    assertThat(most).hasValue(3);
  }

  private static boolean finishAll(Set<CompletableFuture<Outcome>> open) {
    open.forEach(one -> one.complete(DONE));
    return true;
  }

  @Test
  void takesOverWhatASilentWorkerHeld() throws Exception {
    add("first", "held");
    readAs("elsewhere|1|1|1");
    try (Consumption one = consume(5)) {
      eventually("taken over", this::empty);
    }
    assertThat(handled).singleElement().matches(Item::again);
  }

  @Test
  void leavesAloneWhatALivingWorkerHolds() throws Exception {
    add("first", "held");
    readAs("elsewhere|1|1|1");
    redis.commands().set(KEYS.alive("elsewhere|1|1|1"), "1").toCompletableFuture().join();
    try (Consumption one = consume(5)) {
      add("first", "free");
      eventually("the free one", () -> handled.size() == 1);
      assertThat(handled).extracting(Item::body).containsExactly("free");
      redis.commands().del(KEYS.alive("elsewhere|1|1|1")).toCompletableFuture().join();
      eventually("both", this::empty);
    }
    assertThat(handled).extracting(Item::body).containsExactly("free", "held");
  }

  @Test
  void countsFailuresAndPutsAside() throws Exception {
    add("first", "poison");
    try (Consumption one =
        queue.consume(
            5,
            lane -> true,
            item -> {
              handled.add(item);
              return item.failures() == 1
                  ? CompletableFuture.completedFuture(new Outcome.Dead("poison"))
                  : CompletableFuture.failedFuture(new IllegalStateException("expected"));
            })) {
      eventually("put aside", this::empty);
    }
    assertThat(handled).extracting(Item::failures).containsExactly(0, 1);
    assertThat(queue.dead().toCompletableFuture().join()).isEqualTo(1);
  }

  @Test
  void triesLaterWithTheFirstTimeKept() throws Exception {
    add("first", "later");
    try (Consumption one =
        queue.consume(
            5,
            lane -> true,
            item -> {
              handled.add(item);
              return CompletableFuture.completedFuture(
                  handled.size() < 3 ? new Outcome.Later(Duration.ofMillis(10)) : DONE);
            })) {
      eventually("done", this::empty);
    }
    assertThat(handled).hasSize(3);
    assertThat(handled).extracting(Item::since).containsOnly(handled.element().since());
    assertThat(handled).extracting(Item::failures).containsOnly(0);
  }

  @Test
  void readsOnlyOpenLanes() throws Exception {
    AtomicBoolean open = new AtomicBoolean();
    add("first", "held");
    add("second", "free");
    try (Consumption one =
        queue.consume(5, lane -> lane.equals("second") || open.get(), this::done)) {
      eventually("the free one", () -> handled.size() == 1);
      assertThat(handled).extracting(Item::body).containsExactly("free");
      open.set(true);
      eventually("both", this::empty);
    }
  }

  private Consumption consume(int concurrency) {
    return queue.consume(concurrency, lane -> true, this::done);
  }

  private CompletableFuture<Outcome> done(Item item) {
    handled.add(item);
    return CompletableFuture.completedFuture(DONE);
  }

  private boolean empty() {
    return queue.depth().toCompletableFuture().join() == 0;
  }

  private void add(String lane, String body) {
    redis.commands().xadd(KEYS.stream(lane), Map.of("body", body)).toCompletableFuture().join();
  }

  private void readAs(String worker) {
    var stream = StreamOffset.from(KEYS.stream("first"), "0");
    redis.commands().xgroupCreate(stream, QueueKeys.GROUP).toCompletableFuture().join();
    redis
        .commands()
        .xreadgroup(
            io.lettuce.core.Consumer.from(QueueKeys.GROUP, worker),
            StreamOffset.lastConsumed(KEYS.stream("first")))
        .toCompletableFuture()
        .join();
  }
}
