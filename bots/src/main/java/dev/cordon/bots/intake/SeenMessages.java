package dev.cordon.bots.intake;

import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.bots.policy.Decision;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What is kept for a while of messages: what was judged, and which belong to one album. */
public interface SeenMessages {

  /** Takes note of a message and says what is known about it. */
  CompletionStage<Seen> look(IncomingMessage message);

  /** Takes note that a message was judged and all that was decided is durable. */
  CompletionStage<Void> judged(MessageRef message, String version);

  /**
   * Takes note that an item of an album is to go, unless another item was there first.
   *
   * @param mode whether it goes or is only said to
   */
  CompletionStage<Album> albumGoes(IncomingMessage item, Decision.Mode mode);

  /**
   * What is known about a message.
   *
   * @param version the version judged last
   */
  record Seen(Optional<String> version, Album album) {}

  /**
   * What is known about the album of a message; empty for a message without one.
   *
   * @param siblings ids of its other messages so far
   * @param match the mode in which another of its items was decided to go
   */
  record Album(List<String> siblings, Optional<Decision.Mode> match) {
    public Album {
      siblings = List.copyOf(siblings);
    }
  }
}
