package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.Outcome.Hit;
import dev.cordon.bots.evaluate.Outcome.Owed;
import dev.cordon.bots.evaluate.Outcome.Problem;
import dev.cordon.bots.evaluate.Recorder.Look;
import dev.cordon.bots.evaluate.Trial.Sort;
import dev.cordon.bots.evaluate.edits.Edited;
import dev.cordon.bots.evaluate.edits.Stretch;
import dev.cordon.bots.evaluate.edits.Stretch.Role;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.MatcherUnavailableException;
import dev.cordon.matcher.Scan;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.parts.PdqParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Lets the matcher judge trials and writes down what it said. For any number of threads. */
public final class Referee {
  private final Copies copies;
  private final Enrolled enrolled;
  private final Recorder recorder;
  private final Matcher matcher;
  private final Optional<Matcher> loose;
  private final Path scratch;

  /**
   * @param recorder what the matcher looks through
   * @param matcher knows what was enrolled
   * @param loose the same with the loosest thresholds; empty when PDQ is all there is
   * @param scratch where copies lie while they are judged
   */
  public Referee(
      Copies copies,
      Enrolled enrolled,
      Recorder recorder,
      Matcher matcher,
      Optional<Matcher> loose,
      Path scratch) {
    this.copies = copies;
    this.enrolled = enrolled;
    this.recorder = recorder;
    this.matcher = matcher;
    this.loose = loose;
    this.scratch = scratch;
  }

  /** Makes the copy and judges it. */
  public Outcome judge(Trial trial) {
    if (trial.edit().isEmpty()) {
      return judge(trial, trial.media().file(), List.of());
    }
    Edited copy;
    try {
      copy = copies.of(trial.media(), trial.edit().get());
    } catch (UncheckedIOException e) {
      return failed(trial, false, String.valueOf(e.getMessage()), 0);
    }
    return judge(trial, copy);
  }

  private Outcome judge(Trial trial, Edited copy) {
    try {
      Path file = Files.createTempFile(scratch, "copy", "." + copy.extension());
      try {
        Files.write(file, copy.bytes());
        return judge(trial, file, owed(trial, copy));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a copy to " + scratch, e);
    }
  }

  /** Of a film or sound: where the original is in it, and other entries joined to it. */
  private List<Owed> owed(Trial trial, Edited copy) {
    return copy.truth().stream()
        .filter(any -> trial.sort() == Sort.COPY)
        .filter(stretch -> stretch.role() == Role.COPY || stretch.role() == Role.PARTNER)
        .map(stretch -> new Owed(enrolled.name(stretch.entry()), segment(stretch)))
        .toList();
  }

  private static Segment segment(Stretch of) {
    return new Segment(of.start(), of.end(), of.entryStart(), of.entryEnd());
  }

  private Outcome judge(Trial trial, Path file, List<Owed> owed) {
    long begin = System.nanoTime();
    try {
      Scan scan = matcher.scan(file).toCompletableFuture().join();
      double millis = millisSince(begin);
      return judged(trial, scan.result(), recorder.take(file), millis, owed);
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof MatcherUnavailableException unavailable) {
        throw unavailable;
      }
      return failed(trial, true, String.valueOf(cause.getMessage()), millisSince(begin));
    }
  }

  private Outcome judged(
      Trial trial, MatchResult result, Look look, double millis, List<Owed> owed) {
    Optional<Problem> problem =
        result instanceof MatchResult.Unscannable unscannable
            ? Optional.of(new Problem(true, unscannable.reason()))
            : Optional.empty();
    return new Outcome(
        trial.sort(),
        trial.media().name(),
        trial.editName(),
        problem,
        millis,
        Stage.of(look.deepest()),
        hits(result),
        loose(look.signals()),
        Distances.pdq(look.signals(), enrolled.media(), own(trial)),
        copies.kind(trial.media()),
        owed);
  }

  private static String own(Trial trial) {
    return trial.sort() == Sort.COPY ? trial.media().name() : "";
  }

  private Outcome failed(Trial trial, boolean made, String reason, double millis) {
    return new Outcome(
        trial.sort(),
        trial.media().name(),
        trial.editName(),
        Optional.of(new Problem(made, reason)),
        millis,
        Stage.EXACT,
        List.of(),
        List.of(),
        Distances.none(),
        copies.kind(trial.media()),
        List.of());
  }

  private List<Hit> loose(List<Signal> signals) {
    List<Signal> graded =
        signals.stream()
            .filter(signal -> Stage.of(signal.type()).compareTo(Stage.WHOLE) > 0)
            .toList();
    return graded.isEmpty()
        ? List.of()
        : loose
            .map(judge -> hits(judge.match(graded).toCompletableFuture().join()))
            .orElse(List.of());
  }

  private List<Hit> hits(MatchResult result) {
    return result instanceof MatchResult.Matched matched
        ? matched.matches().stream().map(this::hit).toList()
        : List.of();
  }

  private Hit hit(Match match) {
    boolean part = match.signal().equals(Signal.PDQ) && match.region().isPresent();
    String signal = part ? PdqParts.TYPE : match.signal();
    return new Hit(
        enrolled.name(match.entry()), signal, match.distance(), match.variant(), match.segment());
  }

  /** To a tenth, which is what a table shows. */
  private static double millisSince(long begin) {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin) / 100 / 10.0;
  }
}
