package dev.cordon.matcher.video;

import dev.cordon.matcher.pdq.Pdq;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.pdq.PdqHashes;
import dev.cordon.matcher.pdq.PdqOdds;
import dev.cordon.matcher.signal.Picture;
import java.util.Optional;

/**
 * Computes the stills of a film from frames that come in the order of time: those at cuts and about
 * one a second. Keeps the hashes, never the frames. For one thread.
 */
public final class VideoExtractor {
  /** Two hashes this near are of the same still; a re-encoding moves about four bits. */
  private static final int SAME = 10;

  /** A gap between two frames that look alike beyond which nobody saw that the still was held. */
  private static final int LONGEST_GAP = 1500;

  private final Stills.Builder stills = new Stills.Builder();

  /** Whether the last frame was kept or held, so that its still may go on. */
  private boolean holding;

  private int time;

  /**
   * Takes the next frame.
   *
   * @param seconds from the film's beginning; not before the one before
   */
  public void accept(double seconds, Picture frame) {
    time = Math.max(time, (int) Math.round(seconds * Stills.HUNDREDTHS));
    Optional<PdqHashes> hashes = Pdq.hash(frame).filter(found -> found.quality() >= PdqOdds.FAIR);
    hashes.ifPresent(found -> accept(found.upright()));
    holding = hashes.isPresent();
  }

  private void accept(PdqHash hash) {
    boolean same = holding && hash.distance(stills.last()) <= SAME;
    if (same && time - stills.lastEnd() <= LONGEST_GAP) {
      stills.hold(time);
    } else if (stills.size() < VideoFeatures.MOST_STILLS) {
      stills.add(time, time, hash);
    }
  }

  /**
   * The features of all that was taken.
   *
   * @param seconds how long the film is
   */
  public VideoFeatures features(double seconds) {
    int length = Math.max(time, (int) Math.round(seconds * Stills.HUNDREDTHS));
    return new VideoFeatures(length, stills.build());
  }
}
