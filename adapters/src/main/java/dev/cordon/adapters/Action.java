package dev.cordon.adapters;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Cordon asks of a platform. Every action is idempotent in effect: done again, it answers
 * {@link Receipt.Done} with {@code alreadySo}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Action.RemoveMessages.class, name = "remove-messages"),
  @JsonSubTypes.Type(value = Action.RestrictAccount.class, name = "restrict-account"),
  @JsonSubTypes.Type(value = Action.BanAccount.class, name = "ban-account"),
  @JsonSubTypes.Type(value = Action.BanSenderChat.class, name = "ban-sender-chat"),
  @JsonSubTypes.Type(value = Action.DeclineJoin.class, name = "decline-join"),
  @JsonSubTypes.Type(value = Action.Reinstate.class, name = "reinstate"),
  @JsonSubTypes.Type(value = Action.PostNotice.class, name = "post-notice"),
  @JsonSubTypes.Type(value = Action.EditNotice.class, name = "edit-notice"),
  @JsonSubTypes.Type(value = Action.AnswerPress.class, name = "answer-press")
})
public sealed interface Action {

  /** The chat that it is carried out in. */
  ChatRef chat();

  /** Removes messages, at least one, all of one chat. */
  record RemoveMessages(ChatRef chat, List<String> messageIds) implements Action {
    public RemoveMessages {
      if (messageIds.isEmpty()) {
        throw new IllegalArgumentException("messageIds must name at least one message");
      }
      messageIds = List.copyOf(messageIds);
    }
  }

  /** Takes the right to post from a member until a time, or for good when absent. */
  record RestrictAccount(ChatRef chat, AccountRef account, Optional<Instant> until)
      implements Action {}

  /** Bans a member until a time, or for good when absent. Never revokes its other messages. */
  record BanAccount(ChatRef chat, AccountRef account, Optional<Instant> until) implements Action {}

  /** Bans a channel from posting in this chat under its own name. */
  record BanSenderChat(ChatRef chat, AccountRef senderChat) implements Action {}

  /** Refuses a request to join. */
  record DeclineJoin(ChatRef chat, AccountRef account) implements Action {}

  /** Undoes restriction and ban of an account or sender chat. */
  record Reinstate(ChatRef chat, AccountRef account, boolean senderChat) implements Action {}

  /**
   * Posts a notice of Cordon's own.
   *
   * @param picture PNG or JPEG bytes shown above the text
   * @param buttons rows of buttons, top to bottom
   * @param replyTo the message that it answers
   */
  record PostNotice(
      ChatRef chat,
      String text,
      Optional<byte[]> picture,
      List<List<Button>> buttons,
      Optional<String> replyTo)
      implements Action {}

  /** Replaces text and buttons of a notice, and its picture's caption where it has one. */
  record EditNotice(MessageRef notice, String text, List<List<Button>> buttons, boolean hasPicture)
      implements Action {
    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public ChatRef chat() {
      return notice.chat();
    }
  }

  /** Tells the presser of a button what came of it, in one line that only the presser sees. */
  record AnswerPress(ChatRef chat, String pressId, String text) implements Action {}

  /**
   * A button under a notice.
   *
   * @param data 1 to 64 bytes of UTF-8, delivered back with {@link PlatformEvent.Pressed}
   */
  record Button(String label, String data) {}
}
