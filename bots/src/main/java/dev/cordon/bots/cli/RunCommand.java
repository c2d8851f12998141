package dev.cordon.bots.cli;

import dev.cordon.config.PlatformSettings;
import dev.cordon.config.Settings;
import java.net.URI;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cordon run}: moderates. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Moderates the chats of the settings until it is stopped (Ctrl-C, SIGTERM). Nothing is lost by "
          + "stopping or killing it. Any number may run on one Redis.",
      ""
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @Override
  public Integer call() {
    Settings settings = options.load().settings();
    Logging.service(settings.log());
    if (settings.platforms().values().stream().noneMatch(PlatformSettings::active)) {
      throw Refusal.usage(
          "no platform is active; set TELEGRAM_BOT_TOKEN, or write one under platforms in cordon.yaml");
    }
    Deployment.start(options.loader(), Forever.closedAtExit());
    LoggerFactory.getLogger(RunCommand.class)
        .info("Cordon runs; Redis: {}, matcher: {}", Store.name(settings), matcher(settings));
    Forever.await();
    return Exit.OK;
  }

  private static String matcher(Settings settings) {
    return settings.matcher().url().map(URI::getHost).orElse("in this process");
  }
}
