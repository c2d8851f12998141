package dev.cordon.bots.policy;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.policy.ChatPolicy.Band;
import dev.cordon.bots.policy.ChatPolicy.Step;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What befalls a sender; once for an album, however many of its items match.
 *
 * @param action what is done; empty for nothing
 * @param withheld why nothing is done although the rules would, for people to decide
 */
record Punishment(Optional<Action> action, Optional<String> withheld) {
  private static final Punishment NOTHING = new Punishment(Optional.empty(), Optional.empty());

  static Punishment of(Judgement judgement, ChatPolicy rules, Band band) {
    if (!band.punish() || judgement.albumMatch().isPresent()) {
      return NOTHING;
    }
    Sender sender = judgement.message().sender();
    if (sender.protectedFromBans()) {
      return withheld("the sender (" + place(sender) + ") is never banned");
    }
    if (sender.standing() == Sender.Standing.UNKNOWN) {
      return withheld("the sender's place in the chat is unknown, so nobody is banned");
    }
    return new Punishment(action(judgement, rules), Optional.empty());
  }

  private static Punishment withheld(String why) {
    return new Punishment(Optional.empty(), Optional.of(why));
  }

  private static String place(Sender sender) {
    boolean byStanding =
        sender.standing() == Sender.Standing.OWNER
            || sender.standing() == Sender.Standing.ADMINISTRATOR;
    Enum<?> place = byStanding ? sender.standing() : sender.kind();
    return place.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Optional<Action> action(Judgement judgement, ChatPolicy rules) {
    IncomingMessage message = judgement.message();
    return switch (judgement.occasion()) {
      case JOIN_REQUESTED ->
          Optional.of(new Action.DeclineJoin(message.chat(), message.sender().account()));
      case JOINED -> action(message, judgement.at(), rules.lastStep());
      case POSTED -> action(message, judgement.at(), rules.step(judgement.offencesBefore()));
    };
  }

  /** A channel cannot be restricted, so that any step that is not nothing bans it. */
  private static Optional<Action> action(IncomingMessage message, Instant at, Step step) {
    Sender sender = message.sender();
    if (step.kind() == Step.Kind.NOTHING) {
      return Optional.empty();
    }
    if (sender.kind() == Sender.Kind.CHANNEL_IDENTITY) {
      return Optional.of(new Action.BanSenderChat(message.chat(), sender.account()));
    }
    Optional<Instant> until =
        step.duration().isZero() ? Optional.empty() : Optional.of(at.plus(step.duration()));
    return Optional.of(
        step.kind() == Step.Kind.BAN
            ? new Action.BanAccount(message.chat(), sender.account(), until)
            : new Action.RestrictAccount(message.chat(), sender.account(), until));
  }
}
