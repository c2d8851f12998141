package dev.cordon.bots.intake;

import dev.cordon.adapters.PlatformEvent;
import dev.cordon.bots.policy.Decision;
import dev.cordon.matcher.MatchResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts events, verdicts and decisions. */
public final class IntakeMeters {
  private final MeterRegistry registry;
  private final Map<String, Counter> verdicts = new ConcurrentHashMap<>();

  public IntakeMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void event(PlatformEvent event) {
    registry
        .counter(
            "cordon.events",
            "platform",
            event.chat().platform(),
            "event",
            event.getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .increment();
  }

  void verdict(String source, MatchResult result) {
    String kind = result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    verdicts
        .computeIfAbsent(
            source + "/" + kind,
            key -> registry.counter("cordon.verdicts", "source", source, "result", kind))
        .increment();
  }

  void decision(Decision decision) {
    registry
        .counter(
            "cordon.decisions",
            "rule",
            decision.rule(),
            "mode",
            decision.mode().name().toLowerCase(Locale.ROOT))
        .increment();
  }

  void failed(String why) {
    registry.counter("cordon.events.put.aside", "why", why).increment();
  }
}
