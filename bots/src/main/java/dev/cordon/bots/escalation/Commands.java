package dev.cordon.bots.escalation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.enforcement.KillSwitch;
import dev.cordon.bots.intake.EventHandler;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.policy.Decision;
import dev.cordon.matcher.Opinion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What people say to Cordon in a chat: {@code /report} by any member as a reply, {@code /known} by
 * a moderator as a reply, {@code /stop_actions} and {@code /resume_actions} by a moderator in the
 * moderators' chat. Anything else is not for us.
 */
public final class Commands implements EventHandler {
  private final Cases cases;
  private final Desk desk;
  private final Moderators moderators;
  private final KnownMedia known;
  private final ActionQueue actions;
  private final KillSwitch killSwitch;
  private final Ledger ledger;
  private final Function<ChatRef, CompletionStage<Decision.Mode>> modes;

  /**
   * Listens for these.
   *
   * @param modes the mode of a chat: in one that is off nobody is heard, in one that is observed
   *     removals are simulated
   */
  public Commands(
      Cases cases,
      Desk desk,
      Moderators moderators,
      KnownMedia known,
      ActionQueue actions,
      KillSwitch killSwitch,
      Ledger ledger,
      Function<ChatRef, CompletionStage<Decision.Mode>> modes) {
    this.cases = cases;
    this.desk = desk;
    this.moderators = moderators;
    this.known = known;
    this.actions = actions;
    this.killSwitch = killSwitch;
    this.ledger = ledger;
    this.modes = modes;
  }

  @Override
  public CompletionStage<Void> handle(PlatformEvent event) {
    if (!(event instanceof PlatformEvent.Posted posted)
        || posted.message().edited()
        || !posted.message().text().startsWith("/")
        || !speaksForItself(posted.message().sender())) {
      return nothing();
    }
    IncomingMessage message = posted.message();
    return switch (message.text().strip().split("\\s+", 2)[0]) {
      case "/report" ->
          message.replyTo().map(to -> report(message, to)).orElseGet(Commands::nothing);
      case "/known" ->
          message
              .replyTo()
              .map(to -> ifModerator(message, () -> enrol(message, to)))
              .orElseGet(Commands::nothing);
      case "/stop_actions" -> toggle(message, true);
      case "/resume_actions" -> toggle(message, false);
      default -> nothing();
    };
  }

  private static boolean speaksForItself(Sender sender) {
    return sender.kind() == Sender.Kind.PERSON;
  }

  private CompletionStage<Void> report(IncomingMessage command, IncomingMessage reported) {
    AccountRef reporter = command.sender().account();
    return cases
        .mayReport(reporter, command.ref().toString(), moderators.settings().reportsPerHour())
        .thenCombine(modes.apply(command.chat()), (may, mode) -> may && mode != Decision.Mode.OFF)
        .thenCompose(heard -> heard ? open(reported, reporter) : nothing());
  }

  private CompletionStage<Void> open(IncomingMessage reported, AccountRef reporter) {
    return desk.open(
            "reported:" + reported.ref(),
            "reported by a member",
            reported,
            Optional.empty(),
            Optional.empty())
        .thenCompose(opened -> cases.addReporter(opened.id(), reporter))
        .thenAccept(count -> {});
  }

  private CompletionStage<Void> enrol(IncomingMessage command, IncomingMessage target) {
    String bank = moderators.settings().bank();
    AccountRef moderator = command.sender().account();
    return known
        .enrol(target, bank, Opinion.VIOLATING, "moderator " + moderator, "known:" + command.ref())
        .thenCompose(
            ids ->
                ids.isEmpty()
                    ? tell(
                        command,
                        "Nothing was added: no picture in that message could be fetched and fingerprinted.")
                    : enrolled(command, target, bank, ids));
  }

  private CompletionStage<Void> enrolled(
      IncomingMessage command, IncomingMessage target, String bank, List<String> ids) {
    return operated(
            "known:" + command.ref(),
            command,
            Map.of(
                "bank", bank, "entries", String.join(",", ids), "message", target.ref().toString()))
        .thenCompose(
            recorded ->
                order(
                    "known:" + target.ref() + ":remove",
                    new Action.RemoveMessages(target.chat(), List.of(target.ref().id())),
                    target.ref().toString()))
        .thenCompose(
            removed ->
                order(
                    "known:" + command.ref() + ":remove",
                    new Action.RemoveMessages(command.chat(), List.of(command.ref().id())),
                    command.ref().toString()))
        .thenCompose(
            removed ->
                tell(
                    command,
                    "Added to bank "
                        + bank
                        + " as "
                        + String.join(", ", ids)
                        + "; the message goes."));
  }

  private CompletionStage<Void> toggle(IncomingMessage command, boolean engage) {
    return moderators
        .meetIn(command.chat())
        .thenCompose(here -> here ? hold(command, engage) : nothing());
  }

  private CompletionStage<Void> hold(IncomingMessage command, boolean engage) {
    String said =
        engage
            ? "Actions are held until /resume_actions. Nothing is lost; what is decided waits."
            : "Actions go on.";
    return ifModerator(
        command,
        () ->
            killSwitch
                .set(engage, command.sender().account().toString(), "said in the moderators' chat")
                .thenCompose(set -> tell(command, said)));
  }

  private CompletionStage<Void> ifModerator(
      IncomingMessage command, Supplier<CompletionStage<Void>> then) {
    return moderators
        .include(command.sender().account())
        .thenCompose(moderator -> moderator ? then.get() : nothing());
  }

  /** Answers where moderators meet, so that members are not shown what moderators do. */
  private CompletionStage<Void> tell(IncomingMessage command, String text) {
    return moderators
        .settings()
        .chat()
        .map(
            chat ->
                order(
                    "said:" + command.ref(),
                    new Action.PostNotice(
                        chat, text, Optional.empty(), List.of(), Optional.empty()),
                    command.ref().toString()))
        .orElseGet(Commands::nothing);
  }

  private CompletionStage<Void> operated(
      String key, IncomingMessage command, Map<String, String> body) {
    var tree = (ObjectNode) Json.tree(body);
    tree.put("by", command.sender().account().toString());
    return ledger
        .append(key, Ledger.Kind.OPERATED, command.ref().toString(), tree)
        .thenAccept(entry -> {});
  }

  private CompletionStage<Void> order(String key, Action action, String subject) {
    return mode(action)
        .thenCompose(mode -> actions.enqueue(new ActionQueue.Order(key, action, mode, subject, "")))
        .thenAccept(fresh -> {});
  }

  /** Cordon's own words are said in any case; what touches a chat goes by the chat's mode. */
  private CompletionStage<Decision.Mode> mode(Action action) {
    return action instanceof Action.PostNotice
        ? CompletableFuture.completedFuture(Decision.Mode.ENFORCE)
        : modes.apply(action.chat());
  }

  private static CompletionStage<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }
}
