package dev.cordon.adapters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as an adapter delivers it: what policy needs, in the same words for every platform.
 *
 * @param ref which message
 * @param chatTitle the shown name of the chat; hostile text
 * @param chatKind what sort of chat
 * @param sender who posted it
 * @param sentAt when the platform says it was posted (or edited, when {@code edited})
 * @param albumId the platform's id of the album that the message is a part of
 * @param text the text or caption, empty when there is none; hostile text
 * @param attachments the media, in the order shown
 * @param links every link in text, caption, entities and buttons, as written; not canonical
 * @param origin where it was forwarded from
 * @param replyTo the message it answers, when the platform sends it along (one level deep)
 * @param edited whether this is a new state of a message seen before
 */
public record IncomingMessage(
    MessageRef ref,
    String chatTitle,
    ChatKind chatKind,
    Sender sender,
    Instant sentAt,
    Optional<String> albumId,
    String text,
    List<Attachment> attachments,
    List<String> links,
    Optional<Origin> origin,
    Optional<IncomingMessage> replyTo,
    boolean edited) {

  public IncomingMessage {
    attachments = List.copyOf(attachments);
    links = List.copyOf(links);
  }

  /** What sort of chat a message was posted in. */
  public enum ChatKind {
    CHANNEL,
    GROUP,
    PRIVATE
  }

  /** The same message with what was found out about its sender. */
  public IncomingMessage withStanding(Sender.Standing standing) {
    Sender found = new Sender(sender.account(), sender.kind(), standing, sender.displayName());
    return new IncomingMessage(
        ref,
        chatTitle,
        chatKind,
        found,
        sentAt,
        albumId,
        text,
        attachments,
        links,
        origin,
        replyTo,
        edited);
  }

  /** The chat it was posted in. */
  public ChatRef chat() {
    return ref.chat();
  }
}
