package dev.cordon.bots.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one chat.
 *
 * @param name the policy's name, part of every {@link Decision#rule()}
 * @param mode how far decisions go
 * @param bands what to do by distance, in ascending order of {@code maxDistance}; beyond the last
 *     nothing is done
 * @param ladder what befalls the sender at the first, second, third … offence; the last step
 *     repeats
 * @param exactOnlyBelowQuality a match of lower quality (0 to 100) counts only at distance 0
 * @param removeAlbumSiblings whether the other items of an album go with a matching one
 * @param checkProfilePhotos whether pictures of joining members are judged
 * @param escalateUnscannable whether media that could not be judged is put before people
 * @param offenceWindow how long an offence counts on the ladder
 */
public record ChatPolicy(
    String name,
    Decision.Mode mode,
    List<Band> bands,
    List<Step> ladder,
    int exactOnlyBelowQuality,
    boolean removeAlbumSiblings,
    boolean checkProfilePhotos,
    boolean escalateUnscannable,
    Duration offenceWindow) {

  public ChatPolicy {
    bands = List.copyOf(bands);
    ladder = List.copyOf(ladder);
  }

  /** The same rules in another mode. */
  public ChatPolicy withMode(Decision.Mode other) {
    return new ChatPolicy(
        name,
        other,
        bands,
        ladder,
        exactOnlyBelowQuality,
        removeAlbumSiblings,
        checkProfilePhotos,
        escalateUnscannable,
        offenceWindow);
  }

  /** What to do at a distance; empty beyond the last band. */
  Optional<Band> bandOf(int distance) {
    return bands.stream().filter(band -> distance <= band.maxDistance()).findFirst();
  }

  /** The step for a sender with so many offences before this one. */
  Step step(int offencesBefore) {
    return ladder.isEmpty()
        ? new Step(Step.Kind.NOTHING, Duration.ZERO)
        : ladder.get(Math.min(offencesBefore, ladder.size() - 1));
  }

  /** The severest step. */
  Step lastStep() {
    return step(Integer.MAX_VALUE);
  }

  /**
   * What to do up to a distance.
   *
   * @param maxDistance 0 to 256, in the signal's unit
   */
  public record Band(int maxDistance, boolean remove, boolean punish, boolean escalate) {}

  /**
   * One step of the ladder.
   *
   * @param duration how long; zero for good; unused for NOTHING
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
