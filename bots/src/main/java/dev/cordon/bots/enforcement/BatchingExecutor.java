package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Action.RemoveMessages;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.Receipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gathers removals of one chat while one is on its way, and sends them as one: nothing waits that
 * need not, and a flood costs few calls. A refusal of several is asked again one by one, so that
 * each message has its own receipt.
 */
final class BatchingExecutor implements ActionExecutor {
  private static final int MOST = 100;

  private final ActionExecutor executor;
  private final Map<ChatRef, Deque<Waiting>> chats = new HashMap<>();

  BatchingExecutor(ActionExecutor executor) {
    this.executor = executor;
  }

  @Override
  public CompletionStage<Receipt> execute(Action action) {
    if (!(action instanceof RemoveMessages removal) || removal.messageIds().size() > MOST) {
      return executor.execute(action);
    }
    Waiting mine = new Waiting(removal, new CompletableFuture<>());
    synchronized (this) {
      Deque<Waiting> underWay = chats.get(removal.chat());
      if (underWay != null) {
        underWay.add(mine);
        return mine.receipt;
      }
      chats.put(removal.chat(), new ArrayDeque<>());
    }
    send(List.of(mine));
    return mine.receipt;
  }

  private void send(List<Waiting> batch) {
    ChatRef chat = batch.get(0).removal.chat();
    List<String> ids =
        batch.stream().flatMap(one -> one.removal.messageIds().stream()).distinct().toList();
    attempt(new RemoveMessages(chat, ids))
        .whenComplete(
            (receipt, failure) -> {
              if (failure != null) {
                batch.forEach(one -> one.receipt.completeExceptionally(failure));
              } else if (receipt instanceof Receipt.Refused && batch.size() > 1) {
                batch.forEach(this::alone);
              } else {
                batch.forEach(one -> one.receipt.complete(receipt));
              }
              sendNext(chat);
            });
  }

  private void alone(Waiting one) {
    attempt(one.removal)
        .whenComplete(
            (receipt, failure) -> {
              if (failure != null) {
                one.receipt.completeExceptionally(failure);
              } else {
                one.receipt.complete(receipt);
              }
            });
  }

  private void sendNext(ChatRef chat) {
    List<Waiting> batch = new ArrayList<>();
    synchronized (this) {
      Deque<Waiting> waiting = chats.getOrDefault(chat, new ArrayDeque<>());
      int size = 0;
      while (!waiting.isEmpty()) {
        size += waiting.getFirst().removal.messageIds().size();
        if (size > MOST) {
          break;
        }
        batch.add(waiting.removeFirst());
      }
      if (batch.isEmpty()) {
        chats.remove(chat);
        return;
      }
    }
    send(batch);
  }

  private CompletionStage<Receipt> attempt(Action action) {
    try {
      return executor.execute(action);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private record Waiting(RemoveMessages removal, CompletableFuture<Receipt> receipt) {}
}
