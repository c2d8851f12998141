package dev.cordon.matcher;

import dev.cordon.matcher.redis.RedisLink;

class LocalMatcherTest extends MatcherContract {
  @Override
  protected Matcher matcher(LocalMatcher local, RedisLink link) {
    return local;
  }
}
