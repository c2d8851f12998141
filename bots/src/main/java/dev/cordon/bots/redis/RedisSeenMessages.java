package dev.cordon.bots.redis;

import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.MessageRef;
import dev.cordon.bots.Json;
import dev.cordon.bots.enforcement.ActedMessages;
import dev.cordon.bots.intake.SeenMessages;
import dev.cordon.bots.policy.Decision;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What is kept for a while of messages, as plain keys with a time to live. */
public final class RedisSeenMessages implements SeenMessages, ActedMessages {
  private static final String PREFIX = "cordon:{intake}:";
  private static final Duration VERSIONS_KEPT = Duration.ofHours(6);
  private static final Duration ALBUMS_KEPT = Duration.ofHours(1);
  private static final Duration ACTED_KEPT = Duration.ofDays(30);

  /** KEYS version, album, album's match; ARGV message id, seconds. Without album only the first. */
  private static final Script LOOK =
      Script.of(
          """
          local answer = {redis.call('GET', KEYS[1]) or '', ''}
          if #KEYS == 1 then return answer end
          redis.call('SADD', KEYS[2], ARGV[1])
          redis.call('EXPIRE', KEYS[2], ARGV[2])
          answer[2] = redis.call('GET', KEYS[3]) or ''
          for _, sibling in ipairs(redis.call('SMEMBERS', KEYS[2])) do
            answer[#answer + 1] = sibling
          end
          return answer
          """,
          ScriptOutputType.MULTI);

  /** KEYS album's match, album; ARGV mode and message id, seconds. The first match stays. */
  private static final Script GOES =
      Script.of(
          """
          redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2])
          local answer = {'', redis.call('GET', KEYS[1])}
          for _, sibling in ipairs(redis.call('SMEMBERS', KEYS[2])) do
            answer[#answer + 1] = sibling
          end
          return answer
          """,
          ScriptOutputType.MULTI);

  private final RedisLink redis;

  public RedisSeenMessages(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<Seen> look(IncomingMessage message) {
    String version = version(message.ref());
    List<String> keys =
        message
            .albumId()
            .map(album -> List.of(version, album(message, album), match(message, album)))
            .orElseGet(() -> List.of(version));
    return LOOK.<List<Object>>run(redis.commands(), keys, message.ref().id(), seconds(ALBUMS_KEPT))
        .thenApply(
            answer ->
                new Seen(
                    Optional.of((String) answer.get(0)).filter(text -> !text.isEmpty()),
                    album(message, answer)));
  }

  @Override
  public CompletionStage<Void> judged(MessageRef message, String version) {
    return redis
        .commands()
        .psetex(version(message), VERSIONS_KEPT.toMillis(), version)
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<Album> albumGoes(IncomingMessage item, Decision.Mode mode) {
    String album = item.albumId().orElseThrow();
    return GOES.<List<Object>>run(
            redis.commands(),
            List.of(match(item, album), album(item, album)),
            mode.name() + "|" + item.ref().id(),
            seconds(ALBUMS_KEPT))
        .thenApply(answer -> album(item, answer));
  }

  @Override
  public CompletionStage<Void> keep(IncomingMessage message) {
    return redis
        .commands()
        .psetex(acted(message.ref().toString()), ACTED_KEPT.toMillis(), Json.write(message))
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<Optional<IncomingMessage>> find(String subject) {
    return redis
        .commands()
        .get(acted(subject))
        .thenApply(
            text -> Optional.ofNullable(text).map(one -> Json.read(one, IncomingMessage.class)));
  }

  /** The match of an album counts for all its items but the one that made it. */
  private static Album album(IncomingMessage item, List<Object> answer) {
    String[] match = ((String) answer.get(1)).split("\\|", 2);
    boolean byAnother = match.length == 2 && !match[1].equals(item.ref().id());
    Stream<String> siblings = answer.stream().skip(2).map(String.class::cast);
    return new Album(
        siblings.filter(id -> !id.equals(item.ref().id())).sorted().toList(),
        byAnother ? Optional.of(Decision.Mode.valueOf(match[0])) : Optional.empty());
  }

  private static String version(MessageRef message) {
    return PREFIX + "version:" + message;
  }

  private static String album(IncomingMessage message, String album) {
    return PREFIX + "album:" + message.chat() + ":" + album;
  }

  private static String match(IncomingMessage message, String album) {
    return PREFIX + "album-match:" + message.chat() + ":" + album;
  }

  private static String acted(String subject) {
    return PREFIX + "acted:" + subject;
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}
