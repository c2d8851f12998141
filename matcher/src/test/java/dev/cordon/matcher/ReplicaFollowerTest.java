package dev.cordon.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankFeed;
import dev.cordon.matcher.bank.Entries;
import dev.cordon.matcher.bank.IndexedEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReplicaFollowerTest {

  @Test
  void loadsAgainWhenChangesAreGoneAndTriesAgainWhenTheStoreIs() throws Exception {
    Flaky feed = new Flaky();
    try (ReplicaFollower follower = new ReplicaFollower(feed, List.of())) {
      follower.start();
      assertThat(feed.settled.await(20, TimeUnit.SECONDS)).isTrue();
      Replica replica = follower.replica().orElseThrow();
      assertThat(replica.checkpoint()).isEqualTo("1-3");
      assertThat(replica.size()).isEqualTo(3);
      assertThat(follower.lag()).isLessThan(Duration.ofSeconds(20));
    }
  }

  /** Fails once, gives a snapshot, has lost its changes, fails, gives a newer snapshot. */
  private static final class Flaky implements BankFeed {
    private final AtomicInteger snapshots = new AtomicInteger();
    private final CountDownLatch settled = new CountDownLatch(3);

    @Override
    public String snapshot(Consumer<Bank> banks, Consumer<IndexedEntry> entries) {
      int count = snapshots.incrementAndGet();
      if (count == 1) {
        throw new IllegalStateException("not there yet");
      }
      banks.accept(Bank.named("bank"));
      for (int i = 0; i < count; i++) {
        entries.accept(
            IndexedEntry.of(
                Entries.violating("bank", Signal.exact(Signal.SHA256, "0".repeat(64)))));
      }
      return "1-" + count;
    }

    @Override
    public Poll poll(String checkpoint) {
      if (snapshots.get() == 2) {
        return new Lost();
      }
      settled.countDown();
      if (settled.getCount() == 1) {
        throw new IllegalStateException("gone for a moment");
      }
      return new Changes(checkpoint, Map.of(), Map.of(), 0);
    }
  }
}
