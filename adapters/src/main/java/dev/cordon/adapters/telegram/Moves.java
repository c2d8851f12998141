package dev.cordon.adapters.telegram;

import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.EventSink;
import dev.cordon.adapters.PlatformEvent.ChatMoved;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of chats that moved, when it is a refused call that says so: the update may have come while
 * nobody listened.
 */
final class Moves {
  private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

  private final String platform;
  private final AtomicReference<@Nullable EventSink> sink = new AtomicReference<>();

  Moves(String platform) {
    this.platform = platform;
  }

  void tell(EventSink listener) {
    sink.set(listener);
  }

  /** The same answer, once a move that it tells of is with the sink. */
  Future<Answer> noticed(Map<String, ?> parameters, Answer answer) {
    EventSink listener = sink.get();
    Object chat = parameters.get("chat_id");
    boolean moved = answer instanceof Answer.Failed failed && failed.movedTo().isPresent();
    if (!moved || listener == null || chat == null) {
      return Future.succeededFuture(answer);
    }
    String newId = ((Answer.Failed) answer).movedTo().orElseThrow();
    return Future.fromCompletionStage(listener.accept(List.of(event(chat.toString(), newId))))
        .otherwise(
            failure -> {
              LOG.warn(
                  "{}: the move of chat {} to {} could not be stored ({}); the next call tells again",
                  platform,
                  chat,
                  newId,
                  failure.getClass().getSimpleName());
              return null;
            })
        .map(answer);
  }

  private ChatMoved event(String chat, String newId) {
    return new ChatMoved(
        "moved/" + chat + "/" + newId, new ChatRef(platform, chat), new ChatRef(platform, newId));
  }
}
