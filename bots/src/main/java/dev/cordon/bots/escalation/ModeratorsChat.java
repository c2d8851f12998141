package dev.cordon.bots.escalation;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.ChatRef;
import dev.cordon.bots.enforcement.ActionQueue;
import dev.cordon.bots.policy.Decision;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The route into a chat of the moderators' own: a notice with the blurred picture, the reason and
 * buttons. The action queue posts each notice once.
 */
public final class ModeratorsChat implements EscalationRoute {
  private final ChatRef chat;
  private final ActionQueue actions;

  public ModeratorsChat(ChatRef chat, ActionQueue actions) {
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
        new Action.PostNotice(
            chat, CaseNotice.text(opened), preview, CaseNotice.buttons(opened), Optional.empty()),
        opened.id());
  }

  /** The notice whose button was pressed shows the outcome already. */
  @Override
  public CompletionStage<Void> settled(Case settled) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> alert(Alert alert) {
    return post(
        "alert:" + alert.key(), text("Attention: " + alert.why() + "\nChat: " + alert.chat()), "");
  }

  private Action.PostNotice text(String text) {
    return new Action.PostNotice(chat, text, Optional.empty(), List.of(), Optional.empty());
  }

  private CompletionStage<Void> post(String key, Action notice, String caseId) {
    return actions
        .enqueue(new ActionQueue.Order(key, notice, Decision.Mode.ENFORCE, key, caseId))
        .thenAccept(fresh -> {});
  }
}
