package dev.cordon.adapters.telegram.sandbox;

/** Something that members of a chat can see, told as it happens. */
public sealed interface SandboxEvent {

  /** Where it happened. */
  Chat chat();

  /** A message appeared, of a person or of a bot. */
  record Posted(Message message) implements SandboxEvent {
    @Override
    public Chat chat() {
      return message.chat();
    }
  }

  /** A message has new content or buttons. */
  record Edited(Message message) implements SandboxEvent {
    @Override
    public Chat chat() {
      return message.chat();
    }
  }

  /** A message is gone. */
  record Removed(Message message, Message.Removal removal) implements SandboxEvent {
    @Override
    public Chat chat() {
      return message.chat();
    }
  }

  /** The place of somebody changed: joined, left, banned, restricted, promoted. */
  record MemberChanged(Chat chat, Member before, Member after) implements SandboxEvent {}

  /** A channel may, or may not any more, post in this chat under its own name. */
  record SenderChatChanged(Chat chat, Chat senderChat, boolean banned) implements SandboxEvent {}

  /** A bot answered a press of a button. */
  record PressAnswered(Chat chat, String pressId, String text) implements SandboxEvent {}
}
