package dev.cordon.bots.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Lets what concerns one key happen one after another, in this process; different keys do not wait
 * for each other.
 */
final class Turns<K> {
  private final Map<K, CompletableFuture<?>> last = new HashMap<>();

  /** Begins the work when all that was given before under the key is over, well or not. */
  synchronized <T> CompletionStage<T> take(K key, Supplier<CompletionStage<T>> work) {
    CompletableFuture<?> before = last.getOrDefault(key, CompletableFuture.completedFuture(true));
    CompletableFuture<T> mine =
        before
            .handle((done, failure) -> true)
            .thenCompose(turn -> work.get())
            .toCompletableFuture();
    last.put(key, mine);
    mine.whenComplete((done, failure) -> forget(key, mine));
    return mine;
  }

  private synchronized void forget(K key, CompletableFuture<?> mine) {
    last.remove(key, mine);
  }
}
