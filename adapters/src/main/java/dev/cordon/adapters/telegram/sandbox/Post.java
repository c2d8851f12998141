package dev.cordon.adapters.telegram.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The content of one message.
 *
 * @param media what is shown; empty for a text message
 * @param text text or caption
 * @param spoiler whether the media is covered until tapped
 * @param replyTo the message of the same chat that it answers
 * @param quotes the message of another chat that it answers; the bot sees its media
 * @param links addresses hidden behind words of the text, first word first
 */
public record Post(
    Optional<Media> media,
    String text,
    boolean spoiler,
    Optional<Message> replyTo,
    Optional<Message> quotes,
    List<String> links) {

  public Post {
    links = List.copyOf(links);
  }

  /** A message of words only. */
  public static Post text(String text) {
    return new Post(Optional.empty(), text, false, Optional.empty(), Optional.empty(), List.of());
  }

  /** A message that shows something. */
  public static Post of(Media media) {
    return new Post(Optional.of(media), "", false, Optional.empty(), Optional.empty(), List.of());
  }

  /** With words below the media. */
  public Post caption(String caption) {
    return new Post(media, caption, spoiler, replyTo, quotes, links);
  }

  /** With the media covered until tapped. */
  public Post covered() {
    return new Post(media, text, true, replyTo, quotes, links);
  }

  /** As an answer to a message of the same chat. */
  public Post replyingTo(Message message) {
    return new Post(media, text, spoiler, Optional.of(message), quotes, links);
  }

  /** As an answer that shows a message of another chat. */
  public Post quoting(Message message) {
    return new Post(media, text, spoiler, replyTo, Optional.of(message), links);
  }

  /** With an address hidden behind the whole text. */
  public Post hidingLink(String url) {
    return new Post(media, text, spoiler, replyTo, quotes, List.of(url));
  }
}
