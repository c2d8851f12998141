package dev.cordon.bots.flow;

import static dev.cordon.bots.flow.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.ledger.LedgerEntry;
import dev.cordon.bots.policy.Decision;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1 and 2: killed at any step, every message is judged and acted on once in effect. */
@ExtendWith(RedisServerExtension.class)
class KillAnywhereTest {
  private static final int FEWEST_STEPS = 10;

  @TempDir Path scratch;

  @Test
  void losesNothingAndDoesNothingTwice(RedisLink redis) throws Exception {
    int step = 1;
    boolean died = true;
    while (died) {
      died = killedAt(redis, step, false);
      if (died) {
        assertThat(killedAt(redis, step, true)).isTrue();
        step++;
      }
    }
    assertThat(step).isGreaterThan(FEWEST_STEPS);
  }

  private boolean killedAt(RedisLink redis, int step, boolean afterEffect) throws Exception {
    redis.commands().flushall().toCompletableFuture().join();
    FakePlatform platform = new FakePlatform();
    FakeMatcher matcher = new FakeMatcher();
    FakeDesk desk = new FakeDesk();
    matcher.bank("bad");
    Death death = new Death(step, afterEffect);
    try (Bot doomed =
        new Bot(
            redis,
            scratch,
            platform,
            matcher,
            desk,
            event -> CompletableFuture.completedFuture(null),
            death)) {
      doomed.receive(Posts.photo("5", "bad"));
      eventually("dead or done at step " + step, () -> death.came() || doomed.idle());
    }
    try (Bot next = new Bot(redis, scratch, platform, matcher, desk)) {
      eventually("taken over after death at step " + step, next::idle);
      assertEnforcedOnce(next, platform, desk);
    }
    return death.came();
  }

  private static void assertEnforcedOnce(Bot bot, FakePlatform platform, FakeDesk desk) {
    assertThat(platform.removed).containsExactly("5");
    assertThat(desk.cases).hasSize(1);
    assertThat(offences(bot)).isEqualTo(1);
    List<LedgerEntry> entries = new ArrayList<>();
    bot.ledger.read(0, entries::add).toCompletableFuture().join();
    assertThat(entries)
        .extracting(LedgerEntry::kind)
        .containsExactlyInAnyOrder(Ledger.Kind.DECIDED, Ledger.Kind.ENFORCED);
    assertThat(bot.ledger.verify().toCompletableFuture().join().problem()).isEmpty();
  }

  private static int offences(Bot bot) {
    return bot.offences
        .count(
            Decision.Mode.ENFORCE,
            Posts.ACCOUNT,
            Instant.EPOCH,
            new dev.cordon.adapters.MessageRef(Posts.CHAT, "other"))
        .toCompletableFuture()
        .join();
  }
}
