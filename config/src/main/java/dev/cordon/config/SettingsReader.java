package dev.cordon.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the merged keys into {@link Settings}; every bound is written here and in cordon.yaml. */
final class SettingsReader {
  static final String PLACE = "platform/id, such as telegram/-1001234567890";
  static final Duration YEAR = Duration.ofDays(365);

  private SettingsReader() {}

  static Settings read(Section root) {
    Path home = path(root.text("home"));
    var policies = root.section("policies").each(PolicyReader::policy);
    Settings settings =
        new Settings(
            home,
            root.optional("redis"),
            matcher(root.section("matcher")),
            root.section("platforms").each(SettingsReader::platform),
            policies,
            root.section("chats").each(chat -> PolicyReader.chat(chat, policies.keySet())),
            moderators(root.section("moderators")),
            routes(root.section("escalation")),
            reports(root.section("reports")),
            console(root.section("console")),
            intake(root.section("intake")),
            verdicts(root.section("verdicts")),
            plugins(root.section("plugins"), home),
            log(root.section("log")));
    root.end();
    return settings;
  }

  private static MatcherSettings matcher(Section matcher) {
    var settings =
        new MatcherSettings(
            matcher.parsed("url", "an address such as http://127.0.0.1:8181", Addresses::http),
            matcher.optional("key"),
            listen(matcher),
            (int) matcher.whole("concurrency", 1, 1024),
            (int) matcher.whole("workers", 0, 256),
            limits(matcher.section("limits")));
    matcher.end();
    return settings;
  }

  private static MatcherSettings.Limits limits(Section limits) {
    var settings =
        new MatcherSettings.Limits(
            limits.bytes("bytes", "1 KB", "2 GB"),
            limits.whole("pixels", 10_000, 1_000_000_000),
            limits.duration("time", Duration.ofMillis(100), Duration.ofMinutes(10)),
            limits.bytes("memory", "1 GiB", "64 GiB"));
    limits.end();
    return settings;
  }

  private static PlatformSettings platform(Section platform) {
    return new PlatformSettings(
        platform.text("adapter"),
        platform.choice("enabled", PlatformSettings.Enabled.class),
        platform.section("settings").free());
  }

  private static Settings.Moderators moderators(Section moderators) {
    var settings =
        new Settings.Moderators(
            moderators.parsed("chat", PLACE, SettingsReader::place), bank(moderators, "bank"));
    moderators.end();
    return settings;
  }

  private static Optional<String> place(String text) {
    return Optional.of(text).filter(Addresses::isChat);
  }

  private static String bank(Section section, String key) {
    String bank = section.text(key);
    if (!bank.matches("[a-z0-9_-]{1,64}")) {
      section.problem(key, "must be 1 to 64 of a-z, 0-9, - and _, was \"" + bank + "\"");
    }
    return bank;
  }

  private static Map<String, Settings.Route> routes(Section escalation) {
    var routes = escalation.section("routes").each(SettingsReader::route);
    escalation.end();
    return routes;
  }

  private static Settings.Route route(Section route) {
    if (route.text("type").isEmpty()) {
      route.problem("type", "must name a kind of route, was empty");
    }
    return new Settings.Route(route.text("type"), route.section("settings").free());
  }

  private static Settings.Reports reports(Section reports) {
    var settings = new Settings.Reports((int) reports.whole("per-hour", 1, 10_000));
    reports.end();
    return settings;
  }

  private static Settings.Console console(Section console) {
    var settings = new Settings.Console(listen(console));
    console.end();
    return settings;
  }

  private static Settings.Intake intake(Section intake) {
    var settings =
        new Settings.Intake(
            (int) intake.whole("concurrency", 1, 1024),
            intake.duration("claim-after", Duration.ofSeconds(1), Duration.ofHours(1)));
    intake.end();
    return settings;
  }

  private static Settings.Verdicts verdicts(Section verdicts) {
    var remember = verdicts.duration("remember", Duration.ofMinutes(1), YEAR.multipliedBy(10));
    verdicts.end();
    return new Settings.Verdicts(remember);
  }

  private static List<Path> plugins(Section plugins, Path home) {
    Optional<String> folder = plugins.optional("dir");
    plugins.end();
    return folder
        .map(text -> List.of(path(text)))
        .orElse(List.of(home.resolve("plugins"), Path.of("plugins").toAbsolutePath()));
  }

  private static Settings.Log log(Section log) {
    var settings =
        new Settings.Log(
            log.choice("format", Settings.Log.Format.class),
            log.choice("level", Settings.Log.Level.class));
    log.end();
    return settings;
  }

  private static Optional<InetSocketAddress> listen(Section section) {
    String form = "host:port, such as 127.0.0.1:8181, or a port";
    return section.parsed("listen", form, Addresses::listen);
  }

  private static Path path(String text) {
    String home = System.getProperty("user.home", ".");
    boolean fromHome = text.equals("~") || text.startsWith("~/");
    return Path.of(fromHome ? home + text.substring(1) : text).toAbsolutePath().normalize();
  }
}
