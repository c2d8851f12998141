package dev.cordon.bots.intake;

import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Signal;
import java.util.List;

/**
 * What is known of a file that was judged before.
 *
 * @param checkpoint the state of the index that the result was reached with; empty when none was
 */
public record Remembered(List<Signal> signals, MatchResult result, String checkpoint) {
  public Remembered {
    signals = List.copyOf(signals);
  }

  static Remembered of(List<Signal> signals, MatchResult result) {
    return new Remembered(signals, result, checkpointOf(result));
  }

  private static String checkpointOf(MatchResult result) {
    if (result instanceof MatchResult.Matched matched) {
      return matched.indexCheckpoint();
    }
    return result instanceof MatchResult.NoMatch none ? none.indexCheckpoint() : "";
  }
}
