package dev.cordon.bots.policy;

import dev.cordon.bots.policy.ChatPolicy.Band;
import dev.cordon.bots.policy.ChatPolicy.Step;
import java.time.Duration;
import java.util.List;

/** Rules for tests: the settings' bands, and a ladder whose first step is nothing. */
public final class TestRules {
  private TestRules() {}

  /** Up to 20 bits remove, punish and escalate, up to 31 escalate; nothing, a day's mute, a ban. */
  public static ChatPolicy of(String name, Decision.Mode mode) {
    return new ChatPolicy(
        name,
        mode,
        List.of(new Band(20, true, true, true), new Band(31, false, false, true)),
        List.of(
            new Step(Step.Kind.NOTHING, Duration.ZERO),
            new Step(Step.Kind.RESTRICT, Duration.ofDays(1)),
            new Step(Step.Kind.BAN, Duration.ZERO)),
        50,
        true,
        false,
        true,
        Duration.ofDays(90));
  }
}
