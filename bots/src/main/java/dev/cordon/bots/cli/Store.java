package dev.cordon.bots.cli;

import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.redis.RedisLedger;
import dev.cordon.config.Settings;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.redis.BundledRedis;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The connection to Redis, bundled or not, and what lies there. */
final class Store implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Optional<BundledRedis> bundled;
  private final RedisLink link;

  private Store(Optional<BundledRedis> bundled, RedisLink link) {
    this.bundled = bundled;
    this.link = link;
  }

  /**
   * Connects; starts the bundled Redis when it is wanted and does not run.
   *
   * @throws Refusal when Redis cannot be reached
   */
  static Store open(Settings settings) {
    if (settings.redis().isPresent()) {
      return new Store(Optional.empty(), connect(settings.redis().get()));
    }
    BundledRedis redis = new BundledRedis(settings.home().resolve("redis"));
    try {
      return new Store(Optional.of(redis), connect(redis.start()));
    } catch (RuntimeException e) {
      redis.close();
      throw e instanceof Refusal ? e : Refusal.unreachable(Failures.line(e), e);
    }
  }

  private static RedisLink connect(String address) {
    try {
      return RedisLink.open(address, PATIENCE);
    } catch (RuntimeException e) {
      throw Refusal.unreachable(
          "Redis at "
              + shown(address)
              + " cannot be reached ("
              + reason(e)
              + "); start it, or set redis in the settings or CORDON_REDIS",
          e);
    }
  }

  private static String shown(String address) {
    return address.replaceAll("(?<=://)[^/]*@", "********@");
  }

  /** The innermost reason, which names no address or password. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return shown(Failures.line(cause));
  }

  RedisLink link() {
    return link;
  }

  BankStore banks() {
    return new RedisBankStore(link, Clock.systemUTC());
  }

  Ledger ledger() {
    return new RedisLedger(link, Clock.systemUTC());
  }

  /** The address without its password, for people. */
  static String name(Settings settings) {
    return settings
        .redis()
        .map(Store::shown)
        .orElse("bundled, in " + settings.home().resolve("redis"));
  }

  @Override
  public void close() {
    link.close();
    bundled.ifPresent(BundledRedis::close);
  }
}
