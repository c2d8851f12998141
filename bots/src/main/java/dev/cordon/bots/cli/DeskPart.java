package dev.cordon.bots.cli;

import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.Platform;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.enforcement.ChatMoves;
import dev.cordon.bots.enforcement.KillSwitch;
import dev.cordon.bots.escalation.CaseDesk;
import dev.cordon.bots.escalation.CaseIds;
import dev.cordon.bots.escalation.Cases;
import dev.cordon.bots.escalation.Commands;
import dev.cordon.bots.escalation.Courier;
import dev.cordon.bots.escalation.Desk;
import dev.cordon.bots.escalation.EscalationRoute;
import dev.cordon.bots.escalation.KnownMedia;
import dev.cordon.bots.escalation.ModeratorSettings;
import dev.cordon.bots.escalation.Moderators;
import dev.cordon.bots.escalation.ModeratorsChat;
import dev.cordon.bots.escalation.Presses;
import dev.cordon.bots.escalation.Review;
import dev.cordon.bots.intake.EventHandler;
import dev.cordon.bots.intake.Scratch;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.policy.Decision;
import dev.cordon.bots.redis.RedisCases;
import dev.cordon.bots.redis.RedisChatMoves;
import dev.cordon.bots.redis.RedisOutbox;
import dev.cordon.config.Settings;
import dev.cordon.matcher.Matcher;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** People's part: cases, the ways to moderators, their buttons and commands. */
final class DeskPart {
  private final Base base;
  private final Cases cases;
  private final Desk desk;
  private final Moderators moderators;
  private final Supplier<ModeratorSettings> settings;
  private final ActionQueue actions;
  private final KnownMedia known;
  private final ChatPolicies policies;
  private final ChatMoves moves;

  DeskPart(
      Base base,
      Matcher matcher,
      Map<String, Platform> platforms,
      ActionQueue actions,
      Supplier<ModeratorSettings> settings,
      ChatPolicies policies) {
    this.base = base;
    this.actions = actions;
    this.settings = settings;
    this.policies = policies;
    this.moves = new RedisChatMoves(base.redis());
    this.cases = new RedisCases(base.redis());
    this.desk = new CaseDesk(cases, matcher, new CaseIds(new SecureRandom()), base.clock());
    this.moderators = new Moderators(settings, platforms, moves);
    this.known =
        new KnownMedia(
            platforms,
            matcher,
            base.banks(),
            Scratch.room(base.folder("scratch", "known")),
            base.clock());
  }

  /** Settings in the desk's own words. */
  static ModeratorSettings moderators(Settings settings) {
    Settings.Moderators set = settings.moderators();
    return new ModeratorSettings(
        set.chat().map(Policies::chat), set.bank(), settings.reports().perHour());
  }

  Desk desk() {
    return desk;
  }

  Cases cases() {
    return cases;
  }

  /** Buttons and commands. */
  List<EventHandler> handlers(KillSwitch killSwitch, Review.Forgiveness offences) {
    Review review = new Review(actions, base.ledger(), known, offences, moderators, this::mode);
    return List.of(
        new Presses(cases, review, moderators, actions, base.clock()),
        new Commands(
            cases, desk, moderators, known, actions, killSwitch, base.ledger(), this::mode));
  }

  /** The mode of a chat; settings name it by the id it had at first. */
  private CompletionStage<Decision.Mode> mode(ChatRef chat) {
    return moves.first(chat).thenApply(first -> policies.now().of(first).mode());
  }

  /** Begins to take cases to people. */
  void start(String process, List<EscalationRoute> further) {
    List<EscalationRoute> routes = new ArrayList<>(further);
    routes.add(new ModeratorsChat(() -> settings.get().chat(), actions));
    RedisOutbox outbox = new RedisOutbox(base.redis(), process);
    base.closing().add(new Courier(outbox, cases, base.ledger(), routes)).start();
  }
}
