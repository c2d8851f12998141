package dev.cordon.matcher.decode;

import dev.cordon.matcher.decode.Request.Task;
import dev.cordon.matcher.signal.Depth;
import java.util.List;
import java.util.Set;

/**
 * What is wanted of a file, whichever file it is.
 *
 * @param moments as of a {@link Request}
 */
record Order(Task task, Set<Depth> depths, List<Integer> moments) {
  private static final double HUNDREDTHS = 100;
  private static final int LATEST = Integer.MAX_VALUE / 2;

  Order(Task task, Set<Depth> depths) {
    this(task, depths, List.of());
  }

  /** Something to look at or listen to, at some seconds. */
  static Order at(Task task, List<Double> seconds) {
    return new Order(task, Set.of(), seconds.stream().map(Order::hundredths).toList());
  }

  private static int hundredths(double seconds) {
    return (int) Math.max(0, Math.min(LATEST, Math.round(seconds * HUNDREDTHS)));
  }

  /** The same of a certain file. */
  Request of(Media media) {
    return new Request(task, depths, moments, media.format(), media.size());
  }
}
