package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message in the sandbox and what became of it; safe from any thread. */
public final class Message {

  /**
   * How a message went.
   *
   * @param at when, by the sandbox's clock
   * @param after how long the present content could be seen: since posting or the last edit
   * @param call the Bot API method that did it, or {@code person}
   */
  public record Removal(Instant at, Duration after, String call) {}

  private final Chat chat;
  private final int id;
  private final Author author;
  private final Instant postedAt;
  private volatile long changedNanos = System.nanoTime();
  private volatile @Nullable ObjectNode content;
  private volatile @Nullable Removal removal;

  Message(Chat chat, int id, Author author, Instant postedAt, ObjectNode content) {
    this.chat = chat;
    this.id = id;
    this.author = author;
    this.postedAt = postedAt;
    this.content = content;
  }

  /** Where it was posted. */
  public Chat chat() {
    return chat;
  }

  /** Telegram's id of it, unique in its chat. */
  public int id() {
    return id;
  }

  /** Who posted it. */
  public Author author() {
    return author;
  }

  /** When it was posted, by the sandbox's clock. */
  public Instant postedAt() {
    return postedAt;
  }

  /** {@link System#nanoTime} of the moment when the present content became visible. */
  public long changedNanos() {
    return changedNanos;
  }

  /** How it was removed; empty while it stands. */
  public Optional<Removal> removal() {
    return Optional.ofNullable(removal);
  }

  /** Text or caption as it is now; empty when there is none or the message is removed. */
  public String text() {
    ObjectNode now = content;
    return now == null ? "" : now.path("text").asText(now.path("caption").asText(""));
  }

  /** The message as the Bot API shows it; empty once removed. A copy, to do with as one likes. */
  public Optional<ObjectNode> json() {
    return Optional.ofNullable(content).map(ObjectNode::deepCopy);
  }

  boolean changeTo(ObjectNode newContent) {
    if (removal != null) {
      return false;
    }
    content = newContent;
    changedNanos = System.nanoTime();
    return true;
  }

  /** Marks it removed and lets go of the content. */
  boolean remove(Instant at, String call) {
    if (removal != null) {
      return false;
    }
    removal = new Removal(at, Duration.ofNanos(System.nanoTime() - changedNanos), call);
    content = null;
    return true;
  }
}
