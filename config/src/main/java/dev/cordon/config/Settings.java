package dev.cordon.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All settings, validated. The packaged {@code cordon.yaml} says what every key means.
 *
 * @param home the data directory
 * @param redis the address of the Redis to use, with its password; empty for the bundled one
 * @param platforms connections by name
 * @param policies rules by name; holds {@code default}
 * @param chats what is set for single chats, by {@code platform/id}
 * @param moderators where moderators work
 * @param routes escalation routes by name, beside the moderators' chat
 * @param pluginFolders where jars with further adapters, signal types and routes lie
 */
public record Settings(
    Path home,
    Optional<String> redis,
    MatcherSettings matcher,
    Map<String, PlatformSettings> platforms,
    Map<String, PolicySettings> policies,
    Map<String, ChatSettings> chats,
    Moderators moderators,
    Map<String, Route> routes,
    Reports reports,
    Console console,
    Intake intake,
    Verdicts verdicts,
    List<Path> pluginFolders,
    Log log) {

  /** The name of the policy of every chat that is not listed. */
  public static final String DEFAULT_POLICY = "default";

  public Settings {
    platforms = Map.copyOf(platforms);
    policies = Map.copyOf(policies);
    chats = Map.copyOf(chats);
    routes = Map.copyOf(routes);
    pluginFolders = List.copyOf(pluginFolders);
  }

  /** The rules of chats that are not listed. */
  public PolicySettings defaultPolicy() {
    return Objects.requireNonNull(policies.get(DEFAULT_POLICY));
  }

  /**
   * Where moderators work.
   *
   * @param chat {@code platform/id} of their chat; empty when there is none
   * @param bank the bank that {@code /known} and "allow this media" put entries in
   */
  public record Moderators(Optional<String> chat, String bank) {}

  /**
   * An escalation route.
   *
   * @param type which kind, as its provider names it
   * @param settings values for the provider, some of them secret
   */
  public record Route(String type, Map<String, String> settings) {
    public Route {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * What members may report.
   *
   * @param perHour reports that one member can make in an hour
   */
  public record Reports(int perHour) {}

  /**
   * Health, metrics and pages over HTTP.
   *
   * @param listen where; empty for nowhere
   */
  public record Console(Optional<InetSocketAddress> listen) {}

  /**
   * How stored events are worked off.
   *
   * @param concurrency messages that one process judges at the same time
   * @param claimAfter how long a message stays with a worker that went silent
   */
  public record Intake(int concurrency, Duration claimAfter) {}

  /**
   * Verdicts remembered by the platform's file id.
   *
   * @param remember how long
   */
  public record Verdicts(Duration remember) {}

  /**
   * The log on standard error.
   *
   * @param level the least level shown
   */
  public record Log(Format format, Level level) {
    /** How a line looks. */
    public enum Format {
      TEXT,
      JSON
    }

    /** How much is logged. */
    public enum Level {
      ERROR,
      WARN,
      INFO,
      DEBUG
    }
  }
}
