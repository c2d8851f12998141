package dev.cordon.matcher.video;

import dev.cordon.matcher.Match.Segment;
import dev.cordon.matcher.SharedStretches.Stretch;
import dev.cordon.matcher.SharedStretches.Works;
import dev.cordon.matcher.local.Features;
import dev.cordon.matcher.local.Turn;
import java.util.List;
import java.util.function.IntFunction;

/** Tells whether two entries show the same before or after a stretch that they share. */
final class Continuation implements Works {
  /** Seconds beside the stretch that are looked at. */
  private static final double BESIDE = 12;

  /** Cuts are not found at the same frame everywhere. */
  private static final double AT_LEAST = 0.7;

  private static final double ALIKE = 1;
  private static final int LEAST = 2;

  /** Bits of landmarks that are surely the same, and how many make it the same film. */
  private static final int SAME = 14;

  private static final int ENOUGH = 5;

  private final IntFunction<VideoFeatures> entries;

  Continuation(IntFunction<VideoFeatures> entries) {
    this.entries = entries;
  }

  @Override
  public boolean goOnAlike(Stretch one, Stretch other) {
    double after = one.segment().entryEnd();
    double before = one.segment().entryStart();
    return goesOn(one, other, after + AT_LEAST, after + BESIDE)
        || goesOn(one, other, before - BESIDE, before - AT_LEAST);
  }

  private boolean goesOn(Stretch one, Stretch other, double from, double to) {
    VideoFeatures first = entries.apply(one.row());
    VideoFeatures second = entries.apply(other.row());
    Line line = between(one.segment(), other.segment());
    return alikeStills(first, second, line, from, to)
        || sameLandmarks(first.shots, second.shots, line, from, to);
  }

  /** From seconds of one entry to those of the other, as the query says. */
  private static Line between(Segment one, Segment other) {
    double speed = speed(other) / speed(one);
    double offset =
        other.entryStart()
            + speed(other) * (one.start() - other.start())
            - speed * one.entryStart();
    return new Line(offset, speed);
  }

  private static double speed(Segment segment) {
    double length = Math.max(0.1, segment.end() - segment.start());
    return Math.max(0.1, (segment.entryEnd() - segment.entryStart()) / length);
  }

  private static boolean alikeStills(
      VideoFeatures first, VideoFeatures second, Line line, double from, double to) {
    Timeline times = first.stills.times();
    int compared = 0;
    int alike = 0;
    int still = times.first(Math.max(0, from));
    for (; still < times.size() && times.start(still) <= to; still++) {
      double there = line.at(times.start(still));
      if (there >= 0 && there <= second.seconds() && second.size() > 0) {
        int bits =
            first.stills.hash()[still].distance(
                second.stills.hash()[second.stills.times().nearest(there)]);
        compared++;
        alike += VideoOdds.worth(bits) >= ALIKE ? 1 : 0;
      }
    }
    return alike >= LEAST && 2 * alike >= compared;
  }

  private static boolean sameLandmarks(
      Shots first, Shots second, Line line, double from, double to) {
    Features here = first.between(from, to);
    Features there = second.between(line.at(from), line.at(to));
    return List.of(Turn.NONE, Turn.MIRRORED).stream()
        .anyMatch(turn -> same(here.turned(turn, first.width()), there) >= ENOUGH);
  }

  private static int same(Features here, Features there) {
    int same = 0;
    for (int i = 0; i < here.size(); i++) {
      for (int k = 0; k < there.size(); k++) {
        same += here.distance(i, there, k) <= SAME ? 1 : 0;
      }
    }
    return same;
  }
}
