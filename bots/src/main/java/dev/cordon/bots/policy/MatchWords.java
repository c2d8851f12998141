package dev.cordon.bots.policy;

import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Opinion;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A match in words for a moderator. */
final class MatchWords {
  /** A place within this part of the middle has no side. */
  private static final double CENTRED = 0.1;

  private static final double WHOLE = 0.97;

  private MatchWords() {}

  /** For example: {@code PDQ distance 12 (flipy), confidence 99.9 %, left half of the picture}. */
  static String of(Match match) {
    return Stream.of(
            what(match),
            match.confidence() < 1 ? confidence(match.confidence()) : "",
            match.region().map(region -> place(region) + " of the picture").orElse(""),
            match.entryRegion().map(region -> place(region) + " of the entry").orElse(""))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String what(Match match) {
    String turned = match.variant().equals("none") ? "" : " (" + match.variant() + ")";
    return "%s match: bank %s, entry %s, %s distance %d%s"
        .formatted(
            match.opinion() == Opinion.DISPUTED ? "disputed" : "violating",
            match.bank(),
            match.entry(),
            match.signal(),
            match.distance(),
            turned);
  }

  /** Never 100 %: that is what two equal files are. */
  private static String confidence(double confidence) {
    double tenths = Math.floor(confidence * 1000) / 10;
    return String.format(Locale.ROOT, "confidence %.1f %%", Math.min(tenths, 99.9));
  }

  private static String place(Region region) {
    double width = region.right() - region.left();
    double height = region.bottom() - region.top();
    String side =
        (height < WHOLE ? side(region.top(), region.bottom(), "top ", "bottom ") : "")
            + (width < WHOLE ? side(region.left(), region.right(), "left ", "right ") : "");
    boolean half = Math.abs(width * height - 0.5) < 0.02 && (width >= WHOLE || height >= WHOLE);
    if (half && !side.isEmpty()) {
      return side + "half";
    }
    String share = Math.round(100 * width * height) + " %";
    return side.isEmpty() ? share : share + " at the " + side.strip();
  }

  private static String side(double from, double to, String low, String high) {
    double middle = (from + to) / 2 - 0.5;
    if (Math.abs(middle) < CENTRED) {
      return "";
    }
    return middle < 0 ? low : high;
  }
}
