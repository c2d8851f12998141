package dev.cordon.matcher;

import dev.cordon.matcher.Match.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the pictures and the sound of a film say of one entry, each too little by itself. When both
 * lie at the same seconds of it, chance would have to agree twice.
 */
final class Corroboration {
  /**
   * What is farther says nothing, in steps of either signal: the threshold of both is 50, and 75 is
   * no evidence at all.
   */
  private static final int WEAKEST = 72;

  /** What one gives to the other of the steps by which it is nearer than that. */
  private static final double GIVEN = 0.7;

  /** Pictures and sound are put together within so many seconds. */
  private static final double TOGETHER = 2.5;

  private final List<Trace> traces = new ArrayList<>();

  /**
   * A weak sign.
   *
   * @param signal VIDEO or AUDIO
   */
  record Trace(String signal, int distance, String variant, Segment segment) {}

  void add(Trace trace) {
    if (trace.distance <= WEAKEST) {
      traces.add(trace);
    }
  }

  /** The nearest that both say together, with its distance. */
  Optional<Trace> together() {
    Trace best = null;
    for (Trace one : traces) {
      for (Trace other : traces) {
        if (!one.signal.equals(other.signal)
            && one.distance <= other.distance
            && agree(one, other)) {
          int given = (int) Math.round(GIVEN * (WEAKEST - other.distance));
          int distance = Math.max(0, one.distance - given);
          Trace both = new Trace(one.signal, distance, one.variant, one.segment);
          best = best == null || both.distance < best.distance ? both : best;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean agree(Trace one, Trace other) {
    Segment a = one.segment;
    Segment b = other.segment;
    double from = Math.max(a.start(), b.start());
    double to = Math.min(a.end(), b.end());
    return to > from && Math.abs(at(a, (from + to) / 2) - at(b, (from + to) / 2)) <= TOGETHER;
  }

  /** The entry's second that a second of the file is. */
  private static double at(Segment segment, double seconds) {
    double length = segment.end() - segment.start();
    double speed = (segment.entryEnd() - segment.entryStart()) / length;
    return segment.entryStart() + (seconds - segment.start()) * speed;
  }
}
