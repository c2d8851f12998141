package dev.cordon.adapters.telegram;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/** A limit on calls a period. */
interface Permits {

  /** Whether one is left now. */
  boolean available();

  /** Uses one up. */
  void take();

  /** Of Resilience4j, {@code limit} a period, never waiting. */
  static Permits of(String name, int limit, Duration period) {
    RateLimiter limiter =
        RateLimiter.of(
            name,
            RateLimiterConfig.custom()
                .limitForPeriod(limit)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ZERO)
                .build());
    return new Permits() {
      @Override
      public boolean available() {
        return limiter.getMetrics().getAvailablePermissions() > 0;
      }

      @Override
      public void take() {
        limiter.acquirePermission();
      }
    };
  }
}
