package dev.cordon.adapters.telegram;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The calls of the rest of the package: reads go at once, changes take their turn in the queue, and
 * a breaker stops both while Telegram is down. Reads, files and requests for updates are not under
 * the limits, which Telegram sets for what a bot does, not for what it looks at.
 */
final class Calls {
  private static final Duration REST = Duration.ofSeconds(5);

  private final BotApi api;
  private final String ownId;
  private final CallQueue queue;
  private final Moves moves;
  private final CircuitBreaker breaker;

  Calls(BotApi api, CallQueue queue, Moves moves, String connection, String ownId) {
    this.moves = moves;
    this.api = api;
    this.ownId = ownId;
    this.queue = queue;
    this.breaker = CircuitBreaker.of("telegram-" + connection, breakerConfig());
  }

  /** A call that changes nothing. */
  Future<Answer> read(String method, Map<String, ?> parameters) {
    return guarded(() -> api.call(method, parameters));
  }

  /** A call that changes something. */
  Future<Answer> change(CallQueue.Turn turn, String method, Map<String, ?> parameters) {
    return change(turn, parameters, () -> api.call(method, parameters));
  }

  /** The same for a call that is sent in another way, with the parameters to know its chat by. */
  Future<Answer> change(
      CallQueue.Turn turn, Map<String, ?> parameters, Supplier<Future<Answer>> call) {
    return queue
        .submit(turn, () -> guarded(call))
        .compose(answer -> moves.noticed(parameters, answer));
  }

  /** What Telegram says of ourselves in a chat. */
  Future<Answer> ownMembership(String chat) {
    return read("getChatMember", Map.of("chat_id", Ids.of(chat), "user_id", Ids.of(ownId)));
  }

  private Future<Answer> guarded(Supplier<Future<Answer>> call) {
    return Future.fromCompletionStage(
            breaker.executeCompletionStage(() -> call.get().toCompletionStage()))
        .recover(Calls::notPermitted);
  }

  private static Future<Answer> notPermitted(Throwable failure) {
    return failure instanceof CallNotPermittedException
        ? Future.succeededFuture(
            new Answer.Held(REST, "Telegram failed again and again; calls rest a while"))
        : Future.failedFuture(failure);
  }

  /** Outcomes are values, so the breaker looks at them rather than at exceptions. */
  private static CircuitBreakerConfig breakerConfig() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(20)
        .minimumNumberOfCalls(10)
        .failureRateThreshold(50)
        .waitDurationInOpenState(REST)
        .permittedNumberOfCallsInHalfOpenState(3)
        .recordResult(Calls::down)
        .build();
  }

  private static boolean down(Object answer) {
    return answer instanceof Answer.Broken
        || (answer instanceof Answer.Failed failed && failed.code() >= 500);
  }
}
