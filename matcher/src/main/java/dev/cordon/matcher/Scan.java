package dev.cordon.matcher;

import java.util.List;

/**
 * A judged piece of media: the result and the signals it was reached with, so that it can be judged
 * again later without the media.
 *
 * @param signals what was computed, also when nothing matched; for an unscannable file at least the
 *     digests. Those of {@link dev.cordon.matcher.signal.Depth#FEATURES} and of sound and films are
 *     left out: they are large, and {@link Matcher.Status#needsMedia} tells when they would matter
 */
public record Scan(MatchResult result, List<Signal> signals) {
  public Scan {
    signals = List.copyOf(signals);
  }
}
