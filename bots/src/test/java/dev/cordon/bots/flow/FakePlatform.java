package dev.cordon.bots.flow;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Capabilities;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.EventSink;
import dev.cordon.adapters.Fetch;
import dev.cordon.adapters.Health;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Rights;
import dev.cordon.adapters.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform in memory: a file's content is its locator, receipts can be given in advance. */
final class FakePlatform implements Platform {
  final Set<String> removed = ConcurrentHashMap.newKeySet();
  final Queue<Action> executed = new ConcurrentLinkedQueue<>();
  final Queue<Receipt> nextReceipts = new ConcurrentLinkedQueue<>();
  final Queue<Fetch> nextFetches = new ConcurrentLinkedQueue<>();
  final AtomicInteger fetches = new AtomicInteger();
  volatile Sender.Standing standing = Sender.Standing.MEMBER;
  volatile List<Attachment> profilePhotos = List.of();

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(Set.of(), 1000, Optional.empty(), false);
  }

  @Override
  public CompletionStage<Void> start(EventSink sink) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Health> check() {
    return CompletableFuture.completedFuture(new Health(true, "up"));
  }

  @Override
  public CompletionStage<Fetch> fetch(Attachment attachment, Path into, long maxBytes) {
    fetches.incrementAndGet();
    Fetch planned = nextFetches.poll();
    if (planned != null) {
      return CompletableFuture.completedFuture(planned);
    }
    try {
      Files.writeString(into, attachment.locator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CompletableFuture.completedFuture(new Fetch.Fetched(attachment.locator().length()));
  }

  @Override
  public CompletionStage<Receipt> execute(Action action) {
    executed.add(action);
    Receipt planned = nextReceipts.poll();
    if (planned != null) {
      return CompletableFuture.completedFuture(planned);
    }
    boolean changed =
        !(action instanceof Action.RemoveMessages removal) || removed.addAll(removal.messageIds());
    return CompletableFuture.completedFuture(Receipt.Done.of(!changed));
  }

  @Override
  public CompletionStage<Rights> rights(ChatRef chat) {
    return CompletableFuture.completedFuture(new Rights(true, true, true));
  }

  @Override
  public CompletionStage<Sender.Standing> standing(ChatRef chat, AccountRef account) {
    return CompletableFuture.completedFuture(standing);
  }

  @Override
  public CompletionStage<List<Attachment>> profilePhotos(AccountRef account) {
    return CompletableFuture.completedFuture(profilePhotos);
  }

  @Override
  public void close() {}
}
