package dev.cordon.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The matcher.
 *
 * @param url a matcher elsewhere; empty for one in this process
 * @param key the API key for {@code url}; empty for none. Secret
 * @param listen where a matcher in this process serves HTTP; empty for nowhere
 * @param concurrency requests with media served at the same time
 * @param workers decoder processes; 0 for one a core
 * @param limits what one file may cost
 */
public record MatcherSettings(
    Optional<URI> url,
    Optional<String> key,
    Optional<InetSocketAddress> listen,
    int concurrency,
    int workers,
    Limits limits) {

  /** The number of decoder processes, one a core unless set. */
  public int workersOrCores() {
    return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
  }

  @Override
  public String toString() {
    return "MatcherSettings[url=" + url + ", listen=" + listen + ", workers=" + workers + "]";
  }

  /**
   * What one file may cost; beyond, it is unscannable.
   *
   * @param bytes of the file
   * @param pixels of a decoded picture
   * @param time for one file
   * @param memory address space of one decoder process, in bytes
   */
  public record Limits(long bytes, long pixels, Duration time, long memory) {}
}
