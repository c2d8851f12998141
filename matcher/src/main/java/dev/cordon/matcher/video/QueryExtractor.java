package dev.cordon.matcher.video;

import dev.cordon.matcher.local.Features;
import dev.cordon.matcher.local.Grey;
import dev.cordon.matcher.local.Keypoint;
import dev.cordon.matcher.local.Selection;
import dev.cordon.matcher.signal.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes a {@link VideoQuery} of the frames of a film, which come in the order of time. */
final class QueryExtractor {
  private static final int GREY_SIDE = 64;

  /** About so many frames are searched for features; of a short film more densely. */
  private static final int LOOKS = 18;

  /** Of a film of hours not more than so many. */
  private static final int MOST_LOOKS = 150;

  private static final int SHORTEST = 100;
  private static final int LONGEST = 600;

  private final Function<Picture, List<Keypoint>> finder;
  private final List<VideoQuery.Frame> frames = new ArrayList<>();
  private final int step;
  private final int thinning;
  private int last = Integer.MIN_VALUE / 2;
  private int kept = Integer.MIN_VALUE / 2;
  private double width = 1;
  private double height = 1;

  /**
   * @param seconds how long the film is
   */
  QueryExtractor(double seconds, Function<Picture, List<Keypoint>> finder) {
    this.finder = finder;
    int hundredths = (int) (seconds * Timeline.HUNDREDTHS);
    int even = Math.max(SHORTEST, Math.min(LONGEST, hundredths / LOOKS));
    step = Math.max(even, hundredths / MOST_LOOKS);
    thinning = hundredths / VideoQuery.MOST_FRAMES;
  }

  void accept(int time, Picture frame, boolean cut) {
    if (time - kept < thinning || frames.size() >= VideoQuery.MOST_FRAMES) {
      return;
    }
    kept = time;
    int longer = Math.max(frame.width(), frame.height());
    width = frame.width() / (double) longer;
    height = frame.height() / (double) longer;
    boolean look = time - last >= step || cut && time - last >= step / 2;
    last = look ? time : last;
    List<Keypoint> points = look ? best(frame) : List.of();
    byte[] doubts = new byte[points.size() * 24];
    Features features = Features.of(points, longer, doubts);
    frames.add(new VideoQuery.Frame(time, Grey.of(frame, GREY_SIDE), features, doubts));
  }

  private List<Keypoint> best(Picture frame) {
    return Selection.of(
        finder.apply(frame), frame.width(), frame.height(), VideoQuery.MOST_FEATURES);
  }

  String query(double seconds) {
    return VideoQuery.format(seconds, width, height, frames);
  }
}
