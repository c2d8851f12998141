package dev.cordon.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The rules of a chat, as written.
 *
 * @param bands what to do by distance, in ascending order
 * @param ladder what befalls the sender at the first, second, … offence; the last step repeats
 * @param exactOnlyBelowQuality a match of lower quality (0 to 100) counts only at distance 0
 * @param offenceWindow how long an offence counts on the ladder
 */
public record PolicySettings(
    Mode mode,
    List<Band> bands,
    List<Step> ladder,
    int exactOnlyBelowQuality,
    boolean removeAlbumSiblings,
    boolean checkProfilePhotos,
    boolean escalateUnscannable,
    Duration offenceWindow) {
  public PolicySettings {
    bands = List.copyOf(bands);
    ladder = List.copyOf(ladder);
  }

  /** How far decisions go. */
  public enum Mode {
    OFF,
    OBSERVE,
    ENFORCE
  }

  /**
   * What to do up to a distance.
   *
   * @param upTo 0 to 256, in the signal's unit
   */
  public record Band(int upTo, Set<What> what) {
    public Band {
      what = Set.copyOf(what);
    }

    /** One thing to do. */
    public enum What {
      REMOVE,
      PUNISH,
      ESCALATE
    }
  }

  /**
   * One step of the ladder.
   *
   * @param duration zero for good
   */
  public record Step(Kind kind, Duration duration) {
    /** What befalls the sender. */
    public enum Kind {
      NOTHING,
      RESTRICT,
      BAN
    }
  }
}
