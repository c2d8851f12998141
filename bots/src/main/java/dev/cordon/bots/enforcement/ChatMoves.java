package dev.cordon.bots.enforcement;

import dev.cordon.adapters.ChatRef;
import java.util.concurrent.CompletionStage;

/** Remembers under which new ids platforms continue chats. */
public interface ChatMoves {

  /** Takes note that a chat goes on under another id. */
  CompletionStage<Void> moved(ChatRef from, ChatRef to);

  /** The id that a chat has now; the same when it never moved. */
  CompletionStage<ChatRef> now(ChatRef chat);

  /** The id that a chat had at first; the same when it never moved. */
  CompletionStage<ChatRef> first(ChatRef chat);
}
