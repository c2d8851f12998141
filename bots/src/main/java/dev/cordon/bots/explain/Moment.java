package dev.cordon.bots.explain;

import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Explanation.Course;
import dev.cordon.matcher.Match.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a film is looked at.
 *
 * @param seconds of the file
 * @param entrySeconds of the entry, the same moment where both match; negative when it has none
 * @param matched whether it lies in the stretch that matches
 */
public record Moment(double seconds, double entrySeconds, boolean matched) {
  private static final int WITHIN = 6;

  /** How far outside the stretch it is looked at, in seconds, when there is as much. */
  private static final double BESIDE = 3;

  private static final double LEAST_BESIDE = 0.4;

  /** Some within the stretch that matches and one to each side; without a match evenly spread. */
  public static List<Moment> of(Explanation why) {
    Optional<Course> course = why.course().filter(Course::pictures);
    if (course.isEmpty()) {
      return List.of();
    }
    Optional<Segment> segment = TimeWords.segment(why);
    return segment.isPresent() ? of(course.get(), segment.get()) : spread(course.get());
  }

  private static List<Moment> spread(Course course) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < WITHIN; i++) {
      double share = (i + 0.5) / WITHIN;
      moments.add(new Moment(share * course.seconds(), share * course.entrySeconds(), false));
    }
    return moments;
  }

  private static List<Moment> of(Course course, Segment segment) {
    List<Moment> moments = new ArrayList<>();
    double before = Math.min(BESIDE, segment.start() / 2);
    double after = Math.min(BESIDE, (course.seconds() - segment.end()) / 2);
    if (before >= LEAST_BESIDE) {
      moments.add(at(segment.start() - before, course, segment));
    }
    for (int i = 0; i < WITHIN; i++) {
      double length = segment.end() - segment.start();
      moments.add(at(segment.start() + (i + 0.5) / WITHIN * length, course, segment));
    }
    if (after >= LEAST_BESIDE) {
      moments.add(at(segment.end() + after, course, segment));
    }
    return moments;
  }

  private static Moment at(double seconds, Course course, Segment segment) {
    double there = segment.entryStart() + TimeWords.speed(segment) * (seconds - segment.start());
    boolean known = there >= 0 && there <= course.entrySeconds();
    return new Moment(seconds, known ? there : -1, segment.holds(seconds));
  }
}
