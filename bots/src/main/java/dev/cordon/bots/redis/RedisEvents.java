package dev.cordon.bots.redis;

import dev.cordon.adapters.EventSink;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.bots.Json;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Puts what the platforms deliver on the event stream. All events of one delivery go in one script,
 * each at most once: the platform's id of an event is remembered longer than any platform delivers
 * again. Redis answers after its append-only file is synced, so that the answer may be passed on.
 */
public final class RedisEvents implements EventSink {
  private static final String POSTS = "events";

  /** Presses and commands: the kill switch must not wait behind posts that wait for the matcher. */
  private static final String PEOPLE = "people";

  static final QueueKeys QUEUE = new QueueKeys("intake", List.of(POSTS, PEOPLE));
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private static final Script ADD =
      Script.of(
          """
          local added = 0
          for i = 2, #ARGV do
            if redis.call('SET', KEYS[2 * i - 3], '1', 'NX', 'EX', ARGV[1]) then
              redis.call('XADD', KEYS[2 * i - 2], '*', 'body', ARGV[i])
              added = added + 1
            end
          end
          return added
          """,
          ScriptOutputType.INTEGER);

  private final RedisLink redis;

  public RedisEvents(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<Void> accept(List<PlatformEvent> events) {
    if (events.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    List<String> keys = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of(Long.toString(REMEMBERED.toSeconds())));
    for (PlatformEvent event : events) {
      keys.add(QUEUE.prefix() + "seen:" + event.chat().platform() + ":" + event.eventId());
      keys.add(QUEUE.stream(saidToUs(event) ? PEOPLE : POSTS));
      arguments.add(Json.write(event));
    }
    return ADD.<Long>run(redis.commands(), keys, arguments.toArray(String[]::new))
        .thenApply(added -> null);
  }

  private static boolean saidToUs(PlatformEvent event) {
    return event instanceof PlatformEvent.Pressed
        || (event instanceof PlatformEvent.Posted posted
            && posted.message().text().startsWith("/")
            && posted.message().attachments().isEmpty());
  }
}
