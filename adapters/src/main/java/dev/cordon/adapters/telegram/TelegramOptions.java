package dev.cordon.adapters.telegram;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings of one connection.
 *
 * @param token the bot's token
 * @param apiUrl where {@code /bot<token>/<method>} is appended
 * @param fileUrl where {@code /file/bot<token>/<path>} is appended
 * @param localFilesDir the only folder that a self-hosted server's absolute file paths may lie in
 * @param webhook how updates are received by webhook; empty for long polling
 * @param limits how fast we call
 * @param timing how long we wait
 */
record TelegramOptions(
    Token token,
    URI apiUrl,
    URI fileUrl,
    Optional<Path> localFilesDir,
    Optional<WebhookOptions> webhook,
    Limits limits,
    Timing timing) {

  /**
   * @param url the address that Telegram posts updates to
   * @param host where to listen; loopback unless set, with a reverse proxy in front for TLS
   * @param secret what Telegram must send back in each request
   */
  record WebhookOptions(URI url, String host, int port, String secret) {
    @Override
    public String toString() {
      return "webhook " + url + " at " + host + ":" + port;
    }
  }

  /**
   * @param callsPerSecond changing calls a second, all chats together
   * @param groupSendsPerMinute messages sent a minute to one group
   * @param queueWait how long a call may wait for its turn before it is given back as deferred
   */
  record Limits(int callsPerSecond, int groupSendsPerMinute, Duration queueWait) {}

  /**
   * @param poll how long Telegram holds a request for updates open
   * @param call how long any other call may take
   * @param download how long one file may take
   * @param admins how long a list of administrators is believed
   * @param backoffLeast the first pause after a failed request for updates
   * @param backoffMost the longest
   */
  record Timing(
      Duration poll,
      Duration call,
      Duration download,
      Duration admins,
      Duration backoffLeast,
      Duration backoffMost) {}

  static final Set<String> SECRET_KEYS = Set.of("token", "webhook-secret");
  static final Set<String> KEYS =
      Set.of(
          "token",
          "api-url",
          "file-url",
          "local-files-dir",
          "webhook-url",
          "webhook-listen",
          "webhook-secret",
          "calls-per-second",
          "group-sends-per-minute",
          "queue-wait",
          "poll-timeout",
          "call-timeout",
          "download-timeout",
          "admin-cache",
          "backoff-least",
          "backoff-most");

  private static final String CLOUD = "https://api.telegram.org";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,256}");
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * Reads and checks.
   *
   * @throws IllegalArgumentException naming the key, the bound and, unless secret, the value
   */
  static TelegramOptions of(Map<String, String> values) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          unknown
              + " must be one of "
              + new TreeSet<>(KEYS)
              + "; a Telegram connection has no such key");
    }
    Settings settings = new Settings(values);
    Token token =
        new Token(
            settings
                .text("token")
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "token must be set to what BotFather gave, but was empty")));
    try {
      return of(token, settings);
    } catch (IllegalArgumentException e) {
      // People paste whole request addresses, token and all; the cause would tell it again.
      throw new IllegalArgumentException(token.scrub(String.valueOf(e.getMessage())));
    }
  }

  private static TelegramOptions of(Token token, Settings settings) {
    URI api = settings.url("api-url").orElse(URI.create(CLOUD));
    return new TelegramOptions(
        token,
        withoutToken("api-url", token, api),
        withoutToken("file-url", token, settings.url("file-url").orElse(api)),
        settings.text("local-files-dir").map(TelegramOptions::folder),
        settings.url("webhook-url").map(url -> webhook(settings, url)),
        limits(settings),
        timing(settings));
  }

  private static URI withoutToken(String key, Token token, URI url) {
    String text = url.toString();
    if (!token.scrub(text).equals(text)) {
      throw Settings.wrong(key, "an address without /bot and token, which are added", text);
    }
    return url;
  }

  /** Largest file given out, in bytes: a server of one's own in local mode lifts the 20 MB. */
  long maxFileBytes() {
    return localFilesDir.isPresent() ? 2000L << 20 : 20L << 20;
  }

  private static Path folder(String given) {
    Path path = Path.of(given);
    if (!path.isAbsolute()) {
      throw Settings.wrong("local-files-dir", "an absolute path", given);
    }
    return path.normalize();
  }

  private static WebhookOptions webhook(Settings settings, URI url) {
    String secret = settings.text("webhook-secret").orElse("");
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "webhook-secret must be 16 to 256 of A-Z a-z 0-9 _ - when webhook-url is set, but was "
              + secret.length()
              + " characters (not shown)");
    }
    String listen = settings.text("webhook-listen").orElse("127.0.0.1:8443");
    int colon = listen.lastIndexOf(':');
    try {
      int port = Integer.parseInt(listen.substring(colon + 1));
      if (colon > 0 && port >= 0 && port <= 65_535) {
        return new WebhookOptions(url, listen.substring(0, colon), port, secret);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Settings.wrong("webhook-listen", "host:port with a port from 0 to 65535", listen);
  }

  private static Limits limits(Settings settings) {
    return new Limits(
        settings.number("calls-per-second", 30, 1, 10_000),
        settings.number("group-sends-per-minute", 20, 1, 100_000),
        settings.duration("queue-wait", Duration.ofMillis(750), MILLI, HOUR));
  }

  private static Timing timing(Settings settings) {
    Duration least = settings.duration("backoff-least", Duration.ofSeconds(1), MILLI, HOUR);
    return new Timing(
        settings.duration(
            "poll-timeout", Duration.ofSeconds(25), Duration.ZERO, Duration.ofSeconds(50)),
        settings.duration("call-timeout", Duration.ofSeconds(10), MILLI, HOUR),
        settings.duration("download-timeout", Duration.ofSeconds(60), MILLI, HOUR),
        settings.duration(
            "admin-cache", Duration.ofMinutes(5), Duration.ZERO, Duration.ofHours(24)),
        least,
        settings.duration(
            "backoff-most",
            Duration.ofSeconds(60).compareTo(least) > 0 ? Duration.ofSeconds(60) : least,
            least,
            HOUR));
  }
}
