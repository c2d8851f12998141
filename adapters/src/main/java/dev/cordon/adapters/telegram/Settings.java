package dev.cordon.adapters.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads typed values out of settings; an error names the key, the bound and the value it got. */
record Settings(Map<String, String> values) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(v -> !v.isEmpty());
  }

  int number(String key, int fallback, int least, int most) {
    String given = text(key).orElse(Integer.toString(fallback));
    try {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, in the same words as a number out of bounds.
    }
    throw wrong(key, "a whole number from " + least + " to " + most, given);
  }

  Duration duration(String key, Duration fallback, Duration least, Duration most) {
    Optional<String> given = text(key);
    if (given.isEmpty()) {
      return fallback;
    }
    Matcher matcher = DURATION.matcher(given.get());
    if (matcher.matches()) {
      Duration duration = Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2)));
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    }
    throw wrong(key, "from " + shown(least) + " to " + shown(most) + ", such as 30s", given.get());
  }

  Optional<URI> url(String key) {
    return text(key).map(given -> url(key, given));
  }

  static URI url(String key, String given) {
    try {
      URI uri = new URI(given);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw wrong(
        key,
        "an http or https address without user, query and fragment",
        given.contains("@") ? "one with a user (not shown)" : given);
  }

  static IllegalArgumentException wrong(String key, String bound, String given) {
    return new IllegalArgumentException(key + " must be " + bound + ", but was \"" + given + "\"");
  }

  private static java.time.temporal.ChronoUnit unit(String word) {
    return switch (word) {
      case "ms" -> java.time.temporal.ChronoUnit.MILLIS;
      case "s" -> java.time.temporal.ChronoUnit.SECONDS;
      case "m" -> java.time.temporal.ChronoUnit.MINUTES;
      default -> java.time.temporal.ChronoUnit.HOURS;
    };
  }

  private static String shown(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }
}
