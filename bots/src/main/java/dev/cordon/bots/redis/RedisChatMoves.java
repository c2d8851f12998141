package dev.cordon.bots.redis;

import dev.cordon.adapters.ChatRef;
import dev.cordon.bots.enforcement.ChatMoves;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Chat moves as two hashes, written in one script: where a chat went, and where it came from. State
 * that is kept by chat is reached through them, so that a move needs no rewriting.
 */
public final class RedisChatMoves implements ChatMoves {
  static final String TO = "cordon:{intake}:moved";
  static final String FROM = "cordon:{intake}:formerly";

  /** KEYS to, from; ARGV old, new. A chain of moves leads from every id to the newest. */
  private static final Script MOVE =
      Script.of(
          """
          local first = redis.call('HGET', KEYS[2], ARGV[1]) or ARGV[1]
          if first == ARGV[2] then return 0 end
          redis.call('HSET', KEYS[1], ARGV[1], ARGV[2], first, ARGV[2])
          redis.call('HSET', KEYS[2], ARGV[2], first)
          return 1
          """,
          ScriptOutputType.INTEGER);

  private final RedisLink redis;

  public RedisChatMoves(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public CompletionStage<Void> moved(ChatRef from, ChatRef to) {
    return MOVE.<Long>run(redis.commands(), List.of(TO, FROM), from.toString(), to.toString())
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<ChatRef> now(ChatRef chat) {
    return lookUp(TO, chat);
  }

  @Override
  public CompletionStage<ChatRef> first(ChatRef chat) {
    return lookUp(FROM, chat);
  }

  private CompletionStage<ChatRef> lookUp(String hash, ChatRef chat) {
    return redis
        .commands()
        .hget(hash, chat.toString())
        .thenApply(
            found ->
                Optional.ofNullable(found)
                    .map(text -> new ChatRef(chat.platform(), id(chat, text)))
                    .orElse(chat));
  }

  private static String id(ChatRef chat, String text) {
    return text.substring(chat.platform().length() + 1);
  }
}
