package dev.cordon.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times ({@code 30 s}) and sizes ({@code 50 MB}) as they are written in settings. */
final class Units {
  private static final Pattern QUANTITY =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([a-zA-Z]*)");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES =
      Map.of(
          "b",
          1L,
          "",
          1L,
          "kb",
          1_000L,
          "mb",
          1_000_000L,
          "gb",
          1_000_000_000L,
          "kib",
          1L << 10,
          "mib",
          1L << 20,
          "gib",
          1L << 30);

  private Units() {}

  /** A time in ms, s, m, h or d; empty when it is not one. */
  static Optional<Duration> duration(String text) {
    return quantity(text, MILLIS).map(Duration::ofMillis);
  }

  /** A size in B, KB, MB, GB (thousands) or KiB, MiB, GiB (1024); empty when it is not one. */
  static Optional<Long> bytes(String text) {
    return quantity(text, BYTES);
  }

  /** The largest unit that gives a whole number. */
  static String show(Duration duration) {
    for (String unit : new String[] {"d", "h", "m", "s"}) {
      long millis = MILLIS.getOrDefault(unit, 1L);
      if (duration.toMillis() >= millis && duration.toMillis() % millis == 0) {
        return duration.toMillis() / millis + " " + unit;
      }
    }
    return duration.toMillis() + " ms";
  }

  private static Optional<Long> quantity(String text, Map<String, Long> units) {
    Matcher matcher = QUANTITY.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Long unit = units.get(matcher.group(2).toLowerCase(Locale.ROOT));
    if (unit == null) {
      return Optional.empty();
    }
    BigDecimal whole = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
    return Optional.of(whole.longValue());
  }
}
