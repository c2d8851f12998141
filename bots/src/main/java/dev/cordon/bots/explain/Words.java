package dev.cordon.bots.explain;

import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Explanation.Nearness;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.Sketch;
import dev.cordon.matcher.signal.Signals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An explanation in words, the same on the picture and at the command line. */
public final class Words {
  private static final Map<String, String> SIGNALS =
      Map.of(
          Signal.LOCAL_FEATURES,
          "local features",
          Signal.PDQ,
          "PDQ",
          Signals.URL,
          "link",
          Signal.AUDIO,
          "sound",
          Signal.VIDEO,
          "moving pictures");

  /** Two signal types name mirroring by different axes; what a person sees is the same. */
  private static final Map<String, String> LOCAL_VARIANTS =
      Map.of("flipx", "mirrored", "inverted", "negative", "flipx-inverted", "mirrored negative");

  private static final Map<String, String> PDQ_VARIANTS =
      Map.of(
          "rotate90", "turned by a quarter",
          "rotate180", "upside down",
          "rotate270", "turned by a quarter",
          "flipx", "mirrored top to bottom",
          "flipy", "mirrored",
          "transpose", "mirrored and turned",
          "transverse", "mirrored and turned");

  private static final double LEAST_TOLD = 0.001;

  private Words() {}

  /** What was found, in a line. */
  public static String headline(Explanation why) {
    return why.match()
        .map(match -> verdict(match.opinion()) + ": " + how(match))
        .orElseGet(() -> "No match: the file " + lacks(why) + " this entry");
  }

  private static String lacks(Explanation why) {
    return why.course().isPresent() ? "has nothing of" : "does not show";
  }

  private static String verdict(Opinion opinion) {
    return switch (opinion) {
      case VIOLATING -> "Match";
      case DISPUTED -> "Match with a disputed entry";
      case ALLOWED -> "Match with an allowed entry";
    };
  }

  private static String how(Match match) {
    return switch (match.signal()) {
      case Signal.SHA256, Signal.MD5 -> "identical bytes";
      case Signal.PDQ ->
          match.region().isEmpty()
              ? "the whole file looks like the entry"
              : "a part of the file looks like the entry";
      case Signal.LOCAL_FEATURES -> "the file shows the entry's picture";
      case Signals.URL -> "a QR code in the file leads to the entry's link";
      case Signal.AUDIO -> "the file sounds like the entry";
      case Signal.VIDEO -> "the file shows what the entry shows";
      default -> "the file is like the entry";
    };
  }

  /** Title of an entry whose picture is not at hand. */
  public static String withoutPicture(Optional<Sketch> sketch) {
    return "The entry, without its picture" + (sketch.isPresent() ? ": edges and spots" : "");
  }

  /** What the verdict rests on. */
  public static List<Fact> facts(Exhibit exhibit) {
    return exhibit
        .why()
        .match()
        .map(match -> facts(match, exhibit))
        .orElseGet(() -> nearest(exhibit));
  }

  private static List<Fact> facts(Match match, Exhibit exhibit) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Signal", signal(match.signal()), what(match)));
    facts.add(distance(match, exhibit.why()));
    facts.add(new Fact("Confidence", confidence(match.confidence()), "that it is this entry"));
    facts.add(falsePositives(match, exhibit.entries()));
    variant(match).ifPresent(words -> facts.add(new Fact("Variant", words, "the file, as found")));
    facts.addAll(TimeWords.facts(exhibit.why()));
    if (match.signal().equals(Signal.LOCAL_FEATURES)) {
      exhibit
          .why()
          .correspondence()
          .ifPresent(
              found ->
                  facts.add(
                      new Fact(
                          "Points",
                          Integer.toString(found.points().size()),
                          "the same spot in both pictures")));
    }
    return facts;
  }

  private static String what(Match match) {
    return switch (match.signal()) {
      case Signal.SHA256, Signal.MD5 -> "digest of the bytes";
      case Signal.PDQ -> match.region().isEmpty() ? "hash of the whole" : "hash of a part";
      case Signal.LOCAL_FEATURES -> "spots found in place";
      case Signals.URL -> "read in a QR code";
      case Signal.VIDEO -> "stills in order and time";
      case Signal.AUDIO -> "its peaks or its melody";
      default -> "";
    };
  }

  private static Fact distance(Match match, Explanation why) {
    String limit = why.nearness(match.signal()).map(Words::limit).orElse("");
    return new Fact("Distance", Integer.toString(match.distance()), limit);
  }

  private static String limit(Nearness near) {
    return switch (near.signal()) {
      case Signal.SHA256, Signal.MD5, Signals.URL -> "the same";
      case Signal.PDQ -> "of 256 bits; matches up to " + near.threshold();
      case Signal.LOCAL_FEATURES, Signal.AUDIO, Signal.VIDEO ->
          "of 100; matches up to " + near.threshold();
      default -> "matches up to " + near.threshold();
    };
  }

  private static List<Fact> nearest(Exhibit exhibit) {
    List<Fact> facts = new ArrayList<>();
    for (Nearness near : exhibit.why().nearest()) {
      String value = "distance " + near.distance();
      facts.add(new Fact("Nearest by " + signal(near.signal()), value, limit(near)));
    }
    if (exhibit.why().course().isPresent()) {
      facts.addAll(TimeWords.nothing(exhibit.why(), exhibit.why().course().get()));
    } else if (exhibit.why().nearness(Signal.LOCAL_FEATURES).isEmpty()) {
      boolean known = exhibit.sketch().isPresent();
      String why = known ? "no spots in common" : "the entry has none";
      facts.add(new Fact("Nearest by local features", known ? "nothing" : "not compared", why));
    }
    return facts;
  }

  static String signal(String type) {
    return SIGNALS.getOrDefault(type, type);
  }

  /** How the file was turned for the match; empty for not at all. */
  static Optional<String> variant(Match match) {
    Map<String, String> names =
        match.signal().equals(Signal.LOCAL_FEATURES) ? LOCAL_VARIANTS : PDQ_VARIANTS;
    return Optional.of(match.variant())
        .filter(variant -> !variant.equals("none"))
        .map(variant -> names.getOrDefault(variant, variant));
  }

  /** Never 100 %: that is what two equal files are. */
  private static String confidence(double confidence) {
    return confidence >= 1
        ? "certain"
        : String.format(Locale.ROOT, "%.1f %%", Math.min(99.9, Math.floor(confidence * 1000) / 10));
  }

  private static Fact falsePositives(Match match, long entries) {
    String bank =
        "in a million; bank of " + String.format(Locale.ROOT, "%,d", Math.max(1, entries));
    return new Fact("False positives", rate(match.falsePositives()), bank);
  }

  private static String rate(double value) {
    if (value == 0) {
      return "none";
    }
    return value < LEAST_TOLD
        ? "under " + LEAST_TOLD
        : new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  /** Where the match lies in the file; empty when there is none. */
  public static String place(Explanation why) {
    return why.match()
        .map(
            match ->
                match
                    .segment()
                    .map(at -> seconds(at.start(), at.end(), "file"))
                    .orElseGet(() -> place(match.region(), "file")))
        .orElse("");
  }

  /** Which part of the entry the file shows; empty when there is none, as of a link. */
  public static String entryPlace(Explanation why) {
    return why.match()
        .filter(match -> !match.signal().equals(Signals.URL))
        .map(
            match ->
                match
                    .segment()
                    .map(at -> seconds(at.entryStart(), at.entryEnd(), "entry"))
                    .orElseGet(() -> place(match.entryRegion(), "entry")))
        .orElse("");
  }

  private static String seconds(double start, double end, String what) {
    return String.format(Locale.ROOT, "seconds %.1f–%.1f of the %s", start, end, what);
  }

  private static String place(Optional<Region> region, String what) {
    return region
        .filter(Words::isPart)
        .map(
            part ->
                "%d–%d %% from the left and %d–%d %% from the top of the %s"
                    .formatted(
                        percent(part.left()),
                        percent(part.right()),
                        percent(part.top()),
                        percent(part.bottom()),
                        what))
        .orElse("the whole " + what);
  }

  private static boolean isPart(Region region) {
    return percent(region.left()) > 0
        || percent(region.top()) > 0
        || percent(region.right()) < 100
        || percent(region.bottom()) < 100;
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }
}
