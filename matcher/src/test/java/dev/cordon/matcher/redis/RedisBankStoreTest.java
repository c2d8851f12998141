package dev.cordon.matcher.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisBankStoreTest extends BankStoreContract {
  private final RedisLink link;

  RedisBankStoreTest(RedisLink link) {
    this.link = link;
  }

  @Override
  RedisLink link() {
    return link;
  }
}
