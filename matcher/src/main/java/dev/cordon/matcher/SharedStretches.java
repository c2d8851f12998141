package dev.cordon.matcher;

import dev.cordon.matcher.Match.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the intros, logos and jingles that many entries share: a file that has the same intro is
 * none of them. What several entries share because they are copies of one film does not count: such
 * entries go on alike.
 */
public final class SharedStretches {
  /** So many different works that share a stretch do not own it. */
  private static final int MANY = 3;

  /** Of an entry a shared stretch is at most so much; else it is what the entry is about. */
  private static final double LARGEST_SHARE = 0.34;

  /** How much of a stretch another one has to cover to be the same. */
  private static final double SAME = 0.8;

  /** More entries than that are not looked at: they can only be more of the same. */
  private static final int LOOKED_AT = 16;

  private SharedStretches() {}

  /**
   * A stretch of a query that is one of an entry.
   *
   * @param row of the entry
   * @param seconds how long the whole entry is
   */
  public record Stretch(int row, Segment segment, double seconds) {
    private boolean isSmall() {
      return segment.entryEnd() - segment.entryStart() < LARGEST_SHARE * seconds;
    }

    private boolean covers(Stretch other) {
      double common =
          Math.min(segment.end(), other.segment.end())
              - Math.max(segment.start(), other.segment.start());
      return common >= SAME * (other.segment.end() - other.segment.start());
    }
  }

  /** Tells whether two entries are copies of one work. */
  public interface Works {
    /** Whether they are alike also before or after what both share with the query. */
    boolean goOnAlike(Stretch one, Stretch other);
  }

  /** Whether a stretch is nothing but what many works share. */
  public static boolean isShared(Stretch stretch, List<Stretch> all, Works works) {
    if (!stretch.isSmall()) {
      return false;
    }
    List<Stretch> different = new ArrayList<>(List.of(stretch));
    all.stream()
        .filter(other -> other.row != stretch.row && other.covers(stretch))
        .limit(LOOKED_AT)
        .filter(other -> different.stream().noneMatch(one -> works.goOnAlike(one, other)))
        .forEach(different::add);
    return different.size() >= MANY;
  }
}
