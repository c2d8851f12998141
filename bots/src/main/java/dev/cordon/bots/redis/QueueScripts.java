package dev.cordon.bots.redis;

import dev.cordon.matcher.redis.Script;
import io.lettuce.core.ScriptOutputType;

/**
 * How items leave and re-enter a queue. Each takes an item off only while it is still pending, so
 * that a repeated call, or two workers with the same item, change nothing more.
 */
final class QueueScripts {
  private QueueScripts() {}

  /** KEYS stream; ARGV group, id. */
  static final Script DONE =
      Script.of(
          """
          redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
          return redis.call('XDEL', KEYS[1], ARGV[2])
          """,
          ScriptOutputType.INTEGER);

  /** KEYS stream, delayed; ARGV group, id, body, since, failures, delay in ms. */
  static final Script LATER =
      Script.of(
          """
          if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
          redis.call('XDEL', KEYS[1], ARGV[2])
          local now = redis.call('TIME')
          local due = now[1] * 1000 + math.floor(now[2] / 1000) + ARGV[6]
          local item = cjson.encode({id = ARGV[2], body = ARGV[3],
            since = ARGV[4], failures = ARGV[5]})
          return redis.call('ZADD', KEYS[2], string.format('%d', due), item)
          """,
          ScriptOutputType.INTEGER);

  /** KEYS stream, dead; ARGV group, id, lane, body, since, why. */
  static final Script DEAD =
      Script.of(
          """
          if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
          redis.call('XDEL', KEYS[1], ARGV[2])
          redis.call('XADD', KEYS[2], 'MAXLEN', '~', '10000', '*',
            'lane', ARGV[3], 'body', ARGV[4], 'since', ARGV[5], 'why', ARGV[6])
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** KEYS delayed, stream. */
  static final Script PROMOTE =
      Script.of(
          """
          local now = redis.call('TIME')
          local due = string.format('%d', now[1] * 1000 + math.floor(now[2] / 1000))
          local items = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', due, 'LIMIT', 0, 200)
          for _, text in ipairs(items) do
            local item = cjson.decode(text)
            redis.call('XADD', KEYS[2], '*', 'body', item.body,
              'since', item.since, 'failures', item.failures, 'again', '1')
            redis.call('ZREM', KEYS[1], text)
          end
          return #items
          """,
          ScriptOutputType.INTEGER);

  /** KEYS streams and delayed, in turn. One script, so that nothing on its way is missed. */
  static final Script DEPTH =
      Script.of(
          """
          local sum = 0
          for i = 1, #KEYS, 2 do
            sum = sum + redis.call('XLEN', KEYS[i]) + redis.call('ZCARD', KEYS[i + 1])
          end
          return sum
          """,
          ScriptOutputType.INTEGER);
}
