package dev.cordon.config;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which values are never shown, and what is shown instead. */
final class Secrets {
  private static final Pattern NAMES =
      Pattern.compile(
          ".*(token|secret|password|passphrase|credential|(^|[.-])key$|api-?key|private).*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/]*@");
  private static final Pattern BOT = Pattern.compile("(?<=/bot)\\d+:[^/]+");

  private Secrets() {}

  /** Whether a path names a secret, by its last word. */
  static boolean named(String path) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    return NAMES.matcher(key).matches();
  }

  /** The value as it may be shown: secrets as stars, and no user or password in an address. */
  static String shown(String path, String value, Predicate<String> secret) {
    if (value.isEmpty()) {
      return value;
    }
    return named(path) || secret.test(path)
        ? "********"
        : BOT.matcher(USER_INFO.matcher(value).replaceAll("********@")).replaceAll("********");
  }
}
