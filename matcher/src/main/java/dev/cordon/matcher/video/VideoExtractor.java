package dev.cordon.matcher.video;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.local.Keypoint;
import dev.cordon.matcher.pdq.Pdq;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.pdq.PdqHashes;
import dev.cordon.matcher.pdq.PdqOdds;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Computes the signals of a film from frames that come in the order of time: those at cuts and
 * about one a second. Keeps what it computes, never the frames. For one thread.
 */
public final class VideoExtractor {
  /** Two hashes this near are of the same still; a re-encoding moves about four bits. */
  private static final int SAME = 10;

  /** Of an entry, which is looked at more often, what is kept is what a copy could tell apart. */
  private static final int SAME_OF_ENTRY = 24;

  /** A gap between two frames that look alike beyond which nobody saw that the still was held. */
  private static final int LONGEST_GAP = 1500;

  private final Set<Depth> depths;
  private final int same;
  private final Stills.Builder stills = new Stills.Builder();
  private final ShotExtractor shots;
  private final QueryExtractor query;

  /** Whether the last frame was kept or held, so that its still may go on. */
  private boolean holding;

  private int time;

  /**
   * @param depths what is wanted: {@link Depth#KEPT} for an entry; else the stills ({@link
   *     Depth#WHOLE}) or what is compared closely ({@link Depth#FEATURES})
   * @param seconds about how long the film is
   * @param finder finds SIFT features in a grey picture
   */
  public VideoExtractor(
      Set<Depth> depths, double seconds, Function<Picture, List<Keypoint>> finder) {
    this.depths = depths;
    this.same = depths.equals(Depth.KEPT) ? SAME_OF_ENTRY : SAME;
    shots = new ShotExtractor(finder);
    query = new QueryExtractor(seconds, finder);
  }

  /**
   * Takes the next frame.
   *
   * @param seconds from the film's beginning; not before the one before
   * @param cut whether another scene begins with it
   */
  public void accept(double seconds, Picture frame, boolean cut) {
    time = Math.max(time, (int) Math.round(seconds * Timeline.HUNDREDTHS));
    if (depths.contains(Depth.WHOLE)) {
      Optional<PdqHashes> hashes = Pdq.hash(frame).filter(found -> found.quality() >= PdqOdds.FAIR);
      hashes.ifPresent(found -> accept(found.upright()));
      holding = hashes.isPresent();
    }
    if (depths.equals(Depth.KEPT)) {
      shots.accept(time, frame, cut);
    } else if (depths.contains(Depth.FEATURES)) {
      query.accept(time, frame, cut);
    }
  }

  private void accept(PdqHash hash) {
    boolean alike = holding && hash.distance(stills.last()) <= same;
    if (alike && time - stills.lastEnd() <= LONGEST_GAP) {
      stills.hold(time);
    } else if (stills.size() < VideoFeatures.MOST_STILLS) {
      stills.add(time, time, hash);
    }
  }

  /**
   * The signals of all that was taken.
   *
   * @param seconds how long the film is
   */
  public List<Signal> signals(double seconds) {
    List<Signal> signals = new ArrayList<>();
    int length = Math.max(time, (int) Math.round(seconds * Timeline.HUNDREDTHS));
    VideoFeatures features = new VideoFeatures(length, stills.build(), shots.shots(length));
    if (features.isTelling()) {
      signals.add(new Signal(Signal.VIDEO, features.toString(), 100));
    }
    if (depths.contains(Depth.FEATURES) && !depths.contains(Depth.WHOLE)) {
      signals.add(new Signal(VideoQuery.TYPE, query.query(length / Timeline.HUNDREDTHS), 100));
    }
    return signals;
  }
}
