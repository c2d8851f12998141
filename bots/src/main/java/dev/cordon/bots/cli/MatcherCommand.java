package dev.cordon.bots.cli;

import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.redis.RedisPresence;
import dev.cordon.config.Settings;
import dev.cordon.matcher.Matcher;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cordon matcher}: only the matcher, over HTTP. */
@Command(
    name = "matcher",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the matcher alone over HTTP, at matcher.listen (127.0.0.1:8181 unless set), until it is "
          + "stopped. Its description is at /openapi.yaml, health at /health/ready.",
      ""
    },
    subcommands = {KeysCommand.class})
final class MatcherCommand implements Callable<Integer> {
  private static final InetSocketAddress USUAL =
      InetSocketAddress.createUnresolved("127.0.0.1", 8181);

  @Mixin private CommonOptions options = new CommonOptions();

  @Override
  public Integer call() {
    Settings settings = options.load().settings();
    Logging.service(settings.log());
    Closing closing = Forever.closedAtExit();
    try {
      Base base = Base.open(settings, closing);
      MatcherPart part = new MatcherPart(base);
      Matcher matcher = part.local();
      part.serve(matcher, settings.matcher().listen().orElse(USUAL));
      closing.add(heartbeat(base, matcher)).start();
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
    Forever.await();
    return Exit.OK;
  }

  private static Heartbeat heartbeat(Base base, Matcher matcher) {
    return new Heartbeat(
        new RedisPresence(base.redis()),
        Deployment.processName(),
        matcher,
        Map.of(),
        new ChatPolicies(Policies.of(base.settings())));
  }
}
