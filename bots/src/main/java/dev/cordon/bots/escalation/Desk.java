package dev.cordon.bots.escalation;

import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.bots.policy.Decision;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where the machine hands over to people. A stage completes once the hand-over is durable. */
public interface Desk {

  /**
   * Opens the case of that key, or finds it when it is there already.
   *
   * @param key what it is about, unique
   * @param why one line for people
   * @param message the message in question
   * @param decision what policy decided, when it did
   * @param media a file with the media, when it is at hand; the caller's, gone once the stage
   *     completes
   */
  CompletionStage<Case> open(
      String key,
      String why,
      IncomingMessage message,
      Optional<Decision> decision,
      Optional<Path> media);

  /**
   * Tells people, once a key, of what concerns a chat and no message at hand: lost rights, a
   * refused action.
   *
   * @param why one line for people
   */
  CompletionStage<Void> alert(String key, ChatRef chat, String why);
}
