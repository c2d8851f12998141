package dev.cordon.matcher.redis;

import io.lettuce.core.RedisException;

/** Tells failures of Redis from others, for those who do not see its client. */
public final class RedisOutage {
  private RedisOutage() {}

  /** Whether a failure means that Redis cannot be used at the moment. */
  public static boolean is(Throwable failure) {
    return failure instanceof RedisException;
  }
}
