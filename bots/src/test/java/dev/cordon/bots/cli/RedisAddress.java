package dev.cordon.bots.cli;

import dev.cordon.matcher.redis.RedisServerExtension;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The address of the tests' Redis, for settings files. */
final class RedisAddress implements BeforeEachCallback {
  private String address = "";

  @Override
  public void beforeEach(ExtensionContext context) {
    address = RedisServerExtension.address(context);
  }

  String address() {
    return address;
  }
}
