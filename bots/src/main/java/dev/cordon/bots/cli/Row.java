package dev.cordon.bots.cli;

import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One line of {@code scan}.
 *
 * @param entry the name of the entry, as {@code scan} shows it
 * @param match what matched; empty for the other verdicts
 * @param reason why it could not be judged
 */
record Row(
    Path path,
    String verdict,
    Optional<String> entry,
    Optional<Match> match,
    Optional<String> reason,
    long millis) {

  static Row unscannable(Path path, String reason, long millis) {
    return new Row(
        path, "unscannable", Optional.empty(), Optional.empty(), Optional.of(reason), millis);
  }

  /** The lines of a result, nearest match first. */
  static List<Row> of(Path path, MatchResult result, long millis, UnaryOperator<String> name) {
    if (result instanceof MatchResult.Unscannable unscannable) {
      return List.of(unscannable(path, unscannable.reason(), millis));
    }
    if (result instanceof MatchResult.Matched matched) {
      return matched.matches().stream().map(match -> matched(path, match, millis, name)).toList();
    }
    return List.of(
        new Row(path, "no-match", Optional.empty(), Optional.empty(), Optional.empty(), millis));
  }

  private static Row matched(Path path, Match match, long millis, UnaryOperator<String> name) {
    return new Row(
        path,
        "match",
        Optional.of(name.apply(match.entry())),
        Optional.of(match),
        Optional.empty(),
        millis);
  }

  Optional<String> signal() {
    return match.map(Match::signal);
  }

  Optional<String> distance() {
    return match.map(found -> Integer.toString(found.distance()));
  }

  /** {@code start-end@entrystart-entryend}, in seconds with one decimal. */
  Optional<String> segment() {
    return match
        .flatMap(Match::segment)
        .map(
            s ->
                String.format(
                    Locale.ROOT,
                    "%.1f-%.1f@%.1f-%.1f",
                    s.start(),
                    s.end(),
                    s.entryStart(),
                    s.entryEnd()));
  }
}
