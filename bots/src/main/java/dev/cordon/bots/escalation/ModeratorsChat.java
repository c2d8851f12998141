package dev.cordon.bots.escalation;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.ChatRef;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.policy.Decision;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The route into a chat of the moderators' own: a notice with the blurred picture, the reason and
 * buttons. The action queue posts each notice once. While no such chat is set nobody is told here.
 */
public final class ModeratorsChat implements EscalationRoute {
  private final Supplier<Optional<ChatRef>> chat;
  private final ActionQueue actions;

  /**
   * A route into whatever chat is set at the time.
   *
   * @param chat the moderators' chat of the settings in force
   */
  public ModeratorsChat(Supplier<Optional<ChatRef>> chat, ActionQueue actions) {
    this.chat = chat;
    this.actions = actions;
  }

  @Override
  public String name() {
    return "moderators-chat";
  }

  @Override
  public CompletionStage<Void> escalate(Case opened, Optional<byte[]> preview) {
    return post(
        "notice:" + opened.id(),
        CaseNotice.text(opened),
        preview,
        CaseNotice.buttons(opened),
        opened.id());
  }

  /** The notice whose button was pressed shows the outcome already. */
  @Override
  public CompletionStage<Void> settled(Case settled) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> alert(Alert alert) {
    String text = "Attention: " + alert.why() + "\nChat: " + alert.chat();
    return post("alert:" + alert.key(), text, Optional.empty(), List.of(), "");
  }

  private CompletionStage<Void> post(
      String key,
      String text,
      Optional<byte[]> picture,
      List<List<Action.Button>> buttons,
      String caseId) {
    return chat.get()
        .map(there -> new Action.PostNotice(there, text, picture, buttons, Optional.empty()))
        .map(notice -> new ActionQueue.Order(key, notice, Decision.Mode.ENFORCE, key, caseId))
        .map(order -> actions.enqueue(order).thenAccept(fresh -> {}))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }
}
