package dev.cordon.bots.intake;

import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Signal;
import java.util.List;

/**
 * What is known of a file that was judged before.
 *
 * @param signals those of a {@link dev.cordon.matcher.Scan}: small, and enough to notice most of
 *     what is enrolled later
 * @param checkpoint the state of the index that the result was reached with; empty when none was
 */
public record Remembered(List<Signal> signals, MatchResult result, String checkpoint) {
  public Remembered {
    signals = List.copyOf(signals);
  }

  static Remembered of(List<Signal> signals, MatchResult result) {
    return new Remembered(signals, result, checkpointOf(result));
  }

  /**
   * Whether nothing was found, at every depth unless signals alone were judged. What is allowed as
   * a whole is not looked at so closely.
   */
  boolean clean() {
    return result instanceof MatchResult.NoMatch none
        && none.allowedBy().stream().allMatch(match -> match.region().isPresent());
  }

  private static String checkpointOf(MatchResult result) {
    if (result instanceof MatchResult.Matched matched) {
      return matched.indexCheckpoint();
    }
    return result instanceof MatchResult.NoMatch none ? none.indexCheckpoint() : "";
  }
}
