package dev.cordon.bots.explain;

import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Explanation.Course;
import dev.cordon.matcher.Explanation.Stretch;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.Agreement;
import dev.cordon.matcher.audio.Passage.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What lasts, in words. */
public final class TimeWords {
  /** From here on a time is told in minutes, in seconds. */
  private static final double MINUTES = 600;

  private static final double NOTICEABLE = 0.005;

  /** Seconds at the ends of a film that nobody misses. */
  private static final double ASIDE = 1.5;

  private TimeWords() {}

  /** Which seconds match, in a sentence; empty when none do. */
  public static String sentence(Explanation why) {
    return segment(why)
        .filter(at -> why.course().isPresent())
        .map(at -> sentence(why, at))
        .orElse("");
  }

  private static String sentence(Explanation why, Segment at) {
    return String.format(
        Locale.ROOT,
        "Seconds %.1f–%.1f of this file are seconds %.1f–%.1f of the entry, speed %.2f, %s%s",
        at.start(),
        at.end(),
        at.entryStart(),
        at.entryEnd(),
        speed(at),
        signals(why, at),
        why.match().flatMap(Words::variant).map(how -> ", " + how).orElse(""));
  }

  /** What tells, by that stretch. */
  private static String signals(Explanation why, Segment at) {
    boolean pictures = tells(why, at, Signal.VIDEO);
    boolean sound = tells(why, at, Signal.AUDIO);
    if (pictures && sound) {
      return "moving pictures and sound";
    } else if (pictures || sound) {
      return Words.signal(pictures ? Signal.VIDEO : Signal.AUDIO);
    }
    return why.match().map(match -> Words.signal(match.signal())).orElse("");
  }

  private static boolean tells(Explanation why, Segment at, String signal) {
    boolean matched = why.match().filter(match -> match.signal().equals(signal)).isPresent();
    return matched
        || why.course().stream()
            .flatMap(course -> course.stretches().stream())
            .anyMatch(other -> other.signal().equals(signal) && isAbout(other.segment(), at));
  }

  /** Whether two stretches are mostly the same in both timelines. */
  static boolean isAbout(Segment one, Segment other) {
    double common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
    double shorter = Math.min(one.end() - one.start(), other.end() - other.start());
    double shift =
        one.entryStart()
            - one.start() * speed(one)
            - other.entryStart()
            + other.start() * speed(other);
    double middle = (Math.max(one.start(), other.start()) + Math.min(one.end(), other.end())) / 2;
    return common > shorter / 2 && Math.abs(shift + middle * (speed(one) - speed(other))) < 2;
  }

  /** The seconds that match; all of them when the bytes are equal. */
  static Optional<Segment> segment(Explanation why) {
    return why.match()
        .flatMap(
            match ->
                match
                    .segment()
                    .or(() -> why.course().filter(all -> isExact(match)).map(TimeWords::whole)));
  }

  /** Whether a whole film or recording is all of the entry, each second as it is there. */
  public static boolean isWhole(Explanation why) {
    return segment(why)
        .flatMap(at -> why.course().map(course -> isWhole(at, course)))
        .orElse(false);
  }

  private static boolean isWhole(Segment at, Course course) {
    return at.start() < ASIDE
        && at.entryStart() < ASIDE
        && course.seconds() - at.end() < ASIDE
        && course.entrySeconds() - at.entryEnd() < ASIDE
        && Math.abs(course.seconds() - course.entrySeconds()) < ASIDE;
  }

  private static boolean isExact(Match match) {
    return match.signal().equals(Signal.SHA256) || match.signal().equals(Signal.MD5);
  }

  private static Segment whole(Course course) {
    return new Segment(0, course.seconds(), 0, course.entrySeconds());
  }

  /** How many seconds of the entry a second of the file is. */
  static double speed(Segment segment) {
    return new Stretch("", 0, "", segment).speed();
  }

  /** What is to be said of a match in time. */
  static List<Fact> facts(Explanation why) {
    List<Fact> facts = new ArrayList<>();
    segment(why)
        .filter(at -> why.course().isPresent())
        .map(TimeWords::speed)
        .ifPresent(speed -> facts.add(new Fact("Speed", told(speed), pace(speed))));
    why.agreement().map(TimeWords::peaks).ifPresent(facts::add);
    return facts;
  }

  private static String told(double speed) {
    return String.format(Locale.ROOT, "%.2f", speed);
  }

  private static String pace(double speed) {
    if (Math.abs(speed - 1) < NOTICEABLE) {
      return "as fast as the entry";
    }
    return speed > 1 ? "faster than the entry" : "slower than the entry";
  }

  private static Fact peaks(Agreement agreement) {
    boolean byMelody = agreement.passage().evidence() == Evidence.CHROMA;
    return new Fact(
        "Peaks",
        Integer.toString(agreement.agreeing()),
        byMelody ? "agree; found by melody" : "agree in time and pitch");
  }

  /** What was compared and has nothing in common, and what could not be compared. */
  static List<Fact> nothing(Explanation why, Course course) {
    List<Fact> facts = new ArrayList<>();
    nothing(why, Signal.VIDEO, course.pictures()).ifPresent(facts::add);
    nothing(why, Signal.AUDIO, course.sound()).ifPresent(facts::add);
    return facts;
  }

  private static Optional<Fact> nothing(Explanation why, String signal, boolean compared) {
    if (why.nearness(signal).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact(
            "Nearest by " + Words.signal(signal),
            compared ? "nothing" : "not compared",
            compared ? "no stretch in common" : "not in both of them"));
  }

  /** A time on a timeline: seconds, of what is long minutes and hours. */
  static String time(double seconds, double length) {
    if (length < MINUTES) {
      return seconds == Math.rint(seconds)
          ? Integer.toString((int) seconds)
          : String.format(Locale.ROOT, "%.1f", seconds);
    }
    int whole = (int) Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** A time to a tenth. */
  static String exactly(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
