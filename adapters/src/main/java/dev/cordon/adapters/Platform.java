package dev.cordon.adapters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A connection to one messaging platform. Does no I/O before {@link #start} or a first call; all
 * methods are safe from any thread and none blocks.
 */
public interface Platform extends AutoCloseable {

  /** The name of this connection in the settings; the {@code platform} of every ref it makes. */
  String name();

  /** What the platform can do at all. */
  Capabilities capabilities();

  /** Connects and delivers events until closed; reconnects by itself. Fails on bad credentials. */
  CompletionStage<Void> start(EventSink sink);

  /** How the connection is now; does not throw. */
  CompletionStage<Health> check();

  /**
   * Fetches a file.
   *
   * @param into a file to be written, made or overwritten
   * @param maxBytes the caller's cap; a larger file is {@link Fetch.TooLarge} and not read on
   */
  CompletionStage<Fetch> fetch(Attachment attachment, Path into, long maxBytes);

  /** Carries an action out, or says why not. */
  CompletionStage<Receipt> execute(Action action);

  /** What Cordon may do in a chat now. */
  CompletionStage<Rights> rights(ChatRef chat);

  /** The place of an account in a chat now; cached for a short while. */
  CompletionStage<Sender.Standing> standing(ChatRef chat, AccountRef account);

  /** Profile pictures of an account, newest first; empty where the platform shows none. */
  CompletionStage<List<Attachment>> profilePhotos(AccountRef account);

  @Override
  void close();
}
