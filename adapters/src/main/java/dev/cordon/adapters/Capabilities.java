package dev.cordon.adapters;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a platform can do at all, said honestly; what one chat allows is in {@link Rights}.
 *
 * @param actions the kinds of action that are not refused as {@link Receipt.Reason#UNSUPPORTED}
 * @param maxFetchBytes the largest file it gives out
 * @param removableFor how long after posting a message can be removed; empty when always
 * @param history whether messages from before the bot came can be read
 */
public record Capabilities(
    Set<Class<? extends Action>> actions,
    long maxFetchBytes,
    Optional<Duration> removableFor,
    boolean history) {
  public Capabilities {
    actions = Set.copyOf(actions);
  }
}
