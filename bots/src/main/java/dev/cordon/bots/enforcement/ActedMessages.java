package dev.cordon.bots.enforcement;

import dev.cordon.adapters.IncomingMessage;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps the messages that something is done about for some weeks, for cases opened later. */
public interface ActedMessages {

  /** Keeps a message under its {@link IncomingMessage#ref()} as text. */
  CompletionStage<Void> keep(IncomingMessage message);

  /** The message that an order's subject names. */
  CompletionStage<Optional<IncomingMessage>> find(String subject);
}
