package dev.cordon.bots.explain;

import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Explanation.Course;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.Agreement;
import java.util.Optional;

/**
 * The seconds of sound that are shown: the stretch that matches with a little around it, of a long
 * one those where most agrees.
 *
 * @param from in seconds of the file
 * @param to in seconds of the file
 * @param segment which seconds match
 */
public record SoundWindow(double from, double to, Segment segment) {
  private static final double AROUND = 2;
  private static final double LONGEST = 30;
  private static final double STEP = 0.5;

  /** Empty unless the file matches by its sound. */
  public static Optional<SoundWindow> of(Explanation why) {
    return why.match()
        .filter(match -> match.signal().equals(Signal.AUDIO))
        .flatMap(Match::segment)
        .flatMap(segment -> why.course().map(course -> of(segment, course, why.agreement())));
  }

  private static SoundWindow of(Segment segment, Course course, Optional<Agreement> agreement) {
    double from = Math.max(0, segment.start() - AROUND);
    double to = Math.min(course.seconds(), segment.end() + AROUND);
    if (to - from > LONGEST) {
      from = agreement.map(found -> richest(found, segment)).orElse(from);
      to = Math.min(course.seconds(), from + LONGEST);
    }
    return new SoundWindow(from, Math.max(from + 1, to), segment);
  }

  /** Where so many seconds begin in which the most peaks agree. */
  private static double richest(Agreement agreement, Segment segment) {
    double best = Math.max(0, segment.start() - AROUND);
    long most = -1;
    for (double from = best; from + LONGEST <= segment.end() + AROUND; from += STEP) {
      double begin = from;
      long count =
          agreement.file().stream()
              .filter(spot -> spot.agrees())
              .filter(spot -> spot.seconds() >= begin && spot.seconds() < begin + LONGEST)
              .count();
      if (count > most) {
        most = count;
        best = from;
      }
    }
    return best;
  }

  /** The entry's second that a second of the file is. */
  public double entrySeconds(double seconds) {
    return segment.entryStart() + TimeWords.speed(segment) * (seconds - segment.start());
  }
}
