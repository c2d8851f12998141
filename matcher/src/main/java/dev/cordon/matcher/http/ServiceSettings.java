package dev.cordon.matcher.http;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the service listens and what it bears.
 *
 * @param host address to listen on; anything but loopback needs API keys
 * @param port 0 for any free one
 * @param maxMediaBytes of one body of media; larger ones answer 413
 * @param maxConcurrent requests with media at the same time, 1 or more; further ones answer 503
 * @param uploadTimeout how long a body may take to arrive
 * @param idleTimeout how long nothing may move on a connection; longer than judging can take
 * @param scratch directory for bodies while they are judged
 */
public record ServiceSettings(
    String host,
    int port,
    long maxMediaBytes,
    int maxConcurrent,
    Duration uploadTimeout,
    Duration idleTimeout,
    Path scratch) {
  private static final long DEFAULT_MEDIA_BYTES = 64L << 20;

  public ServiceSettings {
    if (maxMediaBytes < 1) {
      throw new IllegalArgumentException("maxMediaBytes must be at least 1, was " + maxMediaBytes);
    }
    if (maxConcurrent < 1) {
      throw new IllegalArgumentException("maxConcurrent must be at least 1, was " + maxConcurrent);
    }
  }

  /** On loopback, with bodies of up to 64 MiB and eight at a time for each processor. */
  public static ServiceSettings loopback(int port, Path scratch) {
    return new ServiceSettings(
        "127.0.0.1",
        port,
        DEFAULT_MEDIA_BYTES,
        8 * Runtime.getRuntime().availableProcessors(),
        Duration.ofSeconds(60),
        Duration.ofMinutes(2),
        scratch);
  }
}
