package dev.cordon.bots.cli;

import dev.cordon.bots.intake.Scratch;
import dev.cordon.config.MatcherSettings;
import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.bank.ExpirySweeper;
import dev.cordon.matcher.decode.WorkerPool;
import dev.cordon.matcher.http.HttpMatcher;
import dev.cordon.matcher.http.MatcherService;
import dev.cordon.matcher.http.ServiceSettings;
import dev.cordon.matcher.redis.ApiKeys;
import dev.cordon.matcher.redis.RedisBankFeed;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The matcher: one in this process, or a way to one elsewhere. */
final class MatcherPart {
  private static final Logger LOG = LoggerFactory.getLogger(MatcherPart.class);
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
  private static final Duration UPLOAD_WITHIN = Duration.ofSeconds(60);

  /** What a request takes beside the decoding: its way, and its turn among others. */
  private static final Duration BESIDE = Duration.ofSeconds(20);

  private final Base base;
  private final MatcherSettings settings;

  MatcherPart(Base base) {
    this.base = base;
    this.settings = base.settings().matcher();
  }

  /** The matcher for {@code run}: elsewhere when the settings say so. */
  Matcher forBots() {
    if (settings.url().isPresent()) {
      return base.closing()
          .add(new HttpMatcher(base.vertx(), settings.url().get(), settings.key(), longestTurn()));
    }
    Matcher matcher = local();
    settings.listen().ifPresent(address -> serve(matcher, address));
    return matcher;
  }

  /** A matcher in this process; it loads its index while this returns. */
  Matcher local() {
    WorkerPool decoders = base.closing().add(Decoders.open(base.settings(), base.plugins()));
    decoders.start().whenComplete((done, failure) -> tell("decoders", failure));
    LocalMatcher matcher =
        base.plugins()
            .inSight(
                () ->
                    new LocalMatcher(
                        decoders, new RedisBankFeed(base.redis()), base.clock(), base.meters()));
    base.closing().add(matcher);
    matcher.start().whenComplete((done, failure) -> tell("index", failure));
    base.closing().add(new ExpirySweeper(base.banks(), base.clock(), SWEEP_EVERY)).start();
    return matcher;
  }

  /** Serves a matcher over HTTP; the port that it got. */
  int serve(Matcher matcher, InetSocketAddress address) {
    ServiceSettings service =
        new ServiceSettings(
            address.getHostString(),
            address.getPort(),
            settings.limits().bytes(),
            settings.concurrency(),
            UPLOAD_WITHIN,
            longestTurn(),
            Scratch.room(base.folder("scratch", "uploads")));
    ApiKeys keys = new ApiKeys(base.redis(), base.clock());
    MatcherService server =
        base.closing()
            .add(
                new MatcherService(
                    base.vertx(),
                    service,
                    matcher,
                    base.banks(),
                    keys,
                    base.clock(),
                    base.meters()));
    int port = listening("matcher.listen", address, server);
    LOG.info("The matcher serves http://{}:{}", address.getHostString(), port);
    return port;
  }

  /** A file may have to wait until all the others before it have used up their time. */
  private Duration longestTurn() {
    int rounds = 1 + settings.concurrency() / settings.workersOrCores();
    return settings.limits().time().multipliedBy(rounds).plus(BESIDE);
  }

  private static int listening(String key, InetSocketAddress address, MatcherService server) {
    try {
      return Base.join(server.start());
    } catch (RuntimeException e) {
      throw Listening.refused(key, address, e);
    }
  }

  private static void tell(String part, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.error("The matcher's {} failed: {}", part, Failures.line(Failures.cause(failure)));
    } else {
      LOG.debug("The matcher's {} can be used", part);
    }
  }
}
