package dev.cordon.bots.flow;

import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.bots.enforcement.ActedMessages;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.enforcement.ChatMoves;
import dev.cordon.bots.enforcement.EnforcementMeters;
import dev.cordon.bots.enforcement.Enforcer;
import dev.cordon.bots.enforcement.PlatformExecutor;
import dev.cordon.bots.enforcement.Refusals;
import dev.cordon.bots.escalation.Desk;
import dev.cordon.bots.intake.Connection;
import dev.cordon.bots.intake.Enactment;
import dev.cordon.bots.intake.EventHandler;
import dev.cordon.bots.intake.Intake;
import dev.cordon.bots.intake.IntakeMeters;
import dev.cordon.bots.intake.Judge;
import dev.cordon.bots.intake.Moderation;
import dev.cordon.bots.intake.Offences;
import dev.cordon.bots.intake.SeenMessages;
import dev.cordon.bots.intake.VerdictMemory;
import dev.cordon.bots.intake.Verdicts;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.policy.BandPolicy;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.policy.Decision;
import dev.cordon.bots.policy.TestRules;
import dev.cordon.bots.redis.RedisActionQueue;
import dev.cordon.bots.redis.RedisChatMoves;
import dev.cordon.bots.redis.RedisEvents;
import dev.cordon.bots.redis.RedisKillSwitch;
import dev.cordon.bots.redis.RedisLedger;
import dev.cordon.bots.redis.RedisOffences;
import dev.cordon.bots.redis.RedisSeenMessages;
import dev.cordon.bots.redis.RedisVerdictMemory;
import dev.cordon.bots.redis.RedisWorkQueue;
import dev.cordon.bots.work.WorkQueue;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** A whole bot on a real Redis, with a platform, a matcher and a desk in memory. */
final class Bot implements AutoCloseable {
  private static final Duration LEASE = Duration.ofMillis(200);

  final ShiftedClock clock = new ShiftedClock();
  final MeterRegistry registry = new SimpleMeterRegistry();
  final Ledger ledger;
  final RedisOffences offences;
  final RedisKillSwitch killSwitch;
  final RedisWorkQueue events;
  final RedisWorkQueue actions;
  final ChatPolicies policies;
  private final RedisEvents sink;
  private final List<WorkQueue.Consumption> running;

  Bot(RedisLink redis, Path scratch, FakePlatform platform, FakeMatcher matcher, FakeDesk desk) {
    this(
        redis,
        scratch,
        platform,
        matcher,
        desk,
        event -> CompletableFuture.completedFuture(null),
        new Death(Death.NEVER, false));
  }

  Bot(
      RedisLink redis,
      Path scratch,
      FakePlatform fakePlatform,
      FakeMatcher fakeMatcher,
      FakeDesk fakeDesk,
      EventHandler handler,
      Death death) {
    Platform platform = death.mortal(Platform.class, fakePlatform);
    Matcher matcher = death.mortal(Matcher.class, fakeMatcher);
    Desk desk = death.mortal(Desk.class, fakeDesk);
    ledger = new RedisLedger(redis, clock);
    Ledger mortalLedger = death.mortal(Ledger.class, ledger);
    offences = new RedisOffences(redis);
    Offences mortalOffences = death.mortal(Offences.class, offences);
    RedisSeenMessages messages = new RedisSeenMessages(redis);
    ActedMessages acted = death.mortal(ActedMessages.class, messages);
    ChatMoves moves = new RedisChatMoves(redis);
    IntakeMeters meters = new IntakeMeters(registry);
    killSwitch = new RedisKillSwitch(redis, ledger);
    policies =
        new ChatPolicies(
            new ChatPolicies.Snapshot(
                TestRules.of("default", Decision.Mode.ENFORCE), Map.of(), Map.of()));
    Verdicts verdicts =
        new Verdicts(
            matcher,
            death.mortal(VerdictMemory.class, new RedisVerdictMemory(redis)),
            new Verdicts.Limits(1000, Duration.ofDays(30), 1000),
            meters,
            clock);
    Enactment enactment =
        new Enactment(
            mortalLedger,
            death.mortal(ActionQueue.class, new RedisActionQueue(redis)),
            acted,
            mortalOffences,
            desk,
            meters);
    Moderation moderation =
        new Moderation(
            new Judge(matcher, verdicts),
            new BandPolicy(),
            policies,
            moves,
            death.mortal(SeenMessages.class, messages),
            mortalOffences,
            () -> CompletableFuture.completedFuture(Map.of()),
            enactment,
            clock);
    Intake intake =
        new Intake(
            Map.of("fake", new Connection(platform, "fake")),
            moderation,
            moves,
            desk,
            mortalLedger,
            List.of(handler),
            scratch,
            meters,
            clock);
    Enforcer enforcer =
        new Enforcer(
            new PlatformExecutor(Map.of("fake", platform)),
            killSwitch,
            mortalLedger,
            moves,
            new Refusals(desk, acted),
            new EnforcementMeters(registry),
            clock,
            new SplittableRandom(1));
    sink = new RedisEvents(redis);
    events = RedisWorkQueue.events(redis, LEASE);
    actions = RedisWorkQueue.actions(redis, LEASE);
    killSwitch.start().toCompletableFuture().join();
    running =
        List.of(
            events.consume(8, lane -> true, intake), actions.consume(8, enforcer::open, enforcer));
  }

  void receive(PlatformEvent... received) {
    sink.accept(List.of(received)).toCompletableFuture().join();
  }

  boolean idle() {
    return events.depth().toCompletableFuture().join() == 0
        && actions.depth().toCompletableFuture().join() == 0;
  }

  @Override
  public void close() {
    running.forEach(WorkQueue.Consumption::close);
    killSwitch.close();
  }
}
