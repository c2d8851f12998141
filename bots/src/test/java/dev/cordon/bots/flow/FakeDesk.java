package dev.cordon.bots.flow;

import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.bots.escalation.Case;
import dev.cordon.bots.escalation.Desk;
import dev.cordon.bots.policy.Decision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A desk in memory. */
final class FakeDesk implements Desk {
  final Map<String, Case> cases = new ConcurrentHashMap<>();
  final Map<String, String> alerts = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<Case> open(
      String key,
      String why,
      IncomingMessage message,
      Optional<Decision> decision,
      Optional<Path> media) {
    return CompletableFuture.completedFuture(
        cases.computeIfAbsent(
            key,
            k ->
                new Case(
                    "C-1",
                    key,
                    Instant.EPOCH,
                    why,
                    message,
                    decision,
                    Set.of(),
                    Optional.empty())));
  }

  @Override
  public CompletionStage<Void> alert(String key, ChatRef chat, String why) {
    alerts.putIfAbsent(key, why);
    return CompletableFuture.completedFuture(null);
  }
}
