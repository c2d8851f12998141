package dev.cordon.matcher.redis;

import io.lettuce.core.ScriptOutputType;
import java.util.List;

/**
 * The changes to banks, each atomic and on the change stream when it is answered.
 *
 * <p>The sets of ids are named inside the scripts, since an entry's former bank is known only
 * there; that is sound in a cluster because they carry the same hash tag.
 */
final class BankScripts {
  static final List<String> KEYS =
      List.of(
          BankKeys.BANKS,
          BankKeys.ENTRIES,
          BankKeys.EXPIRIES,
          BankKeys.CHANGES,
          BankKeys.COUNTER,
          BankKeys.EPOCH);

  /** The last changes that are kept, about; a replica further behind reads everything. */
  private static final int KEPT_CHANGES = 100_000;

  private static final String COMMON =
      """
      local banks, entries, expiries, changes, counter, epoch = unpack(KEYS)
      local function ids(bank) return '%s' .. bank end
      local function forget(id)
        local old = redis.call('HGET', entries, id)
        if not old then return false end
        redis.call('ZREM', ids(cjson.decode(old).bank), id)
        redis.call('ZREM', expiries, id)
        return true
      end
      local function announce(field, value)
        local now = redis.call('TIME')
        redis.call('SETNX', epoch, now[1] .. string.sub('000000' .. now[2], -6, -4))
        local id = redis.call('GET', epoch) .. '-' .. redis.call('INCR', counter)
        redis.call('XADD', changes, 'MAXLEN', '~', %d, id, field, value)
        return id
      end
      """
          .formatted(BankKeys.IDS, KEPT_CHANGES);

  /** Arguments: name, JSON. */
  static final Script PUT_BANK =
      script(
          """
          redis.call('HSET', banks, ARGV[1], ARGV[2])
          return announce('bank', ARGV[1])
          """,
          ScriptOutputType.VALUE);

  /** Arguments: for each entry id, bank, expiry in milliseconds or nothing, JSON. */
  static final Script PUT_ENTRIES =
      script(
          """
          for i = 1, #ARGV, 4 do
            if redis.call('HEXISTS', banks, ARGV[i + 1]) == 0 then return '!' .. ARGV[i + 1] end
          end
          local changed = {}
          for i = 1, #ARGV, 4 do
            local id, bank, expiry, json = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
            forget(id)
            redis.call('HSET', entries, id, json)
            redis.call('ZADD', ids(bank), 0, id)
            if expiry ~= '' then redis.call('ZADD', expiries, expiry, id) end
            changed[#changed + 1] = id
          end
          return announce('entries', table.concat(changed, ' '))
          """,
          ScriptOutputType.VALUE);

  /** Argument: id. Returns how many were removed. */
  static final Script REMOVE_ENTRY =
      script(
          """
          if not forget(ARGV[1]) then return 0 end
          redis.call('HDEL', entries, ARGV[1])
          announce('entries', ARGV[1])
          return 1
          """,
          ScriptOutputType.INTEGER);

  /** Arguments: bank, most entries to remove. The bank goes when none is left. */
  static final Script REMOVE_BANK =
      script(
          """
          local gone = redis.call('ZRANGE', ids(ARGV[1]), 0, ARGV[2] - 1)
          if #gone == 0 then
            if redis.call('HDEL', banks, ARGV[1]) == 1 then announce('bank', ARGV[1]) end
            return 0
          end
          for _, id in ipairs(gone) do forget(id) end
          redis.call('HDEL', entries, unpack(gone))
          announce('entries', table.concat(gone, ' '))
          return #gone
          """,
          ScriptOutputType.INTEGER);

  /** Arguments: now in milliseconds, most entries to remove. */
  static final Script REMOVE_EXPIRED =
      script(
          """
          local gone = redis.call('ZRANGEBYSCORE', expiries, '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
          if #gone == 0 then return 0 end
          for _, id in ipairs(gone) do forget(id) end
          redis.call('HDEL', entries, unpack(gone))
          announce('entries', table.concat(gone, ' '))
          return #gone
          """,
          ScriptOutputType.INTEGER);

  private BankScripts() {}

  private static Script script(String body, ScriptOutputType output) {
    return Script.of(COMMON + body, output);
  }
}
