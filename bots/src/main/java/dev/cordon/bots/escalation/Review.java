package dev.cordon.bots.escalation;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.policy.Decision;
import dev.cordon.bots.policy.Finding;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Opinion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Carries out what a moderator chose. Every step may be repeated: after a crash the whole choice is
 * carried out again and has the same effect once.
 */
public final class Review {
  private final ActionQueue actions;
  private final Ledger ledger;
  private final KnownMedia known;
  private final Forgiveness offences;
  private final Moderators moderators;
  private final Function<ChatRef, CompletionStage<Decision.Mode>> modes;

  /**
   * Carries out through these.
   *
   * @param modes the mode of a chat: where nothing but observing is allowed, people's choices are
   *     simulated too
   */
  public Review(
      ActionQueue actions,
      Ledger ledger,
      KnownMedia known,
      Forgiveness offences,
      Moderators moderators,
      Function<ChatRef, CompletionStage<Decision.Mode>> modes) {
    this.actions = actions;
    this.ledger = ledger;
    this.known = known;
    this.offences = offences;
    this.moderators = moderators;
    this.modes = modes;
  }

  /** Strikes an offence off a sender's record. */
  @FunctionalInterface
  public interface Forgiveness {
    /** Completes when the message no longer counts as an offence of the account. */
    CompletionStage<Void> forgive(AccountRef account, MessageRef message);
  }

  /**
   * Carries out a settled case's outcome.
   *
   * @return what came of it, in one line for the moderator
   */
  CompletionStage<String> carryOut(Case settled) {
    return modes
        .apply(settled.message().chat())
        .thenCompose(mode -> carryOut(new Job(settled, settled.outcome().orElseThrow(), mode)));
  }

  private CompletionStage<String> carryOut(Job job) {
    return switch (job.outcome.choice()) {
      case CONFIRM_AND_BAN -> known(job.message()).thenCompose(message -> confirm(job, message));
      case UNDO -> undo(job);
      case ALLOW -> allow(job);
    };
  }

  /** Nobody is banned before the place of the account in the chat is known. */
  private CompletionStage<IncomingMessage> known(IncomingMessage message) {
    return message.sender().standing() == Sender.Standing.UNKNOWN
        ? moderators
            .standing(message.chat(), message.sender().account())
            .thenApply(message::withStanding)
        : CompletableFuture.completedFuture(message);
  }

  private CompletionStage<String> confirm(Job job, IncomingMessage message) {
    Optional<Action> ban = ban(message);
    String said =
        ban.isPresent()
            ? "Confirmed: the message goes and the sender is banned."
            : "Confirmed: the message goes; the sender is never banned here.";
    return record(job, Ledger.Kind.REVIEWED, said)
        .thenCompose(entry -> order(job, "remove", removal(message)))
        .thenCompose(
            queued -> ban.map(action -> order(job, "ban", action)).orElseGet(Review::nothing))
        .thenApply(done -> said + job.onlyObserved());
  }

  private CompletionStage<String> undo(Job job) {
    List<String> entries = entries(job.settled);
    boolean punished = punished(job.settled);
    String said =
        "Undone"
            + (punished ? ", the sender is reinstated" : "")
            + (entries.isEmpty() ? "" : ", the entry is disputed and only escalates from now on")
            + ". The platform cannot bring a removed message back.";
    return overrule(job)
        .thenCompose(overruled -> record(job, Ledger.Kind.REVERSED, said))
        .thenCompose(entry -> known.dispute(entries))
        .thenCompose(
            disputed -> offences.forgive(job.message().sender().account(), job.message().ref()))
        .thenCompose(
            forgiven ->
                punished ? order(job, "reinstate", reinstatement(job.message())) : nothing())
        .thenApply(done -> said + job.onlyObserved());
  }

  /** Undone first: that must not wait for the platform to give the media out. */
  private CompletionStage<String> allow(Job job) {
    return undo(job)
        .thenCompose(
            undone ->
                known
                    .enrol(
                        job.message(),
                        moderators.settings().bank(),
                        Opinion.ALLOWED,
                        "moderator " + job.outcome.by(),
                        "allow:" + job.settled.id())
                    .thenApply(ids -> undone + allowed(ids)));
  }

  private static String allowed(List<String> ids) {
    return ids.isEmpty()
        ? " The media could not be fetched any more, so it was not allowed."
        : " The media is allowed as " + String.join(", ", ids) + ".";
  }

  /** What is still queued of the decision is not carried out any more. */
  private CompletionStage<Void> overrule(Job job) {
    String subject = job.message().ref().toString();
    return ledger
        .append(
            Ledger.overruled(subject),
            Ledger.Kind.REVERSED,
            subject,
            Json.tree(Map.of("case", job.settled.id())))
        .thenAccept(entry -> {});
  }

  private CompletionStage<Void> record(Job job, Ledger.Kind kind, String said) {
    Map<String, String> body =
        Map.of(
            "case", job.settled.id(),
            "choice", job.outcome.choice().name(),
            "by", job.outcome.by().toString(),
            "effect", said);
    return ledger
        .append(
            "reviewed:" + job.settled.id(), kind, job.message().ref().toString(), Json.tree(body))
        .thenAccept(entry -> {});
  }

  private CompletionStage<Void> order(Job job, String what, Action action) {
    return actions
        .enqueue(
            new ActionQueue.Order(
                "case:" + job.settled.id() + ":" + what,
                action,
                job.mode,
                job.message().ref().toString(),
                job.settled.id()))
        .thenAccept(fresh -> {});
  }

  private static Action removal(IncomingMessage message) {
    return new Action.RemoveMessages(message.chat(), List.of(message.ref().id()));
  }

  private static Optional<Action> ban(IncomingMessage message) {
    Sender sender = message.sender();
    if (sender.protectedFromBans() || sender.standing() == Sender.Standing.UNKNOWN) {
      return Optional.empty();
    }
    return Optional.of(
        sender.kind() == Sender.Kind.CHANNEL_IDENTITY
            ? new Action.BanSenderChat(message.chat(), sender.account())
            : new Action.BanAccount(message.chat(), sender.account(), Optional.empty()));
  }

  private static Action reinstatement(IncomingMessage message) {
    Sender sender = message.sender();
    return new Action.Reinstate(
        message.chat(), sender.account(), sender.kind() == Sender.Kind.CHANNEL_IDENTITY);
  }

  /** Only what Cordon did is undone: a ban by a human administrator stands. */
  private static boolean punished(Case settled) {
    return settled.decision().stream()
        .filter(decision -> decision.mode() == Decision.Mode.ENFORCE)
        .flatMap(decision -> decision.actions().stream())
        .anyMatch(
            action ->
                action instanceof Action.BanAccount
                    || action instanceof Action.RestrictAccount
                    || action instanceof Action.BanSenderChat);
  }

  private static List<String> entries(Case settled) {
    return settled.decision().stream()
        .flatMap(decision -> decision.evidence().stream())
        .flatMap(Review::matches)
        .map(Match::entry)
        .distinct()
        .toList();
  }

  private static Stream<Match> matches(Finding finding) {
    return finding.result() instanceof MatchResult.Matched matched
        ? matched.matches().stream()
        : Stream.empty();
  }

  private static CompletionStage<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  /** One choice to be carried out in a chat of that mode. */
  private record Job(Case settled, Case.Outcome outcome, Decision.Mode mode) {

    IncomingMessage message() {
      return settled.message();
    }

    String onlyObserved() {
      return mode == Decision.Mode.ENFORCE
          ? ""
          : " (The chat is not enforced: what touches it is only simulated.)";
    }
  }
}
