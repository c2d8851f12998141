package dev.cordon.adapters.telegram;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Receipt;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Set;

/** Carries actions out. */
final class Actions {
  static final Set<Class<? extends Action>> SUPPORTED =
      Set.of(
          Action.RemoveMessages.class,
          Action.RestrictAccount.class,
          Action.BanAccount.class,
          Action.BanSenderChat.class,
          Action.DeclineJoin.class,
          Action.Reinstate.class,
          Action.PostNotice.class,
          Action.EditNotice.class,
          Action.AnswerPress.class);

  private final Removals removals;
  private final Bans bans;
  private final Notices notices;

  Actions(Calls calls, BotApi api, Clock clock) {
    this.removals = new Removals(calls);
    this.bans = new Bans(calls, clock);
    this.notices = new Notices(calls, api);
  }

  Future<Receipt> execute(Action action) {
    if (action instanceof Action.RemoveMessages remove) {
      return removals.remove(remove);
    }
    if (action instanceof Action.BanAccount ban) {
      return bans.ban(ban);
    }
    if (action instanceof Action.RestrictAccount restrict) {
      return bans.restrict(restrict);
    }
    if (action instanceof Action.BanSenderChat ban) {
      return bans.banSenderChat(ban);
    }
    if (action instanceof Action.DeclineJoin decline) {
      return bans.decline(decline);
    }
    if (action instanceof Action.Reinstate reinstate) {
      return bans.reinstate(reinstate);
    }
    if (action instanceof Action.PostNotice post) {
      return notices.post(post);
    }
    return action instanceof Action.EditNotice edit
        ? notices.edit(edit)
        : notices.answer((Action.AnswerPress) action);
  }
}
