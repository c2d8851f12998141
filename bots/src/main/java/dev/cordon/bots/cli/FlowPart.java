package dev.cordon.bots.cli;

import dev.cordon.adapters.Platform;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.enforcement.ChatMoves;
import dev.cordon.bots.enforcement.EnforcementMeters;
import dev.cordon.bots.enforcement.Enforcer;
import dev.cordon.bots.enforcement.KillSwitch;
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
import dev.cordon.bots.intake.Verdicts;
import dev.cordon.bots.policy.BandPolicy;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.redis.RedisChatMoves;
import dev.cordon.bots.redis.RedisOffences;
import dev.cordon.bots.redis.RedisSeenMessages;
import dev.cordon.bots.redis.RedisVerdictMemory;
import dev.cordon.bots.redis.RedisWorkQueue;
import dev.cordon.config.Settings;
import dev.cordon.matcher.Matcher;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A message's way: stored events judged and decided, decided actions carried out. */
final class FlowPart {
  private static final int HOT_VERDICTS = 20_000;

  private final Base base;
  private final Map<String, Platform> platforms;
  private final Desk desk;
  private final ActionQueue actions;
  private final RedisOffences offences;
  private final RedisSeenMessages messages;
  private final ChatMoves moves;
  private final RedisWorkQueue eventQueue;
  private final RedisWorkQueue actionQueue;

  FlowPart(Base base, Map<String, Platform> platforms, Desk desk, ActionQueue actions) {
    this.base = base;
    this.platforms = platforms;
    this.desk = desk;
    this.actions = actions;
    this.offences = new RedisOffences(base.redis());
    this.messages = new RedisSeenMessages(base.redis());
    this.moves = new RedisChatMoves(base.redis());
    var lease = base.settings().intake().claimAfter();
    this.eventQueue = RedisWorkQueue.events(base.redis(), lease);
    this.actionQueue = RedisWorkQueue.actions(base.redis(), lease);
  }

  RedisOffences offences() {
    return offences;
  }

  RedisWorkQueue events() {
    return eventQueue;
  }

  RedisWorkQueue actions() {
    return actionQueue;
  }

  /** Begins to judge and to act. */
  void start(
      Matcher matcher, ChatPolicies policies, KillSwitch killSwitch, List<EventHandler> handlers) {
    int concurrency = base.settings().intake().concurrency();
    Enforcer enforcer = enforcer(killSwitch);
    base.closing().add(actionQueue.consume(concurrency, enforcer::open, enforcer));
    Intake intake = intake(matcher, policies, handlers);
    base.closing().add(eventQueue.consume(concurrency, lane -> true, intake));
  }

  private Intake intake(Matcher matcher, ChatPolicies policies, List<EventHandler> handlers) {
    IntakeMeters meters = new IntakeMeters(base.meters());
    return new Intake(
        connections(),
        moderation(matcher, policies, meters),
        moves,
        desk,
        base.ledger(),
        handlers,
        base.folder("scratch", "intake"),
        meters,
        base.clock());
  }

  private Moderation moderation(Matcher matcher, ChatPolicies policies, IntakeMeters meters) {
    return new Moderation(
        new Judge(matcher, verdicts(matcher, meters)),
        new BandPolicy(),
        policies,
        moves,
        messages,
        offences,
        new BankPolicies(base.banks(), base.clock()),
        new Enactment(base.ledger(), actions, messages, offences, desk, meters),
        base.clock());
  }

  private Verdicts verdicts(Matcher matcher, IntakeMeters meters) {
    Settings settings = base.settings();
    Verdicts.Limits limits =
        new Verdicts.Limits(
            settings.matcher().limits().bytes(), settings.verdicts().remember(), HOT_VERDICTS);
    return new Verdicts(
        matcher, new RedisVerdictMemory(base.redis()), limits, meters, base.clock());
  }

  private Enforcer enforcer(KillSwitch killSwitch) {
    return new Enforcer(
        new PlatformExecutor(platforms),
        killSwitch,
        base.ledger(),
        moves,
        new Refusals(desk, messages),
        new EnforcementMeters(base.meters()),
        base.clock(),
        new SecureRandom());
  }

  private Map<String, Connection> connections() {
    Map<String, Connection> connections = new HashMap<>();
    platforms.forEach(
        (name, platform) -> {
          var set = Objects.requireNonNull(base.settings().platforms().get(name));
          connections.put(name, new Connection(platform, set.adapter()));
        });
    return connections;
  }
}
