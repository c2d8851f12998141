package dev.cordon.bots.escalation;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
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

  public Review(
      ActionQueue actions,
      Ledger ledger,
      KnownMedia known,
      Forgiveness offences,
      Moderators moderators) {
    this.actions = actions;
    this.ledger = ledger;
    this.known = known;
    this.offences = offences;
    this.moderators = moderators;
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
    Case.Outcome outcome = settled.outcome().orElseThrow();
    return switch (outcome.choice()) {
      case CONFIRM_AND_BAN -> confirm(settled, outcome);
      case UNDO -> undo(settled, outcome, "");
      case ALLOW -> allow(settled, outcome);
    };
  }

  private CompletionStage<String> confirm(Case settled, Case.Outcome outcome) {
    IncomingMessage message = settled.message();
    Optional<Action> ban = ban(message);
    String said =
        ban.isPresent()
            ? "Confirmed: the message goes and the sender is banned"
            : "Confirmed: the message goes; the sender is never banned here";
    return record(settled, outcome, Ledger.Kind.REVIEWED, said)
        .thenCompose(entry -> order(settled, "remove", removal(message)))
        .thenCompose(
            queued -> ban.map(action -> order(settled, "ban", action)).orElseGet(Review::nothing))
        .thenApply(done -> said);
  }

  private CompletionStage<String> undo(Case settled, Case.Outcome outcome, String also) {
    List<String> entries = entries(settled);
    String said =
        "Undone"
            + (punished(settled) ? ", the sender is reinstated" : "")
            + (entries.isEmpty() ? "" : ", the entry is disputed and only escalates from now on")
            + also
            + ". The platform cannot bring a removed message back.";
    return record(settled, outcome, Ledger.Kind.REVERSED, said)
        .thenCompose(entry -> known.dispute(entries))
        .thenCompose(
            disputed ->
                offences.forgive(settled.message().sender().account(), settled.message().ref()))
        .thenCompose(
            forgiven ->
                punished(settled)
                    ? order(settled, "reinstate", reinstatement(settled.message()))
                    : nothing())
        .thenApply(done -> said);
  }

  private CompletionStage<String> allow(Case settled, Case.Outcome outcome) {
    return known
        .enrol(
            settled.message(),
            moderators.settings().bank(),
            Opinion.ALLOWED,
            "moderator " + outcome.by(),
            "allow:" + settled.id())
        .thenCompose(
            ids ->
                undo(
                    settled,
                    outcome,
                    ids.isEmpty()
                        ? "; the media could not be fetched any more, so it was not allowed"
                        : ", the media is allowed as " + String.join(", ", ids)));
  }

  private CompletionStage<Void> record(
      Case settled, Case.Outcome outcome, Ledger.Kind kind, String said) {
    Map<String, String> body =
        Map.of(
            "case", settled.id(),
            "choice", outcome.choice().name(),
            "by", outcome.by().toString(),
            "effect", said);
    return ledger
        .append(
            "reviewed:" + settled.id(), kind, settled.message().ref().toString(), Json.tree(body))
        .thenAccept(entry -> {});
  }

  private CompletionStage<Void> order(Case settled, String what, Action action) {
    return actions
        .enqueue(
            new ActionQueue.Order(
                "case:" + settled.id() + ":" + what,
                action,
                Decision.Mode.ENFORCE,
                settled.message().ref().toString(),
                settled.id()))
        .thenAccept(fresh -> {});
  }

  private static Action removal(IncomingMessage message) {
    return new Action.RemoveMessages(message.chat(), List.of(message.ref().id()));
  }

  private static Optional<Action> ban(IncomingMessage message) {
    Sender sender = message.sender();
    if (sender.protectedFromBans()) {
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
}
