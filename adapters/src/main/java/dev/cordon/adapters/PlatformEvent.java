package dev.cordon.adapters;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What an adapter delivers. Serialisable, because every event is persisted before the platform is
 * told that it was received.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PlatformEvent.Posted.class, name = "posted"),
  @JsonSubTypes.Type(value = PlatformEvent.Joined.class, name = "joined"),
  @JsonSubTypes.Type(value = PlatformEvent.Pressed.class, name = "pressed"),
  @JsonSubTypes.Type(value = PlatformEvent.ChatMoved.class, name = "chat-moved"),
  @JsonSubTypes.Type(value = PlatformEvent.RightsChanged.class, name = "rights-changed")
})
public sealed interface PlatformEvent {

  /**
   * The platform's own id of this delivery (Telegram {@code update_id}): the same id is the same
   * event, however often it is delivered.
   */
  String eventId();

  /** The chat it happened in. */
  ChatRef chat();

  /** A message was posted or edited. */
  record Posted(String eventId, IncomingMessage message) implements PlatformEvent {
    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public ChatRef chat() {
      return message.chat();
    }
  }

  /**
   * An account joined, or asks to join when {@code request}. Its profile pictures are fetched with
   * {@link Platform#profilePhotos} when policy wants them.
   */
  record Joined(String eventId, ChatRef chat, Sender member, boolean request)
      implements PlatformEvent {}

  /**
   * Somebody pressed a button under a notice of Cordon's.
   *
   * @param pressId what {@link Action.AnswerPress} needs
   * @param data the button's data as it was posted; hostile until checked
   */
  record Pressed(
      String eventId,
      String pressId,
      MessageRef notice,
      AccountRef presser,
      Sender.Standing standing,
      String data)
      implements PlatformEvent {
    @Override
    @com.fasterxml.jackson.annotation.JsonIgnore
    public ChatRef chat() {
      return notice.chat();
    }
  }

  /** The platform gave a chat a new id (Telegram: a group became a supergroup). */
  record ChatMoved(String eventId, ChatRef chat, ChatRef newChat) implements PlatformEvent {}

  /** Cordon's own rights in a chat changed; {@code rights} is what it holds now. */
  record RightsChanged(String eventId, ChatRef chat, String chatTitle, Rights rights)
      implements PlatformEvent {}
}
