package dev.cordon.matcher.redis;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisClusterBankStoreTest extends BankStoreContract {
  @RegisterExtension static final RedisClusterExtension CLUSTER = new RedisClusterExtension();

  private final RedisLink link = CLUSTER.link();

  @Override
  RedisLink link() {
    return link;
  }

  @AfterEach
  void close() {
    link.close();
  }
}
